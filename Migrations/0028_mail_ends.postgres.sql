-- Two more ends of an effect: withheld before it was sent, since its address takes no mail any more; and cancelled, taken
-- back from the service within the window that it was given. batch_id and send_at are of a mail with such a window.
ALTER TABLE outbox DROP CONSTRAINT outbox_state;
ALTER TABLE outbox ADD CONSTRAINT outbox_state
  CHECK (state IN ('planned', 'sending', 'done', 'failed', 'unknown', 'withheld', 'cancelled')) NOT VALID;
ALTER TABLE outbox ADD COLUMN batch_id text;
ALTER TABLE outbox ADD COLUMN send_at timestamptz;
ALTER TABLE report_schedules ADD COLUMN window_minutes bigint;
