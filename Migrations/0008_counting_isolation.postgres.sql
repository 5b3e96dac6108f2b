-- Row-level security for the tables of 0006, as in 0005.

ALTER TABLE rolling_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE rolling_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY rolling_requests_of_tenant ON rolling_requests FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE counted_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE counted_days FORCE ROW LEVEL SECURITY;
CREATE POLICY counted_days_of_tenant ON counted_days FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE line_tallies ENABLE ROW LEVEL SECURITY;
ALTER TABLE line_tallies FORCE ROW LEVEL SECURITY;
CREATE POLICY line_tallies_of_tenant ON line_tallies FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE closed_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE closed_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY closed_lines_of_tenant ON closed_lines FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE restatements ENABLE ROW LEVEL SECURITY;
ALTER TABLE restatements FORCE ROW LEVEL SECURITY;
CREATE POLICY restatements_of_tenant ON restatements FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE listener_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE listener_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY listener_counts_of_tenant ON listener_counts FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE tenant_secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_secrets FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_secrets_of_tenant ON tenant_secrets FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE safe_networks ENABLE ROW LEVEL SECURITY;
ALTER TABLE safe_networks FORCE ROW LEVEL SECURITY;
CREATE POLICY safe_networks_of_tenant ON safe_networks FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE spared_households ENABLE ROW LEVEL SECURITY;
ALTER TABLE spared_households FORCE ROW LEVEL SECURITY;
CREATE POLICY spared_households_of_tenant ON spared_households FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
