-- Row-level security for the table of 0020, as in 0005.

ALTER TABLE mail_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_events FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_events_of_tenant ON mail_events FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
