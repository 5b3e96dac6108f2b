-- Checks the rows that were there before 0028 without keeping anybody from the table.
ALTER TABLE outbox VALIDATE CONSTRAINT outbox_state;
