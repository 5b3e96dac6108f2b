/// For each rule a file that breaks it, and one that does the same thing well. Text before `---` is an earlier file.
struct LintSample: Sendable, CustomStringConvertible {
  let rule: String
  let bad: String
  let good: String
  var name = "0002_change.sql"

  var description: String { rule }

  static let shows = "CREATE TABLE shows (id bigint PRIMARY KEY, title text);\n---\n"
  static let sales = "CREATE TABLE sales (tenant_id uuid NOT NULL, id uuid NOT NULL, at timestamptz NOT NULL);\n---\n"
  private static let alone = "-- podctl: transaction=none\n"
  private static let tenant = "nullif(current_setting('app.tenant_id', true), '')::uuid"

  static let all: [LintSample] =
    columns + constraints + indexes + objects + programs + data + notes + types + keys
    + policies + engines

  private static let columns: [LintSample] = [
    .init(
      rule: "S101", bad: shows + "ALTER TABLE shows ALTER COLUMN title SET NOT NULL;",
      good: "CREATE TABLE shows (title text); ALTER TABLE shows ALTER COLUMN title SET NOT NULL;"),
    .init(
      rule: "S102", bad: shows + "ALTER TABLE shows ADD COLUMN plays bigint NOT NULL;",
      good: shows + "ALTER TABLE shows ADD COLUMN plays bigint NOT NULL DEFAULT 0;"),
    .init(
      rule: "S103", bad: shows + "ALTER TABLE shows ADD COLUMN token uuid DEFAULT gen_random_uuid();",
      good: shows + "ALTER TABLE shows ADD COLUMN made_at timestamptz DEFAULT now();"),
    .init(
      rule: "S107", bad: shows + "ALTER TABLE shows ALTER COLUMN title TYPE varchar;",
      good: shows + "ALTER TABLE shows ALTER COLUMN title SET DEFAULT 'TYPE';"),
    .init(
      rule: "S108", bad: shows + "ALTER TABLE shows RENAME COLUMN title TO name;",
      good: shows + "ALTER TABLE shows RENAME CONSTRAINT a TO b;"),
    .init(
      rule: "S109", bad: shows + "ALTER TABLE shows RENAME TO series;",
      good: "CREATE TABLE a (x text); ALTER TABLE a RENAME TO b;"),
    .init(
      rule: "S110", bad: shows + "ALTER TABLE shows DROP COLUMN title;",
      good: shows + "ALTER TABLE shows DROP CONSTRAINT old;"),
    .init(
      rule: "S113", bad: shows + "ALTER TABLE shows ALTER title DROP NOT NULL;",
      good: shows + "ALTER TABLE shows ALTER title DROP DEFAULT;"),
  ]

  private static let constraints: [LintSample] = [
    .init(
      rule: "S114", bad: shows + "ALTER TABLE shows ADD CONSTRAINT c CHECK (title <> '');",
      good: shows + "ALTER TABLE shows ADD CONSTRAINT c CHECK (title <> '') NOT VALID;"),
    .init(
      rule: "S115", bad: shows + "ALTER TABLE shows ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES other (id);",
      good: shows + "ALTER TABLE shows ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES other (id) NOT VALID;"),
    .init(
      rule: "S116", bad: shows + "ALTER TABLE shows ADD CONSTRAINT u UNIQUE (title);",
      good: shows + "ALTER TABLE shows ADD CONSTRAINT u UNIQUE USING INDEX shows_title;"),
    .init(
      rule: "S117", bad: shows + "ALTER TABLE shows ADD PRIMARY KEY (id);",
      good: shows + "ALTER TABLE shows ADD CONSTRAINT p PRIMARY KEY USING INDEX shows_id;"),
    .init(
      rule: "S118", bad: shows + "ALTER TABLE shows ADD CONSTRAINT e EXCLUDE USING gist (id WITH =);",
      good: "CREATE TABLE a (x int8, CONSTRAINT e EXCLUDE USING gist (x WITH =));"),
    .init(
      rule: "S119",
      bad: shows
        + "ALTER TABLE shows ADD CONSTRAINT c CHECK (id > 0) NOT VALID; ALTER TABLE shows VALIDATE CONSTRAINT c;",
      good: shows + "ALTER TABLE shows VALIDATE CONSTRAINT c;"),
  ]

  private static let indexes: [LintSample] = [
    .init(
      rule: "S104", bad: shows + "CREATE INDEX shows_title ON shows (title);",
      good: shows + alone + "CREATE INDEX CONCURRENTLY shows_title ON shows (title);"),
    .init(
      rule: "S105", bad: "DROP INDEX shows_title;", good: alone + "DROP INDEX CONCURRENTLY shows_title;"),
    .init(
      rule: "S106", bad: shows + "CREATE INDEX CONCURRENTLY shows_title ON shows (title);",
      good: "REFRESH MATERIALIZED VIEW CONCURRENTLY totals;"),
    .init(
      rule: "S130", bad: "ALTER TABLE facts DETACH PARTITION facts_1;",
      good: alone + "ALTER TABLE facts DETACH PARTITION facts_1 CONCURRENTLY;"),
    .init(rule: "S131", bad: "REINDEX INDEX shows_title;", good: alone + "REINDEX INDEX CONCURRENTLY shows_title;"),
    .init(
      rule: "S133", bad: "SET LOCAL lock_timeout = 0;", good: "SET LOCAL lock_timeout = '3s';"),
    .init(rule: "S134", bad: alone + "VACUUM FULL shows;", good: alone + "VACUUM ANALYZE shows;"),
    .init(rule: "S135", bad: "LOCK TABLE shows IN EXCLUSIVE MODE;", good: "COMMENT ON TABLE shows IS 'LOCK';"),
    .init(
      rule: "S136", bad: shows + "UPDATE shows SET title = '';",
      good: shows + "UPDATE shows SET title = '' WHERE id = 7;"),
  ]

  private static let objects: [LintSample] = [
    .init(
      rule: "S111", bad: shows + "DROP TABLE shows;", good: "CREATE TABLE scratch (x text); DROP TABLE scratch;"),
    .init(rule: "S112", bad: alone + "DROP DATABASE old;", good: "COMMENT ON DATABASE old IS 'DROP DATABASE old';"),
    .init(rule: "S125", bad: shows + "TRUNCATE shows CASCADE;", good: shows + "DELETE FROM shows WHERE id = 7;"),
    .init(
      rule: "S126", bad: alone + "CREATE TABLE a (x text); CREATE TABLE b (x text);",
      good: alone + "CREATE TABLE IF NOT EXISTS a (x text); CREATE TABLE IF NOT EXISTS b (x text);"),
    .init(
      rule: "S127", bad: "CREATE DOMAIN cents AS bigint CHECK (value >= 0);", good: "CREATE DOMAIN cents AS bigint;"),
    .init(
      rule: "S128", bad: "ALTER DOMAIN cents ADD CONSTRAINT c CHECK (value > 0);",
      good: "ALTER DOMAIN cents ADD CONSTRAINT c CHECK (value > 0) NOT VALID;"),
    .init(
      rule: "S129", bad: "ALTER TYPE mood ADD VALUE 'glad';", good: "ALTER TYPE mood ADD VALUE 'glad' AFTER 'sad';"),
    .init(
      rule: "S132", bad: "CREATE TABLE " + String(repeating: "a", count: 64) + " (x text);",
      good: "CREATE TABLE " + String(repeating: "a", count: 63) + " (x text);"),
    .init(rule: "S137", bad: "DROP VIEW totals CASCADE;", good: "DROP VIEW totals;"),
    .init(rule: "S138", bad: "DROP SCHEMA old;", good: "CREATE SCHEMA old;"),
    .init(
      rule: "S139", bad: "ALTER TABLE shows DISABLE TRIGGER ALL;", good: "ALTER TABLE shows ENABLE TRIGGER ALL;"),
    .init(
      rule: "S145", bad: sales + "ALTER TABLE sales ADD UNIQUE (tenant_id, id);",
      good: sales + "ALTER TABLE sales ADD CONSTRAINT c CHECK (id IS NOT NULL) NOT VALID;"),
  ]

  private static let programs: [LintSample] = [
    .init(
      rule: "S142", bad: "DROP VIEW totals;",
      good: "DROP VIEW IF EXISTS totals; CREATE VIEW totals AS SELECT 1;"),
    .init(
      rule: "S143", bad: "ALTER INDEX shows_title RENAME TO shows_by_title;",
      good: "ALTER TYPE mood ADD VALUE 'glad' AFTER 'sad';"),
    .init(
      rule: "S144", bad: shows + "ALTER TABLE shows DROP CONSTRAINT shows_title;",
      good: shows + "ALTER TABLE shows DROP CONSTRAINT c; ALTER TABLE shows ADD CONSTRAINT c CHECK (id > 0) NOT VALID;"),
    .init(
      rule: "S153", bad: alone + "ALTER SYSTEM SET work_mem = '1GB';", good: "SET LOCAL work_mem = '1GB';"),
    .init(
      rule: "S156", bad: "CREATE RULE r AS ON INSERT TO shows DO INSTEAD NOTHING;",
      good: "COMMENT ON TABLE shows IS 'no CREATE RULE here';"),
  ]

  private static let data: [LintSample] = [
    .init(
      rule: "S146", bad: shows + "ALTER TABLE shows ALTER COLUMN title DROP DEFAULT;",
      good: shows + "ALTER TABLE shows ALTER COLUMN title SET DEFAULT 'none';"),
    .init(
      rule: "S147", bad: shows + "ALTER TABLE shows ALTER COLUMN id DROP IDENTITY IF EXISTS;",
      good: "CREATE TABLE a (n bigint); ALTER TABLE a ALTER n ADD GENERATED ALWAYS AS IDENTITY;"),
    .init(
      rule: "S148", bad: "UPDATE shows SET title = 'a', plays = 2, title = 'b' WHERE id = 7;",
      good:
        "UPDATE shows SET title = f(a = 1, a = 2), plays = 2 FROM x WHERE title = 'a' AND (plays, title) IN (SELECT 1, 2);"
    ),
    .init(
      rule: "S154",
      bad: shows + "ALTER TABLE shows ADD COLUMN plays bigint; UPDATE shows SET plays = 0 WHERE plays IS NULL;",
      good: shows + "ALTER TABLE shows ADD COLUMN plays bigint; UPDATE other SET plays = 0 WHERE id = 7;"),
    .init(
      rule: "S155",
      bad: "CREATE TABLE f (at timestamptz) PARTITION BY RANGE (at);\n---\n" + alone
        + "CREATE INDEX CONCURRENTLY i ON f (at);",
      good: "CREATE TABLE f (at timestamptz) PARTITION BY RANGE (at);\n---\n" + alone
        + "CREATE INDEX i ON ONLY f (at); CREATE INDEX CONCURRENTLY j ON f_1 (at);"),
  ]

  private static let notes: [LintSample] = [
    .init(
      rule: "S149", bad: "-- podctl: transactoin=none\nSELECT 1;", good: "-- podctl: lock_timeout=3s\nSELECT 1;"),
    .init(
      rule: "S151", bad: "-- podctl: allow=S111\nDROP TABLE shows;",
      good: "-- podctl: allow=S111 -- nobody has read it for a year\nDROP TABLE shows;"),
    .init(
      rule: "S152", bad: "-- podctl: allow=S111 -- no reason\nSELECT 1;",
      good: "-- podctl: allow=drop-table -- it was empty\nDROP TABLE shows;"),
    .init(
      rule: "S157", bad: "CREATE TABLE a (x bigint);\n-- migrate:down\nDROP TABLE a;",
      good: "CREATE TABLE a (x bigint);\n-- podctl: down\nDROP TABLE a;"),
  ]

  private static let types: [LintSample] = [
    .init(rule: "S120", bad: "CREATE TABLE a (n integer);", good: "CREATE TABLE a (n bigint);"),
    .init(
      rule: "S121", bad: "CREATE TABLE a (n bigserial);",
      good: "CREATE TABLE a (n bigint GENERATED ALWAYS AS IDENTITY);"),
    .init(rule: "S122", bad: "CREATE TABLE a (n varchar(20));", good: "CREATE TABLE a (n varchar);"),
    .init(rule: "S123", bad: "CREATE TABLE a (n char(2));", good: "CREATE TABLE a (n \"char_like\");"),
    .init(rule: "S124", bad: "CREATE TABLE a (n timestamp);", good: "CREATE TABLE a (n timestamp with time zone);"),
    .init(rule: "S140", bad: "CREATE TABLE a (n json);", good: "CREATE TABLE a (n jsonb);"),
    .init(rule: "S141", bad: "CREATE TABLE a (n money);", good: "CREATE TABLE a (n numeric(12, 2));"),
  ]

  private static let keys: [LintSample] = [
    .init(
      rule: "P101", bad: "CREATE TABLE a (tenant_id uuid, id uuid, CONSTRAINT a_pk PRIMARY KEY (id));",
      good: "CREATE TABLE a (tenant_id uuid, id uuid, CONSTRAINT a_pk PRIMARY KEY (tenant_id, id));"),
    .init(
      rule: "P102",
      bad: "CREATE TABLE f (tenant_id uuid, at timestamptz) PARTITION BY RANGE (at);\n---\n"
        + "CREATE TABLE n (tenant_id uuid, CONSTRAINT n_f FOREIGN KEY (tenant_id) REFERENCES f (tenant_id));",
      good: sales
        + "CREATE TABLE n (tenant_id uuid, s uuid, CONSTRAINT n_s FOREIGN KEY (tenant_id, s) REFERENCES sales (tenant_id, id));"
    ),
    .init(
      rule: "P114", bad: shows + "CREATE TABLE IF NOT EXISTS shows (id bigint PRIMARY KEY, title text, plays bigint);",
      good: shows + "CREATE TABLE IF NOT EXISTS shows (id bigint PRIMARY KEY, title text);"),
    .init(
      rule: "P115", bad: alone + "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shows (title);",
      good: alone + "CREATE INDEX CONCURRENTLY i ON shows (title);"),
    .init(
      rule: "P116", bad: sales + alone + "CREATE INDEX CONCURRENTLY i ON sales (at);",
      good: sales + alone + "CREATE INDEX CONCURRENTLY i ON sales (tenant_id, at);"),
    .init(
      rule: "P117", bad: "CREATE TABLE a (tenant_id uuid, n serial);",
      good: "CREATE TABLE a (tenant_id uuid, n bigint GENERATED ALWAYS AS IDENTITY);"),
  ]

  private static let policies: [LintSample] = [
    .init(
      rule: "P103",
      bad: "CREATE POLICY p ON a USING (tenant_id = (SELECT \(tenant))) WITH CHECK (tenant_id = (SELECT \(tenant)));",
      good: "CREATE POLICY p ON a FOR SELECT USING (tenant_id = \(tenant));"),
    .init(
      rule: "P104",
      bad: "CREATE POLICY p ON a FOR SELECT USING (tenant_id = current_setting('app.tenant_id', true)::uuid);",
      good: "CREATE POLICY p ON a FOR SELECT USING (tenant_id = \(tenant));"),
    .init(
      rule: "P105", bad: "ALTER TABLE a ENABLE ROW LEVEL SECURITY;",
      good: "ALTER TABLE a ENABLE ROW LEVEL SECURITY; ALTER TABLE a FORCE ROW LEVEL SECURITY;"),
    .init(
      rule: "P106", bad: "SET search_path = podctl;", good: "SET LOCAL search_path = podctl;"),
    .init(
      rule: "P113", bad: "ALTER TABLE auth.users ADD COLUMN nick text;",
      good: "CREATE VIEW nicks AS SELECT id FROM auth.users;"),
    .init(
      rule: "P119", bad: sales + "ALTER TABLE sales NO FORCE ROW LEVEL SECURITY;",
      good: "DROP POLICY p ON a; CREATE POLICY q ON a FOR SELECT USING (tenant_id = \(tenant));"),
    .init(
      rule: "P120", bad: sales + "CREATE TRIGGER t AFTER INSERT ON sales FOR EACH ROW EXECUTE FUNCTION f();",
      good: shows + "CREATE TRIGGER t AFTER INSERT ON shows FOR EACH ROW EXECUTE FUNCTION f();"),
    .init(rule: "P118", bad: "BEGIN; CREATE TABLE a (x text); COMMIT;", good: "CREATE TABLE a (x text);"),
  ]

  private static let engines: [LintSample] = [
    .init(
      rule: "P107", bad: "CREATE MATERIALIZED VIEW v WITH (timescaledb.continuous) AS SELECT 1 FROM f;",
      good: "CREATE MATERIALIZED VIEW v WITH (timescaledb.continuous) AS SELECT 1 FROM f WITH NO DATA;"),
    .init(
      rule: "P108",
      bad: "ALTER TABLE f ENABLE ROW LEVEL SECURITY; ALTER TABLE f FORCE ROW LEVEL SECURITY;\n---\n"
        + "ALTER TABLE f SET (timescaledb.compress);",
      good: "ALTER TABLE f SET (timescaledb.compress);"),
    .init(
      rule: "P109", bad: "SELECT create_hypertable('f', by_range('at'));",
      good: "SELECT create_hypertable('f', by_range('at'), if_not_exists => true);", name: "0002_f.timescaledb.sql"),
    .init(
      rule: "P110", bad: "SELECT create_distributed_table('a', 'tenant_id');",
      good: "SELECT create_distributed_table('a', 'tenant_id') WHERE NOT EXISTS "
        + "(SELECT FROM citus_tables WHERE table_name = 'a'::regclass);", name: "0002_f.citus.sql"),
    .init(
      rule: "P111", bad: "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES b (x) NOT VALID;",
      good: "SET LOCAL citus.multi_shard_modify_mode = 'sequential';\n"
        + "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES b (x) NOT VALID;", name: "0002_f.citus.sql"),
    .init(
      rule: "P112", bad: "SELECT create_hypertable('f', by_range('at'), if_not_exists => true);",
      good: "-- podctl: requires=extension:timescaledb\n"
        + "SELECT create_hypertable('f', by_range('at'), if_not_exists => true);"),
  ]
}
