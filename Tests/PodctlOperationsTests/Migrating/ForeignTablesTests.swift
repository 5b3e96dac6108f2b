import Foundation
import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite(
  "A database that holds another program's tables",
  .enabled(if: TestDatabase.hasPostgres, "PODCTL_TEST_POSTGRES names no server"))
struct ForeignTablesTests {
  private let test: TestDatabase

  init() throws {
    test = try TestDatabase(.postgres, migrated: false)
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/platform")
    try open().driver.script(String(contentsOf: fixtures.appendingPathComponent("schema.sql"), encoding: .utf8))
  }

  private func open() throws -> Database {
    try Database.open(test.url, for: .migrating, searchPath: .connection, now: { FixedTime.now })
  }

  /// Each table with its rows as one hash, and how often it was written to.
  private func tables() throws -> [String: String] {
    let database = try open()
    let names: [String] = try database.driver.execute(
      "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", []
    ).rows.map { try $0["name"] }
    var found: [String: String] = [:]
    for name in names where !name.hasPrefix("podctl_") {
      let rows = try database.driver.execute(
        """
        SELECT count(*)::text || ' ' || coalesce(md5(string_agg(t::text || xmin::text || ctid::text, '|' ORDER BY ctid)), '')
          || ' ' || pg_relation_filenode('public.\(name)'::regclass) AS text FROM public.\(name) t
        """, []
      ).rows
      found[name] = try rows[0]["text"]
    }
    return found
  }

  private func work(_ source: MigrationSource) throws -> SchemaMigrating {
    SchemaMigrating(try test.url, from: source, now: { FixedTime.now })
  }

  private func snapshot() throws -> SchemaSnapshot {
    let folder = try TemporaryFolder()
    return try SchemaDrift(
      test.url, from: .folder(folder.path), now: { FixedTime.now }
    ).snapshot()
  }

  @Test("podctl's own schema is made beside 82 tables, some of the same names; none of their rows is touched")
  func own() throws {
    let (rows, schema) = (try tables(), try snapshot())
    #expect(rows.count == 82)
    #expect(rows.values.allSatisfy { $0.hasPrefix("9 ") })
    let work = try work(.embedded)
    #expect(try work.baseline(at: nil, MigrationRules()) == [])
    #expect(try work.up().isEmpty == false)
    #expect(try tables() == rows)
    #expect(try snapshot() == schema)
    let drift = SchemaDrift(try test.url, from: .embedded, now: { FixedTime.now })
    #expect(try drift.againstMigrations().differences == [])
    // podctl works there: its own tenants, not the other's.
    let tenants = try Database.open(test.url, now: { FixedTime.now }).read { tx in
      try TenantStore(tx).all(withArchived: true)
    }
    #expect(tenants == [])
  }

  @Test("their own history begins with what they are, and goes on from there")
  func folder() throws {
    let rows = try tables()
    let folder = try TemporaryFolder()
    try folder.write("CREATE TABLE users (n bigint);\n", to: "0001_everything.sql")
    try folder.write("CREATE TABLE later (n bigint);\n", to: "0002_later.sql")
    let work = try work(.folder(folder.path))
    #expect(try work.baseline(at: 1, MigrationRules()).map(\.label) == ["0001_everything"])
    #expect(try tables() == rows)
    #expect(try work.up().map(\.label) == ["0002_later"])
    var after = try tables()
    #expect(after.removeValue(forKey: "later")?.hasPrefix("0 ") == true)
    #expect(after == rows)
  }
}
