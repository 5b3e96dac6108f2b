import PodctlCore

/// What the connection's role grants on each new object of the schema that an unqualified name is made in. A hosted
/// PostgreSQL sets it up in the database that it gives out (Supabase: everything in `public` to its API's roles), and a
/// database made beside that one has none of it: its tables would seem to lack grants.
public enum DefaultPrivileges {
  /// Gives another database the same, before any object of it is made. Nothing on SQLite, or where the schema is not
  /// there yet.
  public static func copy(from live: Database, to fresh: Database) throws {
    guard live.driver.dialect == .postgres else { return }
    let grants = try live.read { tx in try tx.rows(query) }
    try fresh.write { tx in
      guard let home: String = try tx.first("SELECT current_schema()::text AS home")?["home"] else { return }
      for row in grants where try row["home"] == home {
        try tx.run(Statement(segments: [.text(try row["statement"])]))
      }
    }
  }

  private static let query: Statement = """
    SELECT current_schema()::text AS home, format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT %s ON %s TO %s%s',
      current_schema(), string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type),
      CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' ELSE 'TYPES' END,
      CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END,
      CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) AS statement
    FROM pg_catalog.pg_default_acl d
    JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace AND n.nspname = current_schema(),
      aclexplode(d.defaclacl) g
    WHERE d.defaclrole = (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user)
    GROUP BY d.defaclobjtype, g.grantee, g.is_grantable ORDER BY 2
    """
}
