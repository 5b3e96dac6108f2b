-- Row-level security for the table of 0026, as in 0005.

ALTER TABLE payers ENABLE ROW LEVEL SECURITY;
ALTER TABLE payers FORCE ROW LEVEL SECURITY;
CREATE POLICY payers_of_tenant ON payers FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
