-- What a plan costs, as a price of Stripe's in each mode, and the subscription at Stripe that pays a tenant's plan; and the
-- tax within credit notes.

-- Nobody's: the platform's own plans have the same price for every tenant.
CREATE TABLE plan_prices (
  is_live boolean NOT NULL,
  tier text NOT NULL,
  price text NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT plan_prices_pk PRIMARY KEY (is_live, tier),
  CONSTRAINT plan_prices_tier CHECK (tier IN ('free', 'starter', 'pro', 'enterprise'))
);

-- The price that a tenant is to pay, null for none; revision is raised with each other price and names the effects that
-- bring it about. What stands at Stripe is kept as it was last read.
CREATE TABLE plan_subscriptions (
  tenant_id uuid NOT NULL,
  is_live boolean NOT NULL,
  revision bigint NOT NULL,
  price text,
  remote_id text,
  status text,
  ends_at timestamptz,
  read_at timestamptz,
  updated_at timestamptz NOT NULL,
  CONSTRAINT plan_subscriptions_pk PRIMARY KEY (tenant_id, is_live),
  CONSTRAINT plan_subscriptions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
  CONSTRAINT plan_subscriptions_revision CHECK (revision >= 1)
);

-- As much of a credit note or refund as is tax; null where none was split off.
ALTER TABLE invoice_credits ADD COLUMN tax_minor bigint;
