import PodctlCore

/// What a PostgreSQL database holds that a migration may have made, each with the statement that takes it out.
enum ShadowContents {
  struct Object {
    let identity: String
    let drop: String
  }

  /// Counts, as `found`, tables where migrations make theirs.
  static let tables = """
    SELECT count(*) AS found FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('podctl', current_schema()) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    """

  /// What other things stand in or belong to comes first, and takes them with it.
  static func all(_ server: PostgresDriver) throws -> [Object] {
    try server.execute(query, []).rows.map { Object(identity: try $0["identity"], drop: try $0["drop"]) }
  }

  private static let query = """
    WITH home AS (
      SELECT oid, nspname FROM pg_catalog.pg_namespace
      WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
    )
    SELECT identity, "drop" FROM (
      SELECT 1 AS rank, 'extension ' || oid AS identity, format('DROP EXTENSION IF EXISTS %I CASCADE', extname) AS "drop"
      FROM pg_catalog.pg_extension
      UNION ALL
      SELECT 2, 'schema ' || oid, format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) FROM home
      UNION ALL
      SELECT 3, 'relation ' || c.oid, format('DROP %s IF EXISTS %I.%I CASCADE', CASE c.relkind WHEN 'v' THEN 'VIEW'
          WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END,
        home.nspname, c.relname)
      FROM pg_catalog.pg_class c JOIN home ON home.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
      UNION ALL
      SELECT 4, 'routine ' || p.oid, format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
      FROM pg_catalog.pg_proc p JOIN home ON home.oid = p.pronamespace
      UNION ALL
      SELECT 5, 'type ' || t.oid, format('DROP TYPE IF EXISTS %I.%I CASCADE', home.nspname, t.typname)
      FROM pg_catalog.pg_type t JOIN home ON home.oid = t.typnamespace
      LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
      WHERE t.typtype IN ('e', 'd') OR c.relkind = 'c'
    ) all_of_it ORDER BY rank, identity
    """
}
