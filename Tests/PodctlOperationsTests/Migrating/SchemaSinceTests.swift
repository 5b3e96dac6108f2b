import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The schema's hash, kept when migrations end")
struct SchemaSinceTests {
  private func work(_ test: TestDatabase, _ folder: TemporaryFolder) throws -> SchemaMigrating {
    SchemaMigrating(try test.url, from: .folder(folder.path), now: { FixedTime.now })
  }

  private func since(_ test: TestDatabase, _ source: MigrationSource) throws -> String {
    let drift = SchemaDrift(try test.url, from: source, now: { FixedTime.now })
    return switch try drift.sinceLastMigration() {
    case .same(let label): "same \(label)"
    case .changed(let label): "changed \(label)"
    case .unknown: "unknown"
    }
  }

  @Test("is compared with what is there now: the same, changed, put right again", arguments: TestDatabase.kinds)
  func compared(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let folder = try VerifyTrial.folder([
      "0001_a.sql": "CREATE TABLE a (n bigint);\n-- podctl: down\nDROP TABLE a;",
      "0002_b.sql": "CREATE TABLE b (n bigint);",
    ])
    let source = MigrationSource.folder(folder.path)
    #expect(try since(test, source) == "unknown")
    _ = try work(test, folder).up()
    #expect(try since(test, source) == "same 0002_b")
    // Rows are no part of it.
    let database = try Database.open(test.url, for: .migrating, searchPath: .connection, now: { FixedTime.now })
    try database.driver.script("INSERT INTO a VALUES (1)")
    #expect(try since(test, source) == "same 0002_b")
    try database.driver.script("CREATE INDEX a_n ON a (n)")
    #expect(try since(test, source) == "changed 0002_b")
    try database.driver.script("DROP INDEX a_n")
    #expect(try since(test, source) == "same 0002_b")
    try folder.write("DROP VIEW IF EXISTS v;\nCREATE VIEW v AS SELECT n FROM a;", to: "R_v.sql")
    _ = try work(test, folder).up()
    #expect(try since(test, source) == "same v")
  }

  @Test("is kept by a baseline, by a file without a transaction, and once in a run", arguments: TestDatabase.kinds)
  func kept(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let folder = try VerifyTrial.folder(["0001_a.sql": "CREATE TABLE a (n bigint);"])
    let database = try Database.open(test.url, for: .migrating, searchPath: .connection, now: { FixedTime.now })
    try database.driver.script("CREATE TABLE a (n bigint)")
    _ = try work(test, folder).baseline(at: 1, MigrationRules())
    #expect(try since(test, .folder(folder.path)) == "same 0001_a")
    try folder.write("CREATE TABLE b (n bigint);", to: "0002_b.sql")
    try folder.write("-- podctl: transaction=none\nCREATE TABLE c (n bigint);\nVACUUM;", to: "0003_c.sql")
    _ = try work(test, folder).up()
    #expect(try since(test, .folder(folder.path)) == "same 0003_c")
    let rows = try database.driver.execute(
      "SELECT version FROM podctl_schema_migrations WHERE fingerprint_after IS NOT NULL ORDER BY version", []
    ).rows
    #expect(try rows.map { row -> Int64 in try row["version"] } == [1, 3])
  }

  @Test("a step that was undone leaves none", arguments: TestDatabase.kinds)
  func undone(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let folder = try VerifyTrial.folder([
      "0001_a.sql": "CREATE TABLE a (n bigint);",
      "0002_b.sql": "CREATE TABLE b (n bigint);\n-- podctl: down\nDROP TABLE b;",
    ])
    let work = try work(test, folder)
    _ = try work.up()
    _ = try work.down("0002_b", MigrationRules())
    #expect(try since(test, .folder(folder.path)) == "unknown")
    _ = try work.up()
    #expect(try since(test, .folder(folder.path)) == "same 0002_b")
  }

  @Test("a first command on a new SQLite file keeps it too")
  func filled() throws {
    let test = try TestDatabase(.sqlite)
    #expect(try since(test, .embedded).hasPrefix("same 00"))
  }

  @Test("what --app-role grants is no drift, and is granted once", .enabled(if: TestDatabase.hasPostgres))
  func grants() throws {
    let role = "podctl_app"
    let test = try TestDatabase(.postgres)
    let work = SchemaMigrating(try test.url, from: .embedded, now: { FixedTime.now })
    guard try test.database.driver.execute("SELECT 1 AS n FROM pg_roles WHERE rolname = '\(role)'", []).rows.count == 1
    else { return }
    _ = try work.grant(to: role, MigrationRules())
    #expect(try since(test, .embedded).hasPrefix("same "))
    let drift = SchemaDrift(try test.url, from: .embedded, now: { FixedTime.now })
    #expect(try drift.againstMigrations().differences == [])
    #expect(try !work.grant(to: role, MigrationRules()))
    let events = try test.database.driver.execute(
      "SELECT count(*) AS n FROM podctl.schema_migrations_events WHERE event = 'granted'", []
    ).rows
    #expect(try events[0]["n"] == 1)
    // A right that nobody recorded is drift all the same.
    try test.database.driver.script("GRANT SELECT ON podctl.tenants TO PUBLIC")
    #expect(try since(test, .embedded).hasPrefix("changed "))
    #expect(try drift.againstMigrations().differences.count == 1)
  }

  @Test("with nothing pending the server's log of writes stands still", .enabled(if: TestDatabase.hasPostgres))
  func writesNothing() throws {
    let test = try TestDatabase(.postgres)
    let work = SchemaMigrating(try test.url, from: .embedded, now: { FixedTime.now })
    func position() throws -> String {
      try test.database.driver.execute("SELECT pg_current_wal_insert_lsn()::text AS l", []).rows[0]["l"]
    }
    // Other databases of the server write too; while they are at rest, nothing may have moved.
    var moved: [String] = []
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline {
      let before = try position()
      #expect(try work.up() == [])
      let after = try position()
      if before == after { return }
      moved.append("\(before) \(after)")
    }
    Issue.record("in \(moved.count) runs it never stood still: \(moved.suffix(3))")
  }
}
