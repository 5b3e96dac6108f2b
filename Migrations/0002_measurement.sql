-- What was measured. Facts have no foreign keys (TimescaleDB compresses none that has) and no surrogate ids: the
-- counting rules allow one download for each listener, episode and day.

-- A log file that was taken, whole. The row commits with everything that the file changed.
CREATE TABLE ingested_files (
  tenant_id uuid NOT NULL,
  file_id uuid NOT NULL,
  path text NOT NULL,
  bytes bigint NOT NULL,
  modified_ns bigint NOT NULL,
  inode bigint NOT NULL,
  sha256 text NOT NULL,
  format text NOT NULL,
  lines bigint NOT NULL,
  first_at timestamptz,
  last_at timestamptz,
  rules text NOT NULL,
  list_version text NOT NULL,
  zone text NOT NULL,
  ingested_at timestamptz NOT NULL,
  CONSTRAINT ingested_files_pk PRIMARY KEY (tenant_id, file_id),
  CONSTRAINT ingested_files_content UNIQUE (tenant_id, sha256)
);

-- The reason ledger of each file as it stood when the file was taken.
CREATE TABLE file_reasons (
  tenant_id uuid NOT NULL,
  file_id uuid NOT NULL,
  reason text NOT NULL,
  lines bigint NOT NULL,
  CONSTRAINT file_reasons_pk PRIMARY KEY (tenant_id, file_id, reason)
);

-- Counted downloads. listener and household are keyed hashes under the tenant's secret; at is the first unfiltered
-- request of the window; lines is how many requests stand behind it.
CREATE TABLE downloads (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  listener bytea NOT NULL,
  household bytea NOT NULL,
  at timestamptz NOT NULL,
  lines bigint NOT NULL,
  app text,
  CONSTRAINT downloads_pk PRIMARY KEY (tenant_id, day, episode_id, listener)
);
CREATE INDEX downloads_by_household ON downloads (tenant_id, household, at);

-- What has not reached its threshold yet, so that lines of a later file can complete it.
CREATE TABLE coverage (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  listener bytea NOT NULL,
  household bytea NOT NULL,
  at timestamptz NOT NULL,
  lines bigint NOT NULL,
  state bytea NOT NULL,
  app text,
  CONSTRAINT coverage_pk PRIMARY KEY (tenant_id, day, episode_id, listener)
);

-- The roll-up that reports read. provenance says how a figure came about.
CREATE TABLE daily_downloads (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  provenance text NOT NULL,
  downloads bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT daily_downloads_pk PRIMARY KEY (tenant_id, day, episode_id, provenance),
  CONSTRAINT daily_downloads_provenance CHECK (provenance IN ('counted', 'imported', 'modelled'))
);
CREATE INDEX daily_downloads_by_episode ON daily_downloads (tenant_id, episode_id, day);

-- One import of a file of rows, with the numbers by which it can be found again.
CREATE TABLE imports (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  kind text NOT NULL,
  source text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  inserted bigint NOT NULL,
  updated bigint NOT NULL,
  unchanged bigint NOT NULL,
  rejected bigint NOT NULL,
  imported_at timestamptz NOT NULL,
  CONSTRAINT imports_pk PRIMARY KEY (tenant_id, import_id),
  CONSTRAINT imports_kind CHECK (kind IN ('delivery', 'conversions'))
);

-- Delivery that others counted; never added to our own count. episode_id is all zeros for a flight as a whole.
CREATE TABLE delivery_figures (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  flight_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  source text NOT NULL,
  units bigint NOT NULL,
  import_id uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT delivery_figures_pk PRIMARY KEY (tenant_id, day, flight_id, episode_id, source),
  CONSTRAINT delivery_figures_units CHECK (units >= 0)
);
CREATE INDEX delivery_figures_by_flight ON delivery_figures (tenant_id, flight_id, day);
