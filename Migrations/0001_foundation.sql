-- Tenants and what they own. One text for SQLite and PostgreSQL: the tenant leads every key and every foreign key,
-- money is in minor units, telemetry carries its day in the key, and nothing here is refused by Citus or TimescaleDB.

CREATE TABLE tenants (
  tenant_id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  zone text NOT NULL,
  currency text NOT NULL,
  contact_email text,
  status text NOT NULL DEFAULT 'active',
  demo_seed bigint,
  demo_anchor date,
  demo_weeks bigint,
  secret_fingerprint text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT tenants_pk PRIMARY KEY (tenant_id),
  CONSTRAINT tenants_slug UNIQUE (slug),
  CONSTRAINT tenants_status CHECK (status IN ('active', 'archived')),
  CONSTRAINT tenants_kind CHECK (kind IN ('network', 'agency', 'independent'))
);

CREATE TABLE users (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  email text NOT NULL,
  name text,
  role text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT users_pk PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT users_email UNIQUE (tenant_id, email),
  CONSTRAINT users_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
  CONSTRAINT users_role CHECK (role IN ('owner', 'manager', 'viewer'))
);

CREATE TABLE podcasts (
  tenant_id uuid NOT NULL,
  podcast_id uuid NOT NULL,
  slug text NOT NULL,
  title text NOT NULL,
  author text,
  link text,
  language text,
  feed_url text,
  feed_etag text,
  feed_modified text,
  synced_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT podcasts_pk PRIMARY KEY (tenant_id, podcast_id),
  CONSTRAINT podcasts_slug UNIQUE (tenant_id, slug),
  CONSTRAINT podcasts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);

CREATE TABLE episodes (
  tenant_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  podcast_id uuid NOT NULL,
  guid text NOT NULL,
  title text NOT NULL,
  published_at timestamptz,
  duration_seconds bigint,
  kbps bigint,
  header_bytes bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT episodes_pk PRIMARY KEY (tenant_id, episode_id),
  CONSTRAINT episodes_guid UNIQUE (tenant_id, podcast_id, guid),
  CONSTRAINT episodes_podcast FOREIGN KEY (tenant_id, podcast_id) REFERENCES podcasts (tenant_id, podcast_id)
);

-- A path once seen in a feed stays: logs of the time before a file moved still count.
CREATE TABLE episode_paths (
  tenant_id uuid NOT NULL,
  path text NOT NULL,
  episode_id uuid NOT NULL,
  bytes bigint,
  media_type text,
  is_current boolean NOT NULL,
  first_seen_at timestamptz NOT NULL,
  CONSTRAINT episode_paths_pk PRIMARY KEY (tenant_id, path),
  CONSTRAINT episode_paths_episode FOREIGN KEY (tenant_id, episode_id) REFERENCES episodes (tenant_id, episode_id)
);
CREATE INDEX episode_paths_by_episode ON episode_paths (tenant_id, episode_id);

CREATE TABLE sponsors (
  tenant_id uuid NOT NULL,
  sponsor_id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  contact_name text,
  contact_email text,
  website text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT sponsors_pk PRIMARY KEY (tenant_id, sponsor_id),
  CONSTRAINT sponsors_slug UNIQUE (tenant_id, slug),
  CONSTRAINT sponsors_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);

-- A sponsor's effort.
CREATE TABLE campaigns (
  tenant_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  sponsor_id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  status text NOT NULL,
  currency text NOT NULL,
  notes text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT campaigns_pk PRIMARY KEY (tenant_id, campaign_id),
  CONSTRAINT campaigns_slug UNIQUE (tenant_id, slug),
  CONSTRAINT campaigns_sponsor FOREIGN KEY (tenant_id, sponsor_id) REFERENCES sponsors (tenant_id, sponsor_id),
  CONSTRAINT campaigns_status CHECK (status IN ('draft', 'active', 'paused', 'completed', 'cancelled'))
);

-- The signed paper.
CREATE TABLE insertion_orders (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  number text NOT NULL,
  revision bigint NOT NULL DEFAULT 1,
  bill_to text NOT NULL,
  po_number text,
  terms_days bigint NOT NULL DEFAULT 30,
  signed_on date,
  created_at timestamptz NOT NULL,
  CONSTRAINT insertion_orders_pk PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT insertion_orders_number UNIQUE (tenant_id, number, revision),
  CONSTRAINT insertion_orders_campaign
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, campaign_id)
);

-- A line of the order. Both dates are inclusive; amounts are minor units of the campaign's currency.
CREATE TABLE flights (
  tenant_id uuid NOT NULL,
  flight_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  order_id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  position text NOT NULL,
  insertion text NOT NULL,
  goal bigint,
  price_model text NOT NULL,
  rate_minor bigint NOT NULL,
  cap bigint,
  promo_code text,
  vanity_url text,
  window_days bigint NOT NULL DEFAULT 30,
  delivery_source text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT flights_pk PRIMARY KEY (tenant_id, flight_id),
  CONSTRAINT flights_slug UNIQUE (tenant_id, campaign_id, slug),
  CONSTRAINT flights_order FOREIGN KEY (tenant_id, order_id) REFERENCES insertion_orders (tenant_id, order_id),
  CONSTRAINT flights_campaign FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, campaign_id),
  CONSTRAINT flights_dates CHECK (ends_on >= starts_on),
  CONSTRAINT flights_rate CHECK (rate_minor >= 0),
  CONSTRAINT flights_goal CHECK (goal IS NULL OR goal > 0),
  CONSTRAINT flights_window CHECK (window_days BETWEEN 1 AND 366),
  CONSTRAINT flights_position CHECK (position IN ('pre-roll', 'mid-roll', 'post-roll')),
  CONSTRAINT flights_insertion CHECK (insertion IN ('baked-in', 'dynamic')),
  CONSTRAINT flights_price CHECK (price_model IN ('cpm', 'flat', 'cpa'))
);

-- One airing in one episode.
CREATE TABLE spots (
  tenant_id uuid NOT NULL,
  spot_id uuid NOT NULL,
  flight_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  airs_on date NOT NULL,
  status text NOT NULL,
  aired_at timestamptz,
  note text,
  created_at timestamptz NOT NULL,
  CONSTRAINT spots_pk PRIMARY KEY (tenant_id, spot_id),
  CONSTRAINT spots_once UNIQUE (tenant_id, flight_id, episode_id),
  CONSTRAINT spots_flight FOREIGN KEY (tenant_id, flight_id) REFERENCES flights (tenant_id, flight_id),
  CONSTRAINT spots_episode FOREIGN KEY (tenant_id, episode_id) REFERENCES episodes (tenant_id, episode_id),
  CONSTRAINT spots_status CHECK (status IN ('planned', 'aired', 'missed'))
);
CREATE INDEX spots_by_episode ON spots (tenant_id, episode_id);
