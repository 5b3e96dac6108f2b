-- podctl: requires=extension:timescaledb
-- podctl: allow=S109 -- what has the old name is a view of the facts, made in the same transaction
-- podctl: allow=P119 -- TimescaleDB compresses no table with policies: the view behind its barrier takes their place
--
-- Downloads and their coverage as hypertables of a week a chunk. TimescaleDB compresses no table with row-level security,
-- and copies a grant, but no policy, to the chunks. So the facts carry no policy and are granted to no one; their chunks
-- lie in a schema that no one else may look into; and what podctl calls downloads and coverage are views that hold a
-- tenant's rows alone, behind a barrier, for writing too.

CREATE SCHEMA podctl_chunks;
REVOKE ALL ON SCHEMA podctl_chunks FROM PUBLIC;

ALTER TABLE downloads RENAME TO downloads_facts;
DROP POLICY downloads_of_tenant ON downloads_facts;
ALTER TABLE downloads_facts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE downloads_facts DISABLE ROW LEVEL SECURITY;
REVOKE ALL ON downloads_facts FROM PUBLIC;

ALTER TABLE coverage RENAME TO coverage_facts;
DROP POLICY coverage_of_tenant ON coverage_facts;
ALTER TABLE coverage_facts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE coverage_facts DISABLE ROW LEVEL SECURITY;
REVOKE ALL ON coverage_facts FROM PUBLIC;

-- Rights of an application role that were granted on the tables would reach the facts past their views.
DO $$
DECLARE
  given record;
BEGIN
  FOR given IN
    SELECT DISTINCT c.relname, g.grantee::regrole AS grantee FROM pg_class c, aclexplode(c.relacl) g
    WHERE c.oid IN ('podctl.downloads_facts'::regclass, 'podctl.coverage_facts'::regclass)
      AND g.grantee NOT IN (0, c.relowner)
  LOOP
    EXECUTE format('REVOKE ALL ON podctl.%I FROM %s', given.relname, given.grantee);
  END LOOP;
END
$$;

-- The extension's functions lie in the schema that it was created in, which the search path does not name.
DO $$
DECLARE
  home name;
  facts text;
BEGIN
  SELECT n.nspname INTO home FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
  WHERE e.extname = 'timescaledb';
  FOREACH facts IN ARRAY ARRAY['podctl.downloads_facts', 'podctl.coverage_facts'] LOOP
    EXECUTE format(
      'SELECT %I.create_hypertable(%L::regclass, %L, chunk_time_interval => INTERVAL %L, '
      'associated_schema_name => %L, create_default_indexes => false, migrate_data => true)',
      home, facts, 'day', '7 days', 'podctl_chunks');
  END LOOP;
END
$$;

CREATE VIEW downloads WITH (security_barrier = true) AS
  SELECT tenant_id, day, episode_id, listener, household, at, lines, app, part, provenance, device, country
  FROM downloads_facts
  WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  WITH CASCADED CHECK OPTION;

CREATE VIEW coverage WITH (security_barrier = true) AS
  SELECT tenant_id, day, episode_id, listener, household, at, lines, state, app, device, country
  FROM coverage_facts
  WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  WITH CASCADED CHECK OPTION;
