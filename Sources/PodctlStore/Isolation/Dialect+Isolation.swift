/// What the isolation probe asks the two catalogs.
extension Dialect {
  /// A row for each column of each table and view: `tablename`, `isview`, `isplain` (no view, and in
  /// one piece), `columnname`, `type`, `isneeded` (it has no default and takes no null), `iskey`, `checks`. A view's
  /// columns are all needed: what lies behind it says no more.
  var columnsOfTables: Statement {
    switch self {
    case .sqlite:
      """
      SELECT lower(m.name) AS tablename, m.type = 'view' AS isview, 1 AS isplain, lower(c.name) AS columnname,
        lower(c.type) AS type, c."notnull" = 1 AND c.dflt_value IS NULL AS isneeded, c.pk > 0 AS iskey, coalesce(m.sql, '') AS checks
      FROM sqlite_schema m JOIN pragma_table_info(m.name) c
      WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY m.name, c.cid
      """
    case .postgres:
      """
      SELECT c.relname::text AS tablename, c.relkind IN ('v', 'm') AS isview, c.relkind = 'r' AS isplain,
        a.attname::text AS columnname, format_type(a.atttypid, NULL) AS type,
        c.relkind = 'v' OR a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS isneeded,
        coalesce(a.attnum = ANY (k.conkey), false) AS iskey,
        coalesce((SELECT string_agg(pg_get_constraintdef(r.oid), ' ' ORDER BY r.conname) FROM pg_catalog.pg_constraint r
          WHERE r.conrelid = c.oid AND r.contype = 'c' AND a.attnum = ANY (r.conkey)), '') AS checks
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
      WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
        AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY c.relname, a.attnum
      """
    }
  }

  /// What PostgreSQL's catalog alone can show to be wrong: rows of `tablename` and `what`. Nil where there are neither
  /// policies nor roles. On TimescaleDB a hypertable has no policy, since that forbids its compression: there the
  /// application role may not reach it, but only a view with a barrier.
  var isolationGaps: Statement? {
    guard self == .postgres else { return nil }
    return """
      WITH rel AS (
        SELECT c.*, EXISTS (SELECT FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped) AS hastenant,
          NOT EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee <> c.relowner) AS isclosed
        FROM pg_catalog.pg_class c
        WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      ), held AS (
        SELECT * FROM rel WHERE hastenant AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'tenants'
          AND NOT (isclosed AND EXISTS (SELECT FROM pg_catalog.pg_class v
            WHERE v.relnamespace = rel.relnamespace AND v.relkind = 'v' AND v.relname || '_facts' = rel.relname))
      )
      SELECT relname::text AS tablename, 'has no row-level security' AS what FROM held WHERE NOT relrowsecurity
      UNION ALL
      SELECT relname::text, 'has row-level security that does not hold its owner (FORCE)' FROM held
      WHERE relrowsecurity AND NOT relforcerowsecurity
      UNION ALL
      SELECT relname::text, 'has no policy for all commands with USING and WITH CHECK' FROM held
      WHERE relrowsecurity AND NOT EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = held.oid
        AND p.polcmd = '*' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL)
      UNION ALL
      SELECT r.relname::text, 'may have rows of no tenant: tenant_id takes null' FROM held r
      JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attname = 'tenant_id' WHERE NOT a.attnotnull
      UNION ALL
      SELECT relname::text, 'is a partition that another role than its owner can reach past the policy' FROM rel
      WHERE relispartition AND hastenant AND NOT isclosed AND NOT relrowsecurity
      UNION ALL
      SELECT c.relname::text, 'is a chunk that another role than its owner can reach past the view'
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'podctl_chunks' AND c.relkind IN ('r', 'p', 'v')
        AND EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee <> c.relowner)
      UNION ALL
      SELECT relname::text, 'is a view without security_barrier or security_invoker' FROM rel
      WHERE hastenant AND relkind IN ('v', 'm') AND NOT coalesce(reloptions && ARRAY['security_barrier=true',
        'security_barrier=on', 'security_invoker=true', 'security_invoker=on'], false)
      UNION ALL
      SELECT r.relname::text, 'is open to the role ' || o.rolname FROM rel r
      JOIN pg_catalog.pg_roles o ON o.rolname IN ('anon', 'authenticated')
      WHERE has_schema_privilege(o.oid, r.relnamespace, 'USAGE')
        AND has_table_privilege(o.oid, r.oid, 'SELECT, INSERT, UPDATE, DELETE')
      UNION ALL
      SELECT '', 'the role ' || rolname || ' is a superuser or has BYPASSRLS: no policy holds it' FROM pg_catalog.pg_roles
      WHERE rolname = current_user AND (rolsuper OR rolbypassrls)
      ORDER BY 1, 2
      """
  }
}
