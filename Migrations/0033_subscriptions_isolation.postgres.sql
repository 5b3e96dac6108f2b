-- Row-level security for the table of 0032 that is a tenant's, as in 0005.

ALTER TABLE plan_subscriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_subscriptions FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_subscriptions_of_tenant ON plan_subscriptions FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
