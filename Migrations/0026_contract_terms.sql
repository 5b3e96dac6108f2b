-- Terms of contracts: what a flight's price has beside its rate, what an agency keeps, who pays, and what invoices bear.

-- Tiers are the rates after the first, "after@minor" with spaces between; null for one rate.
ALTER TABLE flights ADD COLUMN tiers text;
ALTER TABLE flights ADD COLUMN minimum_minor bigint
  CONSTRAINT flights_minimum CHECK (minimum_minor >= 0);
ALTER TABLE flights ADD COLUMN maximum_minor bigint
  CONSTRAINT flights_maximum CHECK (maximum_minor >= 0);
ALTER TABLE flights ADD COLUMN shortfall text NOT NULL DEFAULT 'pro-rata'
  CONSTRAINT flights_shortfall CHECK (shortfall IN ('pro-rata', 'makegood'));
-- What a flat price is for.
ALTER TABLE flights ADD COLUMN flat_per text NOT NULL DEFAULT 'flight'
  CONSTRAINT flights_flat_per CHECK (flat_per IN ('flight', 'spot'));

-- Shares and rates are thousandths of a percent.
ALTER TABLE insertion_orders ADD COLUMN commission bigint
  CONSTRAINT insertion_orders_commission CHECK (commission BETWEEN 0 AND 100000);
ALTER TABLE insertion_orders ADD COLUMN billing text NOT NULL DEFAULT 'net'
  CONSTRAINT insertion_orders_billing CHECK (billing IN ('net', 'gross'));

-- The terms as JSON, as they were when the invoice was drafted; each line's share of the commission, and its tax.
ALTER TABLE invoices ADD COLUMN terms text;
ALTER TABLE invoice_lines ADD COLUMN commission_minor bigint;
ALTER TABLE invoice_lines ADD COLUMN tax_minor bigint;

-- What is known of a name that papers are billed to.
CREATE TABLE payers (
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  email text,
  tax_name text,
  tax_rate bigint,
  updated_at timestamptz NOT NULL,
  CONSTRAINT payers_pk PRIMARY KEY (tenant_id, name),
  CONSTRAINT payers_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
  CONSTRAINT payers_kind CHECK (kind IN ('brand', 'agency')),
  CONSTRAINT payers_tax CHECK ((tax_name IS NULL) = (tax_rate IS NULL)),
  CONSTRAINT payers_rate CHECK (tax_rate BETWEEN 0 AND 100000)
);
