-- podctl: allow=S109,S143 -- what has the old name is the table of months itself, in the same transaction
-- podctl: allow=P105,P119 -- rows are reached through the table, whose policy holds them; the parts are granted to no one
--
-- Downloads and their coverage by month. The key stays: it begins with the tenant and the day. What there is becomes the
-- default partition as it lies, so that nothing is copied and no day, however old, fails to be taken in;
-- `podctl migrate partitions` makes months ahead, moves what came into the default, and drops months that are empty.
--
-- Rows are reached through the table, whose policy holds them, and never through a partition: those are granted to no
-- one, and what is not their owner sees nothing in them.

ALTER TABLE downloads RENAME TO downloads_default;
ALTER TABLE downloads_default RENAME CONSTRAINT downloads_pk TO downloads_default_pk;
ALTER INDEX downloads_by_household RENAME TO downloads_default_by_household;
CREATE TABLE downloads (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  episode_id uuid NOT NULL,
  listener bytea NOT NULL,
  household bytea NOT NULL,
  at timestamptz NOT NULL,
  lines bigint NOT NULL,
  app text,
  part bigint NOT NULL DEFAULT 0,
  provenance text NOT NULL DEFAULT 'counted',
  device text,
  country text,
  CONSTRAINT downloads_pk PRIMARY KEY (tenant_id, day, episode_id, listener, part)
) PARTITION BY RANGE (day);
CREATE INDEX downloads_by_household ON downloads (tenant_id, household, at);
ALTER TABLE downloads ATTACH PARTITION downloads_default DEFAULT;
DROP POLICY downloads_of_tenant ON downloads_default;
ALTER TABLE downloads_default NO FORCE ROW LEVEL SECURITY;
ALTER TABLE downloads ENABLE ROW LEVEL SECURITY;
ALTER TABLE downloads FORCE ROW LEVEL SECURITY;
CREATE POLICY downloads_of_tenant ON downloads FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE coverage RENAME TO coverage_default;
ALTER TABLE coverage_default RENAME CONSTRAINT coverage_pk TO coverage_default_pk;
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
  device text,
  country text,
  CONSTRAINT coverage_pk PRIMARY KEY (tenant_id, day, episode_id, listener)
) PARTITION BY RANGE (day);
ALTER TABLE coverage ATTACH PARTITION coverage_default DEFAULT;
DROP POLICY coverage_of_tenant ON coverage_default;
ALTER TABLE coverage_default NO FORCE ROW LEVEL SECURITY;
ALTER TABLE coverage ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage FORCE ROW LEVEL SECURITY;
CREATE POLICY coverage_of_tenant ON coverage FOR ALL
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
