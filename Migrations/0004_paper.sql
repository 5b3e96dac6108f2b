-- What was said to sponsors: reports and invoices.

-- A report that was made. The same figures keep their revision; other figures for the same period make the next.
CREATE TABLE reports (
  tenant_id uuid NOT NULL,
  report_id uuid NOT NULL,
  kind text NOT NULL,
  campaign_id uuid NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  revision bigint NOT NULL,
  figures_sha256 text NOT NULL,
  figures text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT reports_pk PRIMARY KEY (tenant_id, report_id),
  CONSTRAINT reports_revision UNIQUE (tenant_id, kind, campaign_id, period_from, period_to, revision)
);

-- Amounts are minor units of the invoice's one currency.
CREATE TABLE invoices (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  number text NOT NULL,
  order_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  bill_to text NOT NULL,
  po_number text,
  terms_days bigint NOT NULL,
  currency text NOT NULL,
  total_minor bigint NOT NULL,
  status text NOT NULL,
  revision bigint NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT invoices_pk PRIMARY KEY (tenant_id, invoice_id),
  CONSTRAINT invoices_number UNIQUE (tenant_id, number),
  CONSTRAINT invoices_period UNIQUE (tenant_id, order_id, period_from, period_to, revision),
  CONSTRAINT invoices_status CHECK (status IN ('draft', 'void'))
);

-- delivered_units and billed_minor are cumulative to the period's end: the next line starts from them.
CREATE TABLE invoice_lines (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  line_number bigint NOT NULL,
  flight_id uuid NOT NULL,
  description text NOT NULL,
  price_model text NOT NULL,
  provenance text NOT NULL,
  rate_minor bigint NOT NULL,
  units bigint NOT NULL,
  amount_minor bigint NOT NULL,
  delivered_units bigint NOT NULL,
  billed_minor bigint NOT NULL,
  evidence text NOT NULL,
  CONSTRAINT invoice_lines_pk PRIMARY KEY (tenant_id, invoice_id, line_number),
  CONSTRAINT invoice_lines_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, invoice_id),
  CONSTRAINT invoice_lines_provenance CHECK (provenance IN ('counted', 'imported', 'modelled'))
);
CREATE INDEX invoice_lines_by_flight ON invoice_lines (tenant_id, flight_id);

-- Runs that changed the database, or failed to; tenant is the slug as it was, null for the database as a whole.
CREATE TABLE runs (
  run_id uuid NOT NULL,
  tenant text,
  command text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  exit_status bigint,
  error_code text,
  summary text,
  CONSTRAINT runs_pk PRIMARY KEY (run_id)
);
