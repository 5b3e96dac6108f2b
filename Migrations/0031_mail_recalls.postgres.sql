-- Which batches of mails are to be taken back from their service, what for, and what came of it; written down before the
-- service is asked.
CREATE TABLE mail_recalls (
  tenant_id uuid NOT NULL,
  is_live boolean NOT NULL,
  batch_id text NOT NULL,
  purpose text NOT NULL,
  state text NOT NULL,
  asked_at timestamptz NOT NULL,
  doubt_at timestamptz,
  reason text,
  CONSTRAINT mail_recalls_pk PRIMARY KEY (tenant_id, is_live, batch_id),
  CONSTRAINT mail_recalls_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
  CONSTRAINT mail_recalls_purpose CHECK (purpose IN ('again', 'cancel')),
  CONSTRAINT mail_recalls_state CHECK (state IN ('asked', 'taken', 'refused'))
);

-- The newest time at which a tenant's mails were worked on: a clock that shows an earlier one has been moved.
CREATE TABLE mail_clocks (
  tenant_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  CONSTRAINT mail_clocks_pk PRIMARY KEY (tenant_id),
  CONSTRAINT mail_clocks_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);

-- Row-level security, as in 0005.
ALTER TABLE mail_recalls ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_recalls FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_recalls_of_tenant ON mail_recalls FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE mail_clocks ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_clocks FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_clocks_of_tenant ON mail_clocks FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
