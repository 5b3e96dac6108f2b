-- What the mail service told of each mail. It tells an event several times, and its id tells them apart. No address is
-- kept here.
CREATE TABLE mail_events (
  tenant_id uuid NOT NULL,
  event_id text NOT NULL,
  effect_id uuid NOT NULL,
  kind text NOT NULL,
  message_id text,
  reason text,
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  CONSTRAINT mail_events_pk PRIMARY KEY (tenant_id, event_id),
  CONSTRAINT mail_events_effect FOREIGN KEY (tenant_id, effect_id) REFERENCES outbox (tenant_id, effect_id)
);
CREATE INDEX mail_events_by_effect ON mail_events (tenant_id, effect_id, occurred_at);
