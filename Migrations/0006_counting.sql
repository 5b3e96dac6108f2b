-- How each tenant counts, what late lines change, the lists that were counted with, and what outlives the listeners' keys.

ALTER TABLE tenants ADD COLUMN counting_profile text NOT NULL DEFAULT 'iab-2.3'
  CONSTRAINT tenants_counting_profile CHECK (counting_profile IN ('iab-2.3', 'prefix', 'odl'));
ALTER TABLE tenants ADD COLUMN counting_window text NOT NULL DEFAULT 'calendar'
  CONSTRAINT tenants_counting_window CHECK (counting_window IN ('calendar', 'first-touch', 'last-touch'));
ALTER TABLE tenants ADD COLUMN closes_after_days bigint NOT NULL DEFAULT 45
  CONSTRAINT tenants_closes_after_days CHECK (closes_after_days BETWEEN 1 AND 3650);
ALTER TABLE tenants ADD COLUMN volume_limit bigint
  CONSTRAINT tenants_volume_limit CHECK (volume_limit IS NULL OR volume_limit > 0);

-- Episodes, paths and thresholds that a file was counted with, as a hash; null for files of before this column.
ALTER TABLE ingested_files ADD COLUMN catalogue_sha256 text;
ALTER TABLE ingested_files ADD COLUMN provenance text NOT NULL DEFAULT 'counted'
  CONSTRAINT ingested_files_provenance CHECK (provenance IN ('counted', 'imported'));

-- The format that was said, by its name, or by the text of a mapping file; both null where the lines told it.
ALTER TABLE ingested_files ADD COLUMN said_format text;
ALTER TABLE ingested_files ADD COLUMN format_map text;
-- Tenants share the log: only lines of this one's paths were taken.
ALTER TABLE ingested_files ADD COLUMN is_shared boolean NOT NULL DEFAULT false;

-- The host that serves the path, in lower case: it settles whose a line is where two tenants have one path.
ALTER TABLE episode_paths ADD COLUMN host text;

-- podctl: allow=S104 -- one row a file that was read in: a small table, and no release has it yet
CREATE INDEX ingested_files_by_place ON ingested_files (tenant_id, path);

ALTER TABLE coverage ADD COLUMN device text;
ALTER TABLE coverage ADD COLUMN country text;

-- With a rolling window: every distinct request of a listener on a day, packed, until its windows are closed.
CREATE TABLE rolling_requests (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  listener bytea NOT NULL,
  household bytea NOT NULL,
  lines bigint NOT NULL,
  state bytea NOT NULL,
  app text,
  device text,
  country text,
  CONSTRAINT rolling_requests_pk PRIMARY KEY (tenant_id, day, episode_id, listener)
);
CREATE INDEX rolling_requests_by_listener ON rolling_requests (tenant_id, episode_id, listener, day);

-- When each day was first heard of, and what has since become of it.
CREATE TABLE counted_days (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  first_ingested_at timestamptz NOT NULL,
  closed_at timestamptz,
  purged_at timestamptz,
  CONSTRAINT counted_days_pk PRIMARY KEY (tenant_id, day)
);

-- Lines by reason whose listeners' rows are gone: coverage of closed windows, and downloads that were purged.
CREATE TABLE line_tallies (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  reason text NOT NULL,
  lines bigint NOT NULL,
  CONSTRAINT line_tallies_pk PRIMARY KEY (tenant_id, day, episode_id, reason)
);

-- Lines that came after their window was closed, by the file that brought them.
CREATE TABLE closed_lines (
  tenant_id uuid NOT NULL,
  file_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  lines bigint NOT NULL,
  CONSTRAINT closed_lines_pk PRIMARY KEY (tenant_id, file_id, day, episode_id)
);

-- A day's figure that changed after a report of that day had been made.
CREATE TABLE restatements (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  provenance text NOT NULL,
  changed_at timestamptz NOT NULL,
  was bigint NOT NULL,
  became bigint NOT NULL,
  cause text NOT NULL,
  file_id uuid,
  CONSTRAINT restatements_pk PRIMARY KEY (tenant_id, day, episode_id, provenance, changed_at)
);

-- Distinct listeners of a show (all zeros: of the tenant) kept beyond the listeners' keys; never to be added up.
CREATE TABLE listener_counts (
  tenant_id uuid NOT NULL,
  unit text NOT NULL,
  starts_on date NOT NULL,
  podcast_id uuid NOT NULL,
  dimension text NOT NULL,
  value text NOT NULL,
  listeners bigint NOT NULL,
  downloads bigint NOT NULL,
  CONSTRAINT listener_counts_pk PRIMARY KEY (tenant_id, unit, starts_on, podcast_id, dimension, value),
  CONSTRAINT listener_counts_unit CHECK (unit IN ('day', 'week', 'month'))
);

-- Which secret keyed the listeners and households of which days; rotation begins a new one and keeps the old ones as
-- long as an attribution window may look back at their days.
CREATE TABLE tenant_secrets (
  tenant_id uuid NOT NULL,
  fingerprint text NOT NULL,
  first_day date,
  retired_at timestamptz,
  CONSTRAINT tenant_secrets_pk PRIMARY KEY (tenant_id, fingerprint)
);

-- The household of a conversion under the secret before the present one, where a window reaches back to its days.
ALTER TABLE conversions ADD COLUMN household_before bytea;

-- Shared addresses that are people in spite of the lists and of their number; to be looked at again every 90 days.
CREATE TABLE safe_networks (
  tenant_id uuid NOT NULL,
  network text NOT NULL,
  note text,
  added_at timestamptz NOT NULL,
  validated_at timestamptz NOT NULL,
  CONSTRAINT safe_networks_pk PRIMARY KEY (tenant_id, network)
);

-- Households that a limit of volume spares on a day: addresses of the safe list, and ids that stand for no address.
CREATE TABLE spared_households (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  household bytea NOT NULL,
  CONSTRAINT spared_households_pk PRIMARY KEY (tenant_id, day, household)
);

-- Filter lists by the hash of their contents, and the sets of them that were in use. They belong to no tenant.
CREATE TABLE filter_lists (
  sha256 text NOT NULL,
  name text NOT NULL,
  entries bigint NOT NULL,
  content bytea NOT NULL,
  imported_at timestamptz NOT NULL,
  CONSTRAINT filter_lists_pk PRIMARY KEY (sha256, name)
);

CREATE TABLE filter_sets (
  version text NOT NULL,
  imported_at timestamptz NOT NULL,
  source text NOT NULL,
  is_current boolean NOT NULL,
  CONSTRAINT filter_sets_pk PRIMARY KEY (version)
);

-- The lists of a set, and where each was read: a folder's file or an address, with the mark that the server gave.
CREATE TABLE filter_set_lists (
  version text NOT NULL,
  position bigint NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  source text NOT NULL,
  etag text,
  read_at timestamptz NOT NULL,
  CONSTRAINT filter_set_lists_pk PRIMARY KEY (version, position)
);
