import Migrations
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

/// TimescaleDB itself is in no package of Debian's; `TimescaleTests` run on one where there is one. What its variant does beside making the hypertables (facts that carry
/// no policy and are granted to no one, views with a barrier in their place) is plain PostgreSQL, and is tried here with
/// that one statement left out.
@Suite("The variant for TimescaleDB", .enabled(if: TestDatabase.hasPostgres))
struct TimescaleVariantTests {
  private func file(_ name: String) throws -> String {
    let file = try #require(EmbeddedMigrations.files.first { $0.name == name })
    return String(decoding: file.text, as: UTF8.self)
  }

  /// A database with every migration, of this step the other variant.
  private func database() throws -> TestDatabase {
    let test = try TestDatabase(.postgres, migrated: false)
    let owner = try test.connectAsOwner()
    let files = try Database.embeddedMigrations().filter { $0.version != 10 }
    _ = try MigrationRunner(owner, ledger: .own, files: files, now: { FixedTime.now }).up()
    try owner.write { _ in
      for statement in try ScriptReader.statements(of: file("0010_partitions.timescaledb.sql"), .postgres)
      where !statement.text.contains("create_hypertable") {
        try owner.driver.perform(statement)
      }
    }
    return test
  }

  @Test("asks for the extension, and for a hypertable of each fact with its chunks in a closed schema")
  func text() throws {
    let text = try file("0010_partitions.timescaledb.sql")
    let header = try MigrationFile(fileName: "0010_partitions.timescaledb.sql", bytes: Array(text.utf8))
    #expect(header.variant == .timescaledb)
    let trial = try TestDatabase(.postgres, migrated: false)
    let error = #expect(throws: PodctlError.self) {
      try MigrationRunner(
        trial.connectAsOwner(), ledger: .own,
        files: [MigrationFile(fileName: "0001_a.sql", bytes: Array(text.utf8))], now: { FixedTime.now }
      ).up()
    }
    // Where the extension lies ready and was not created, the file is run, and fails at the extension's own function.
    let isAtHand =
      try trial.connectAsOwner().driver.execute(
        "SELECT 1 AS one FROM pg_available_extensions WHERE name = 'timescaledb'", []
      ).rows.count == 1
    #expect(error?.code == (isAtHand ? .migrationFailed : .migrationRequires))
    let statements = try ScriptReader.statements(of: text, .postgres).filter { $0.text.contains("create_hypertable") }
    #expect(statements.count == 1)
    for part in ["downloads_facts", "coverage_facts", "associated_schema_name", "podctl_chunks", "'day'", "'7 days'"] {
      #expect(statements.first?.text.contains(part) == true, "\(part)")
    }
  }

  @Test("its facts carry no policy, and through the views no tenant reaches another's")
  func isolation() throws {
    let test = try database()
    let owner = try test.connectAsOwner()
    if let role = TestServer.applicationRole {
      _ = try ApplicationRole(role, ledger: .own).grant(in: owner, MigrationRules())
    }
    let report = try IsolationProbe(owner).run(Identifier(high: 9, low: 1), Identifier(high: 9, low: 2))
    #expect(report.findings == [])
    #expect(report.tables.contains("downloads") && report.tables.contains("coverage"))
    #expect(!report.tables.contains("downloads_facts"))
    let secured: Int? = try owner.read { tx in
      try tx.first("SELECT count(*) AS n FROM pg_class WHERE relname LIKE '%\\_facts' AND relrowsecurity")?["n"]
    }
    #expect(secured == 0)
    guard let application = try test.connectAsApplication(for: .migrating) else { return }
    let found = try IsolationProbe(application).run(Identifier(high: 9, low: 1), Identifier(high: 9, low: 2))
    #expect(found.findings == [])
    let error = #expect(throws: PodctlError.self) {
      try application.read { tx in try tx.rows("SELECT day FROM downloads_facts") }
    }
    #expect(error?.code == .databaseRefused)
  }

  @Test(
    "the application role may look a chunk up by its schema's name, at a second grant too, and reach none",
    .enabled(if: TestServer.applicationRole != nil))
  func chunks() throws {
    let name = try #require(TestServer.applicationRole)
    let test = try database()
    let owner = try test.connectAsOwner()
    let role = ApplicationRole(name, ledger: .own)
    _ = try role.grant(in: owner, MigrationRules())
    // As an installation is that was made before, and as a hand may have left it.
    try owner.driver.script(
      """
      CREATE TABLE podctl_chunks.first_chunk (tenant_id uuid NOT NULL);
      REVOKE USAGE ON SCHEMA podctl_chunks FROM \(name); GRANT CREATE ON SCHEMA podctl_chunks TO \(name);
      GRANT SELECT ON podctl_chunks.first_chunk TO \(name)
      """)
    let report = try IsolationProbe(owner).run(Identifier(high: 9, low: 1), Identifier(high: 9, low: 2))
    #expect(report.findings.map(\.table) == ["first_chunk"])
    #expect(try role.grant(in: owner, MigrationRules()))
    #expect(try role.grant(in: owner, MigrationRules()) == false)
    let rights = try owner.driver.execute(
      """
      SELECT has_schema_privilege('\(name)', 'podctl_chunks', 'USAGE') AS uses,
        has_schema_privilege('\(name)', 'podctl_chunks', 'CREATE') AS makes,
        has_table_privilege('\(name)', 'podctl_chunks.first_chunk', 'SELECT') AS reads
      """, []
    ).rows[0]
    let (uses, makes, reads): (Bool, Bool, Bool) = (try rights["uses"], try rights["makes"], try rights["reads"])
    #expect(uses && !makes && !reads)
    #expect(try IsolationProbe(owner).run(Identifier(high: 9, low: 1), Identifier(high: 9, low: 2)).findings == [])
  }

  @Test("a fact that is granted to someone, or a view without its barrier, is found")
  func gaps() throws {
    let test = try database()
    let owner = try test.connectAsOwner()
    try owner.write { _ in
      try owner.driver.script(
        "GRANT SELECT ON downloads_facts TO PUBLIC; ALTER VIEW coverage SET (security_barrier = false)")
    }
    let report = try IsolationProbe(owner).run(Identifier(high: 9, low: 1), Identifier(high: 9, low: 2))
    #expect(report.findings.contains(.init("downloads_facts", "has no row-level security")))
    #expect(report.findings.contains(.init("coverage", "is a view without security_barrier or security_invoker")))
  }

  @Test("the store adds, joins and clears downloads through the views as through tables")
  func store() throws {
    let test = try database()
    let owner = try test.connectAsOwner()
    let tenant = try TenantFixture.stored("acme", in: owner, ids: CountingIdentifiers()).id
    let day = try #require(Day("2026-11-02"))
    let upsert = { (tx: TenantTransaction, lines: Int64) throws in
      try tx.run(
        """
        INSERT INTO downloads (tenant_id, day, episode_id, listener, household, at, lines)
        VALUES (\(tx.tenant), \(day), \(tx.tenant), \([UInt8(1)]), \([UInt8(1)]), \(FixedTime.now), \(lines))
        ON CONFLICT (tenant_id, day, episode_id, listener, part) DO UPDATE SET lines = downloads.lines + excluded.lines
        """)
    }
    try owner.write(for: tenant) { tx in
      _ = try upsert(tx, 2)
      _ = try upsert(tx, 3)
      try tx.append(
        TemporaryTable(
          "more",
          [
            ("day", .day), ("episode_id", .uuid), ("listener", .bytes), ("household", .bytes), ("at", .instant),
            ("lines", .integer),
          ]),
        to: "downloads"
      ) { writer in
        try writer.day(day)
        try writer.uuid(high: 1, low: 1)
        try [UInt8(1)].withUnsafeBufferPointer { try writer.bytes($0) }
        try [UInt8(1)].withUnsafeBufferPointer { try writer.bytes($0) }
        try writer.instant(FixedTime.now)
        try writer.integer(7)
        try writer.endRow()
      }
      let rows = try tx.rows("SELECT lines, provenance FROM downloads WHERE tenant_id = \(tx.tenant) ORDER BY lines")
      #expect(try rows.map { try $0["lines"] as Int } == [5, 7])
      #expect(try rows.map { try $0["provenance"] as String } == ["counted", "counted"])
      #expect(try tx.run("DELETE FROM downloads WHERE tenant_id = \(tx.tenant)") == 2)
    }
  }
}
