-- How a tenant's reports look: its colour, its logo, the name that mails are from, and a line at the end.
CREATE TABLE tenant_brands (
  tenant_id uuid NOT NULL,
  accent text,
  from_name text,
  footer text,
  logo_type text,
  logo bytea,
  updated_at timestamptz NOT NULL,
  CONSTRAINT tenant_brands_pk PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_brands_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
  CONSTRAINT tenant_brands_logo CHECK ((logo_type IS NULL) = (logo IS NULL)),
  CONSTRAINT tenant_brands_type CHECK (logo_type IN ('image/png', 'image/svg+xml'))
);
