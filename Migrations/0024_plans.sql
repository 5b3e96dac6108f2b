-- What a tenant has bought of the platform: the plan's name, and its limits as they were agreed; null is no limit.
CREATE TABLE tenant_plans (
  tenant_id uuid NOT NULL,
  tier text NOT NULL,
  podcasts_limit bigint,
  campaigns_limit bigint,
  reports_limit bigint,
  stripe_subscription text,
  updated_at timestamptz NOT NULL,
  CONSTRAINT tenant_plans_pk PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_plans_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
  CONSTRAINT tenant_plans_tier CHECK (tier IN ('free', 'starter', 'pro', 'enterprise')),
  CONSTRAINT tenant_plans_podcasts CHECK (podcasts_limit >= 0),
  CONSTRAINT tenant_plans_campaigns CHECK (campaigns_limit >= 0),
  CONSTRAINT tenant_plans_reports CHECK (reports_limit >= 0)
);
