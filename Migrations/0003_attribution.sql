-- What sponsors' customers did, and how the credit for it was given.

-- The day leads the telemetry's key, so a conversion's own key is kept apart: it is what makes an import idempotent.
CREATE TABLE conversion_keys (
  tenant_id uuid NOT NULL,
  sponsor_id uuid NOT NULL,
  external_key text NOT NULL,
  day date NOT NULL,
  conversion_id uuid NOT NULL,
  fingerprint text NOT NULL,
  CONSTRAINT conversion_keys_pk PRIMARY KEY (tenant_id, sponsor_id, external_key)
);

CREATE TABLE conversions (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  conversion_id uuid NOT NULL,
  sponsor_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  event text NOT NULL,
  order_id text,
  value_minor bigint,
  currency text,
  promo_code text,
  household bytea,
  utm_source text,
  utm_campaign text,
  new_customer boolean,
  import_id uuid NOT NULL,
  CONSTRAINT conversions_pk PRIMARY KEY (tenant_id, day, conversion_id)
);
CREATE INDEX conversions_by_sponsor ON conversions (tenant_id, sponsor_id, occurred_at);

-- The newest run of each sponsor and window; running again replaces it. first_day and last_day are null where the run
-- took all days; credits of days outside them are an earlier run's.
CREATE TABLE attribution_runs (
  tenant_id uuid NOT NULL,
  sponsor_id uuid NOT NULL,
  window_days bigint NOT NULL,
  run_at timestamptz NOT NULL,
  first_day date,
  last_day date,
  conversions bigint NOT NULL,
  attributed bigint NOT NULL,
  without_household bigint NOT NULL,
  without_touch bigint NOT NULL,
  by_code bigint NOT NULL,
  unknown_codes bigint NOT NULL,
  touches bigint NOT NULL,
  CONSTRAINT attribution_runs_pk PRIMARY KEY (tenant_id, sponsor_id, window_days)
);

-- Credit of one conversion to one spot (or, by code, to one flight: spot_id all zeros) under one model. weight is in
-- parts of 2^32; value_minor is null where the conversion carries no value.
CREATE TABLE attribution_credits (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  conversion_id uuid NOT NULL,
  window_days bigint NOT NULL,
  model text NOT NULL,
  basis text NOT NULL,
  flight_id uuid NOT NULL,
  spot_id uuid NOT NULL,
  sponsor_id uuid NOT NULL,
  touches bigint NOT NULL,
  weight bigint NOT NULL,
  value_minor bigint,
  currency text,
  CONSTRAINT attribution_credits_pk
    PRIMARY KEY (tenant_id, day, conversion_id, window_days, model, basis, flight_id, spot_id),
  CONSTRAINT attribution_credits_basis CHECK (basis IN ('household', 'code'))
);
CREATE INDEX attribution_credits_by_flight ON attribution_credits (tenant_id, flight_id, day);
CREATE INDEX attribution_credits_by_sponsor ON attribution_credits (tenant_id, sponsor_id, window_days);
