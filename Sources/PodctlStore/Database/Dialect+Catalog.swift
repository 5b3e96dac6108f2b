extension Dialect {
  /// What the schema at hand holds, a row for each object: `kind`, `parent`, `name`, and `facts` as `name=value` joined
  /// by the unit separator, facts that are null left out. One statement, so that all of it is of one moment.
  var catalog: Statement {
    switch self {
    case .sqlite: Self.sqliteCatalog
    case .postgres: Self.postgresCatalog
    }
  }

  private static let sqliteCatalog: Statement = """
    WITH own AS (
      SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    )
    SELECT 'table' AS kind, '' AS parent, name, 'text=' || coalesce(sql, '') AS facts FROM own WHERE type = 'table'
    UNION ALL
    SELECT 'column', o.name, c.name,
      'type=' || lower(c.type) || char(31) || 'null=' || CASE WHEN c."notnull" = 1 THEN 'no' ELSE 'yes' END
        || coalesce(char(31) || 'default=' || c.dflt_value, '')
        || CASE WHEN c.pk > 0 THEN char(31) || 'key=' || c.pk ELSE '' END
        || CASE WHEN c.hidden > 1 THEN char(31) || 'generated=yes' ELSE '' END
    FROM own o JOIN pragma_table_xinfo(o.name) c WHERE o.type = 'table'
    UNION ALL
    SELECT 'constraint', o.name, 'foreign key ' || f.id || '.' || f.seq,
      'definition=FOREIGN KEY (' || f."from" || ') REFERENCES ' || f."table" || coalesce(' (' || f."to" || ')', '')
        || ' ON UPDATE ' || f.on_update || ' ON DELETE ' || f.on_delete
    FROM own o JOIN pragma_foreign_key_list(o.name) f WHERE o.type = 'table'
    UNION ALL
    SELECT type, tbl_name, name, 'definition=' || sql || CASE type WHEN 'trigger' THEN char(31) || 'sqlite=yes' ELSE '' END
    FROM own WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
    UNION ALL
    SELECT 'view', '', name, 'definition=' || sql || char(31) || 'sqlite=yes' FROM own WHERE type = 'view'
    """

  private static let postgresCatalog: Statement = """
    WITH home AS (
      SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = pg_catalog.current_schema()
    ), foreign_made AS (
      SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e'
    ), rel AS (
      SELECT c.oid, c.relname, c.relkind, c.relowner, c.relacl, c.relpersistence, c.reloptions, c.relrowsecurity,
        c.relforcerowsecurity
      FROM pg_catalog.pg_class c JOIN home ON home.oid = c.relnamespace
      WHERE NOT c.relispartition AND NOT EXISTS (
        SELECT FROM foreign_made e WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid)
    )
    SELECT 'extension' AS kind, '' AS parent, x.extname::text AS name, 'version=' || x.extversion AS facts
    FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
    -- What a hosting has set up in schemas of its own (Supabase) is in no database that is made beside its own.
    WHERE n.nspname NOT IN ('extensions', 'graphql', 'vault', 'pgsodium', 'cron', 'net', 'pgmq')
    UNION ALL
    SELECT 'enum', '', t.typname::text, 'labels=' || (
      SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e
      WHERE e.enumtypid = t.oid)
    FROM pg_catalog.pg_type t JOIN home ON home.oid = t.typnamespace
    WHERE t.typtype = 'e' AND NOT EXISTS (
      SELECT FROM foreign_made e WHERE e.classid = 'pg_catalog.pg_type'::regclass AND e.objid = t.oid)
    UNION ALL
    SELECT 'domain', '', t.typname::text, 'definition=' || concat_ws(' ',
      format_type(t.typbasetype, t.typtypmod), 'DEFAULT ' || t.typdefault, CASE WHEN t.typnotnull THEN 'NOT NULL' END, (
        SELECT string_agg(pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname) FROM pg_catalog.pg_constraint k
        WHERE k.contypid = t.oid))
    FROM pg_catalog.pg_type t JOIN home ON home.oid = t.typnamespace
    WHERE t.typtype = 'd' AND NOT EXISTS (
      SELECT FROM foreign_made e WHERE e.classid = 'pg_catalog.pg_type'::regclass AND e.objid = t.oid)
    UNION ALL
    SELECT 'sequence', '', r.relname::text, concat_ws(chr(31), 'type=' || format_type(s.seqtypid, NULL),
      'increment=' || s.seqincrement, 'start=' || s.seqstart)
    FROM rel r JOIN pg_catalog.pg_sequence s ON s.seqrelid = r.oid
    WHERE NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT 'function', '', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
      'definition=' || pg_get_functiondef(p.oid)
    FROM pg_catalog.pg_proc p JOIN home ON home.oid = p.pronamespace
    WHERE p.prokind IN ('f', 'p') AND NOT EXISTS (
      SELECT FROM foreign_made e WHERE e.classid = 'pg_catalog.pg_proc'::regclass AND e.objid = p.oid)
    UNION ALL
    SELECT 'table', '', relname::text, concat_ws(chr(31),
      'persistence=' || CASE relpersistence WHEN 'p' THEN 'logged' WHEN 'u' THEN 'unlogged' ELSE 'temporary' END,
      'partitioned by=' || CASE relkind WHEN 'p' THEN pg_get_partkeydef(oid) END,
      'options=' || array_to_string(reloptions, ', '),
      'row security=' || CASE WHEN relrowsecurity THEN 'yes' ELSE 'no' END,
      'row security forced=' || CASE WHEN relforcerowsecurity THEN 'yes' ELSE 'no' END)
    FROM rel WHERE relkind IN ('r', 'p', 'f')
    UNION ALL
    SELECT 'column', r.relname::text, a.attname::text, concat_ws(chr(31),
      'type=' || format_type(a.atttypid, a.atttypmod), 'null=' || CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END,
      'default=' || CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'generated=' || CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'identity=' || CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END,
      'collation=' || CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END)
    FROM rel r
    JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE r.relkind IN ('r', 'p', 'f')
    UNION ALL
    SELECT 'constraint', r.relname::text, k.conname::text, concat_ws(chr(31),
      'definition=' || pg_get_constraintdef(k.oid), 'validated=' || CASE WHEN k.convalidated THEN 'yes' ELSE 'no' END)
    FROM rel r JOIN pg_catalog.pg_constraint k ON k.conrelid = r.oid WHERE k.contype <> 't'
    UNION ALL
    SELECT 'index', r.relname::text, i.relname::text, concat_ws(chr(31),
      'definition=' || replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON '),
      'valid=' || CASE WHEN x.indisvalid THEN 'yes' ELSE 'no' END)
    FROM rel r
    JOIN pg_catalog.pg_index x ON x.indrelid = r.oid
    JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = x.indexrelid AND k.conrelid = r.oid)
    UNION ALL
    SELECT 'view', '', relname::text, concat_ws(chr(31), 'definition=' || pg_get_viewdef(oid),
      'options=' || array_to_string(reloptions, ', '), 'materialized=' || CASE relkind WHEN 'm' THEN 'yes' END)
    FROM rel WHERE relkind IN ('v', 'm')
    UNION ALL
    SELECT 'trigger', r.relname::text, g.tgname::text, concat_ws(chr(31),
      'definition=' || pg_get_triggerdef(g.oid), 'enabled=' || g.tgenabled::text)
    FROM rel r JOIN pg_catalog.pg_trigger g ON g.tgrelid = r.oid WHERE NOT g.tgisinternal
    UNION ALL
    SELECT 'policy', r.relname::text, p.polname::text, concat_ws(chr(31),
      'command=' || CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
        WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
      'permissive=' || CASE WHEN p.polpermissive THEN 'yes' ELSE 'no' END,
      'roles=' || (
        SELECT string_agg(CASE m WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(m)::text END, ', ' ORDER BY m)
        FROM unnest(p.polroles) m),
      'using=' || pg_get_expr(p.polqual, p.polrelid), 'check=' || pg_get_expr(p.polwithcheck, p.polrelid))
    FROM rel r JOIN pg_catalog.pg_policy p ON p.polrelid = r.oid
    UNION ALL
    SELECT 'grant', r.relname::text, CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(g.grantee)::text END,
      'privileges=' || string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END,
        ', ' ORDER BY g.privilege_type)
    FROM rel r, aclexplode(r.relacl) g
    WHERE g.grantee <> r.relowner
    GROUP BY r.relname, g.grantee
    """
}
