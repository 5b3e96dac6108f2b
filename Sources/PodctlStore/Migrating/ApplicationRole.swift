import PodctlCore

/// The role of podctl's daily work on PostgreSQL: it reads and writes rows, owns nothing, and every policy holds it. On
/// tables without a tenant it may do what `SharedTable` says, and no more.
public struct ApplicationRole {
  private let name: String
  private let ledger: MigrationLedger

  public init(_ name: String, ledger: MigrationLedger) {
    self.name = name
    self.ledger = ledger
  }

  /// False where nothing was lacking, or where another runner is at work and the rules say to leave it alone, which `note`
  /// is told. The ledger can be read and not written.
  public func grant(
    in database: Database, _ rules: MigrationRules, note: (String) -> Void = { _ in }
  ) throws -> Bool {
    guard database.driver.dialect == .postgres else {
      throw PodctlError(.usage, "SQLite has no roles", hint: "leave --app-role out, or name a PostgreSQL database")
    }
    let isDone = try database.read { tx in
      try missingGrants(in: tx).isEmpty && ledger.grantedRoles(in: tx).contains(name)
    }
    if isDone { return false }
    let lock = MigrationLock(database: database, ledger: ledger, rules: rules)
    do {
      return try grantMissing(in: database, under: lock, rules)
    } catch is MigrationLock.Skipped {
      note("another runner is at work; the rights of \(name) are left to it, or to the next run")
      return false
    }
  }

  private func grantMissing(in database: Database, under lock: MigrationLock, _ rules: MigrationRules) throws -> Bool {
    try lock.hold(TransactionLimits(lock: rules.lockTimeout, statement: nil, file: nil)) { tx in
      let statements = try missingGrants(in: tx)
      let wasAsKept = try ledger.matchesRecordedFingerprint(in: tx)
      for statement in statements { try tx.run(statement) }
      if try !statements.isEmpty || !ledger.grantedRoles(in: tx).contains(name) {
        try ledger.noteGrant(to: name, wasAsKept: wasAsKept, in: tx)
      }
      return !statements.isEmpty
    }
  }

  /// The grants that are not there yet, and the rights that are too much: in a second run too, so that an installation
  /// of before is given what it lacked.
  private func missingGrants(in tx: Transaction) throws -> [Statement] {
    try checkRole(in: tx)
    var statements: [Statement] = []
    let hasSchema: Bool =
      try tx.first("SELECT has_schema_privilege(\(name), 'podctl', 'USAGE') AS has")?["has"] ?? false
    if !hasSchema { statements.append("GRANT USAGE ON SCHEMA podctl TO \(sql: quotedRole)") }
    // A partition is reached through its table, whose policy holds there; TimescaleDB's facts through their view.
    let tables = try tx.rows(
      """
      SELECT c.relname::text AS name,
        has_table_privilege(\(name), c.oid, 'SELECT') AS "SELECT",
        has_table_privilege(\(name), c.oid, 'INSERT') AS "INSERT",
        has_table_privilege(\(name), c.oid, 'UPDATE') AS "UPDATE",
        has_table_privilege(\(name), c.oid, 'DELETE') AS "DELETE",
        has_table_privilege(\(name), c.oid, 'TRUNCATE') AS "TRUNCATE",
        NOT c.relispartition AND NOT EXISTS (SELECT FROM pg_catalog.pg_class v
          WHERE v.relnamespace = c.relnamespace AND v.relkind = 'v' AND v.relname || '_facts' = c.relname) AS isreachable
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'podctl' AND c.relkind IN ('r', 'p', 'v') ORDER BY c.relispartition, c.relname
      """)
    for row in tables { statements += try change(of: row) }
    return try statements + chunks(in: tx)
  }

  /// TimescaleDB looks a chunk that is there up by the name of its schema, as whoever inserts: without USAGE a log of a
  /// week that has a chunk already is refused. It opens no chunk, since those are granted to no one.
  private func chunks(in tx: Transaction) throws -> [Statement] {
    let row = try tx.first(
      """
      SELECT has_schema_privilege(\(name), n.oid, 'USAGE') AS uses, has_schema_privilege(\(name), n.oid, 'CREATE') AS makes
      FROM pg_catalog.pg_namespace n WHERE n.nspname = 'podctl_chunks'
      """)
    guard let row else { return [] }
    var statements: [Statement] = []
    if try !row["uses"] { statements.append("GRANT USAGE ON SCHEMA podctl_chunks TO \(sql: quotedRole)") }
    if try row["makes"] { statements.append("REVOKE CREATE ON SCHEMA podctl_chunks FROM \(sql: quotedRole)") }
    let reached = try tx.rows(
      """
      SELECT c.relname::text AS name FROM pg_catalog.pg_class c
      WHERE c.relnamespace = 'podctl_chunks'::regnamespace AND c.relkind IN ('r', 'p', 'v')
        AND has_table_privilege(\(name), c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') ORDER BY c.relname
      """)
    for row in reached {
      let chunk: Statement = "podctl_chunks.\(sql: ApplicationRole.quoted(try row["name"]))"
      statements.append("REVOKE ALL ON \(sql: chunk) FROM \(sql: quotedRole)")
    }
    return statements
  }

  /// What a table's rights lack, and what they have too much.
  private func change(of row: Row) throws -> [Statement] {
    let table: String = try row["name"]
    let isReachable: Bool = try row["isreachable"]
    let wanted = isReachable ? Set(SharedTable.rights(on: table, ledger: ledger)) : []
    var lacking: [String] = []
    let truncates: Bool = try row["TRUNCATE"]
    var excess = truncates ? ["TRUNCATE"] : []
    for right in SharedTable.Right.allCases {
      let has: Bool = try row[right.rawValue]
      if has, !wanted.contains(right) { excess.append(right.rawValue) }
      if !has, wanted.contains(right) { lacking.append(right.rawValue) }
    }
    let object: Statement = "podctl.\(sql: ApplicationRole.quoted(table))"
    let list = { (rights: [String]) in Statement(segments: [.text(rights.joined(separator: ", "))]) }
    var statements: [Statement] = []
    if !lacking.isEmpty { statements.append("GRANT \(sql: list(lacking)) ON \(sql: object) TO \(sql: quotedRole)") }
    if !excess.isEmpty { statements.append("REVOKE \(sql: list(excess)) ON \(sql: object) FROM \(sql: quotedRole)") }
    return statements
  }

  /// Whom PostgREST speaks for, on Supabase and elsewhere: whoever comes from the web has these roles.
  private static let webRoles = ["anon", "authenticated", "service_role", "authenticator"]

  private func checkRole(in tx: Transaction) throws {
    guard !ApplicationRole.webRoles.contains(name) else { throw isOfTheWeb("is") }
    let row = try tx.first(
      """
      SELECT r.rolsuper OR r.rolbypassrls AS isFree, pg_has_role(r.oid, n.nspowner, 'MEMBER') AS owns,
        EXISTS (SELECT FROM pg_catalog.pg_roles o
          WHERE o.rolname IN ('anon', 'authenticated', 'service_role', 'authenticator') AND NOT o.rolsuper
            AND pg_has_role(o.oid, r.oid, 'MEMBER')) AS isofweb
      FROM pg_catalog.pg_roles r LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = 'podctl' WHERE r.rolname = \(name)
      """)
    guard let row else {
      throw PodctlError(
        .databaseRefused, "there is no role \"\(name)\"", hint: "make it first: CREATE ROLE \(name) LOGIN",
        context: [.init("role", name)])
    }
    let isFree: Bool = try row["isfree"]
    let owns: Bool? = try row["owns"]
    guard !isFree, owns != true else {
      throw PodctlError(
        .databaseRefused,
        "the role \"\(name)\" \(isFree ? "is a superuser or has BYPASSRLS" : "owns the schema, or is a member of its owner"): "
          + "tenants would not be kept apart from it",
        hint: "name a role of its own for podctl's daily work", context: [.init("role", name)])
    }
    let isOfWeb: Bool = try row["isofweb"]
    if isOfWeb { throw isOfTheWeb("is given to") }
  }

  private func isOfTheWeb(_ relation: String) -> PodctlError {
    PodctlError(
      .databaseRefused,
      "the role \"\(name)\" \(relation) one of PostgREST's: whoever comes from the web would have its rights",
      hint: "name a role of its own for podctl's daily work: CREATE ROLE podctl_app LOGIN",
      context: [.init("role", name)])
  }

  private var quotedRole: Statement { ApplicationRole.quoted(name) }

  private static func quoted(_ name: String) -> Statement {
    let inner = name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return Statement(segments: [.text("\"\(inner)\"")])
  }
}
