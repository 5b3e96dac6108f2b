-- Row-level security for the table of 0022, as in 0005.

ALTER TABLE tenant_brands ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_brands FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_brands_of_tenant ON tenant_brands FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
