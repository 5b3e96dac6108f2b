import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("What is gathered for plans is no part of the schema")
struct StatisticsAndSchemaTests {
  private static let tenant = Identifier<Tenant>(high: 5, low: 1)

  private func work(_ test: TestDatabase) throws -> SchemaMigrating {
    SchemaMigrating(try test.url, from: .embedded, now: { FixedTime.now })
  }

  /// More rows of one table than are found as quickly by any plan, by a connection that ends: one that stays hands its
  /// counts in seconds later.
  private func fill(_ test: TestDatabase) throws {
    let database = try test.connect(for: .migrating)
    try database.write { tx in
      try tx.run(
        """
        INSERT INTO tenants (tenant_id, slug, name, kind, zone, currency, secret_fingerprint, created_at, updated_at)
        VALUES (\(Self.tenant), 'acme', 'Acme', 'network', 'UTC', 'USD', 'f', \(FixedTime.now), \(FixedTime.now))
        """)
    }
    let tallies = TemporaryTable(
      "tallies", [("day", .day), ("episode_id", .uuid), ("reason", .text), ("lines", .integer)])
    try database.write(for: Self.tenant) { tx in
      try tx.append(tallies, to: "line_tallies") { writer in
        for number in UInt64(0)..<600 {
          try writer.day(Zone.utc.day(of: FixedTime.now))
          try writer.uuid(high: 1, low: number)
          var reason = "threshold"
          try reason.withUTF8 { try writer.text($0) }
          try writer.integer(1)
          try writer.endRow()
        }
      }
    }
  }

  private func isGathered(_ test: TestDatabase) throws -> Bool {
    let driver = try test.connectAsOwner().driver
    switch test.kind {
    case .sqlite:
      guard try !driver.execute("SELECT 1 AS one FROM sqlite_schema WHERE name = 'sqlite_stat1'", []).rows.isEmpty
      else { return false }
      return try !driver.execute("SELECT 1 AS one FROM sqlite_stat1 WHERE tbl = 'line_tallies'", []).rows.isEmpty
    case .postgres:
      let text = "SELECT 1 AS one FROM pg_class WHERE oid = 'podctl.line_tallies'::regclass AND reltuples = 600"
      return try !driver.execute(text, []).rows.isEmpty
    }
  }

  @Test(
    "migrate up gathers it where it applies anything, and neither drift nor a snapshot sees it",
    arguments: TestDatabase.kinds)
  func up(_ kind: TestDatabase.Kind) throws {
    let plain = try TestDatabase(kind, migrated: false)
    _ = try work(plain).up()
    let wanted = try SchemaDrift(plain.url, from: .embedded, now: { FixedTime.now }).snapshot()
    let test = try TestDatabase(kind, migrated: false)
    var rules = MigrationRules()
    rules.to = TestDatabase.ownVersions(kind).dropLast().last
    _ = try work(test).up(rules)
    try fill(test)
    #expect(try isGathered(test) == false)
    #expect(try work(test).up().map(\.version) == [TestDatabase.ownVersions(kind).last])
    #expect(try isGathered(test))
    let drift = SchemaDrift(try test.url, from: .embedded, now: { FixedTime.now })
    #expect(try drift.snapshot() == wanted)
    #expect(try drift.againstMigrations().differences == [])
    if case .changed(let label) = try drift.sinceLastMigration() { Issue.record("changed since \(label)") }
  }

  @Test(
    "migrate partitions gathers it with nothing to make, migrate up with nothing to apply does not",
    arguments: TestDatabase.kinds)
  func partitions(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    _ = try work(test).up()
    _ = try work(test).partition(ahead: 1, dryRun: false, MigrationRules())
    try fill(test)
    #expect(try work(test).up() == [])
    _ = try work(test).partition(ahead: 1, dryRun: true, MigrationRules())
    #expect(try isGathered(test) == false)
    _ = try work(test).partition(ahead: 1, dryRun: false, MigrationRules())
    #expect(try isGathered(test))
  }

  @Test("migrations of another project gather nothing")
  func others() throws {
    let test = try TestDatabase(.sqlite)
    try fill(test)
    let folder = try TemporaryFolder()
    try folder.write("CREATE TABLE shows (id bigint NOT NULL);", to: "0001_shows.sql")
    let done = try SchemaMigrating(try test.url, from: .folder(folder.path), now: { FixedTime.now }).up()
    #expect(done.count == 1)
    #expect(try isGathered(test) == false)
  }
}
