-- Two more ends of an effect: withheld before it was sent, since its address takes no mail any more; and cancelled, taken
-- back from the service within the window that it was given. batch_id and send_at are of a mail with such a window.
-- SQLite changes no constraint, so the table is made anew.
CREATE TABLE outbox_with_ends (
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
  batch_id text,
  send_at timestamptz,
  CONSTRAINT outbox_pk PRIMARY KEY (tenant_id, effect_id),
  CONSTRAINT outbox_once UNIQUE (tenant_id, is_live, name),
  CONSTRAINT outbox_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
  CONSTRAINT outbox_state
    CHECK (state IN ('planned', 'sending', 'done', 'failed', 'unknown', 'withheld', 'cancelled')),
  CONSTRAINT outbox_epoch CHECK (key_epoch >= 1)
);
INSERT INTO outbox_with_ends (tenant_id, effect_id, is_live, name, chain, kind, state, method, path, body, body_sha256,
  key_stem, key_epoch, key_used_at, attempts, attempted_at, doubt_at, faults, looks_first, is_adopted, not_before,
  last_outcome, reason, remote_id, planned_at, settled_at)
SELECT tenant_id, effect_id, is_live, name, chain, kind, state, method, path, body, body_sha256, key_stem, key_epoch,
  key_used_at, attempts, attempted_at, doubt_at, faults, looks_first, is_adopted, not_before, last_outcome, reason,
  remote_id, planned_at, settled_at
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_with_ends RENAME TO outbox;
CREATE INDEX outbox_by_chain ON outbox (tenant_id, chain);
CREATE INDEX outbox_by_state ON outbox (tenant_id, state);
ALTER TABLE report_schedules ADD COLUMN window_minutes bigint;
