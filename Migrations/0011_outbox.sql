-- What podctl does to the world outside, once each: the outbox, the leases of those who work on it, and what became of
-- the invoices that were approved.

-- One row for each effect. The body is frozen and committed before it is first sent; key_stem and key_epoch make the
-- idempotency key. doubt_at is the last moment after which a request with this key may still have been under way.
CREATE TABLE outbox (
  tenant_id uuid NOT NULL,
  effect_id uuid NOT NULL,
  is_live boolean NOT NULL,
  name text NOT NULL,
  chain text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  body bytea NOT NULL,
  body_sha256 text NOT NULL,
  key_stem text NOT NULL,
  key_epoch bigint NOT NULL,
  key_used_at timestamptz,
  attempts bigint NOT NULL,
  attempted_at timestamptz,
  doubt_at timestamptz,
  faults bigint NOT NULL,
  looks_first boolean NOT NULL,
  is_adopted boolean NOT NULL,
  not_before timestamptz,
  last_outcome text,
  reason text,
  remote_id text,
  planned_at timestamptz NOT NULL,
  settled_at timestamptz,
  CONSTRAINT outbox_pk PRIMARY KEY (tenant_id, effect_id),
  CONSTRAINT outbox_once UNIQUE (tenant_id, is_live, name),
  CONSTRAINT outbox_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
  CONSTRAINT outbox_state CHECK (state IN ('planned', 'sending', 'done', 'failed', 'unknown')),
  CONSTRAINT outbox_epoch CHECK (key_epoch >= 1)
);
CREATE INDEX outbox_by_chain ON outbox (tenant_id, chain);
CREATE INDEX outbox_by_state ON outbox (tenant_id, state);

-- Who works on what. Each take-over raises the fence, and a writer whose fence is not the newest changes nothing.
CREATE TABLE leases (
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  fence bigint NOT NULL,
  holder text NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT leases_pk PRIMARY KEY (tenant_id, name),
  CONSTRAINT leases_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);

-- An approved invoice, whose lines are never edited again. Null is_live: not yet sent to Stripe in either mode.
CREATE TABLE invoice_issues (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  status text NOT NULL,
  content_sha256 text NOT NULL,
  payer text NOT NULL,
  payer_email text NOT NULL,
  approved_at timestamptz NOT NULL,
  is_live boolean,
  remote_id text,
  remote_number text,
  hosted_url text,
  issued_at timestamptz,
  updated_at timestamptz NOT NULL,
  CONSTRAINT invoice_issues_pk PRIMARY KEY (tenant_id, invoice_id),
  CONSTRAINT invoice_issues_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, invoice_id),
  CONSTRAINT invoice_issues_status CHECK (status IN ('approved', 'open', 'paid', 'uncollectible', 'void'))
);
