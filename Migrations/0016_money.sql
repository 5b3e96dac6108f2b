-- What happens to the money of an invoice after it is issued, and the books over all of it. Amounts are minor units.

-- One row for each event; it is written in the same transaction as the event, and once: the name says which.
CREATE TABLE journal_entries (
  tenant_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  invoice_id uuid NOT NULL,
  is_live boolean NOT NULL,
  day date NOT NULL,
  description text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT journal_entries_pk PRIMARY KEY (tenant_id, entry_id),
  CONSTRAINT journal_entries_once UNIQUE (tenant_id, name),
  CONSTRAINT journal_entries_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, invoice_id),
  CONSTRAINT journal_entries_kind
    CHECK (kind IN ('issued', 'payment', 'credit', 'refund', 'uncollectible', 'void'))
);
CREATE INDEX journal_entries_by_invoice ON journal_entries (tenant_id, invoice_id);
CREATE INDEX journal_entries_by_day ON journal_entries (tenant_id, day);

-- Each row moves one positive amount from one account to another: no entry can be written that is not zero-sum in its
-- currency.
CREATE TABLE journal_transfers (
  tenant_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  transfer_number bigint NOT NULL,
  debit_account text NOT NULL,
  credit_account text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint NOT NULL,
  CONSTRAINT journal_transfers_pk PRIMARY KEY (tenant_id, entry_id, transfer_number),
  CONSTRAINT journal_transfers_entry
    FOREIGN KEY (tenant_id, entry_id) REFERENCES journal_entries (tenant_id, entry_id),
  CONSTRAINT journal_transfers_amount CHECK (amount_minor > 0),
  CONSTRAINT journal_transfers_accounts CHECK (debit_account <> credit_account)
);

-- Money that came for an invoice. The name makes one payment one row, however often it is told of.
CREATE TABLE invoice_payments (
  tenant_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  name text NOT NULL,
  method text NOT NULL,
  reference text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint NOT NULL,
  received_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT invoice_payments_pk PRIMARY KEY (tenant_id, payment_id),
  CONSTRAINT invoice_payments_once UNIQUE (tenant_id, name),
  CONSTRAINT invoice_payments_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, invoice_id),
  CONSTRAINT invoice_payments_method CHECK (method IN ('stripe', 'cheque', 'ach', 'wire')),
  CONSTRAINT invoice_payments_amount CHECK (amount_minor > 0)
);
CREATE INDEX invoice_payments_by_invoice ON invoice_payments (tenant_id, invoice_id);

-- Credit notes: of kind credit against what is still owed, of kind refund against what was paid. A planned one counts
-- against the bound already. source is where refunded money goes back to.
CREATE TABLE invoice_credits (
  tenant_id uuid NOT NULL,
  credit_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  kind text NOT NULL,
  reference text NOT NULL,
  source text,
  currency text NOT NULL,
  amount_minor bigint NOT NULL,
  reason text,
  memo text,
  status text NOT NULL,
  remote_id text,
  planned_at timestamptz NOT NULL,
  settled_at timestamptz,
  CONSTRAINT invoice_credits_pk PRIMARY KEY (tenant_id, credit_id),
  CONSTRAINT invoice_credits_once UNIQUE (tenant_id, invoice_id, kind, reference),
  CONSTRAINT invoice_credits_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, invoice_id),
  CONSTRAINT invoice_credits_kind CHECK (kind IN ('credit', 'refund')),
  CONSTRAINT invoice_credits_source CHECK ((kind = 'refund') = (source IS NOT NULL)),
  CONSTRAINT invoice_credits_status CHECK (status IN ('planned', 'done', 'failed')),
  CONSTRAINT invoice_credits_amount CHECK (amount_minor > 0)
);

-- What Stripe told us of, each once, and how far its list of events was read.
CREATE TABLE stripe_events (
  tenant_id uuid NOT NULL,
  event_id text NOT NULL,
  is_live boolean NOT NULL,
  type text NOT NULL,
  object_id text NOT NULL,
  outcome text NOT NULL,
  created_at timestamptz NOT NULL,
  applied_at timestamptz NOT NULL,
  CONSTRAINT stripe_events_pk PRIMARY KEY (tenant_id, event_id)
);

CREATE TABLE stripe_cursors (
  tenant_id uuid NOT NULL,
  is_live boolean NOT NULL,
  event_id text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT stripe_cursors_pk PRIMARY KEY (tenant_id, is_live)
);
