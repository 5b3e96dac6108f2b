-- The schema is podctl's alone. What has no tenant (the tenants themselves, runs, lists, the ledger) has no policy, and
-- a policy takes the tenant that a transaction names for true, so the roles that a hosted platform lets in from outside
-- (Supabase's anon and authenticated) may not even look into the schema. Whoever else needs it is granted it by name:
-- podctl migrate up --app-role.

REVOKE ALL ON SCHEMA podctl FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA podctl FROM PUBLIC;

DO $$
DECLARE
  outsider name;
BEGIN
  FOR outsider IN SELECT rolname FROM pg_roles WHERE rolname IN ('anon', 'authenticated') ORDER BY rolname LOOP
    EXECUTE format('REVOKE ALL ON SCHEMA podctl FROM %I', outsider);
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA podctl FROM %I', outsider);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA podctl REVOKE ALL ON TABLES FROM %I', outsider);
  END LOOP;
END
$$;
