import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Drift: what was changed by other hands than the migrations'")
struct SchemaDriftTests {
  private func drift(_ test: TestDatabase) throws -> SchemaDrift {
    SchemaDrift(try test.url, from: .embedded, now: { FixedTime.now })
  }

  /// Where an unqualified name is podctl's own, as it is for a migration.
  private func run(_ statements: [String], on test: TestDatabase) throws {
    try test.database.write { _ in
      for statement in statements { try test.database.driver.script(statement) }
    }
  }

  @Test("each of the seeded changes is found, named, and nothing else is", arguments: TestDatabase.kinds)
  func seeded(_ kind: TestDatabase.Kind) throws {
    let model = try TestDatabase(kind)
    let wanted = try drift(model).snapshot()
    var found = 0
    let seeds = kind == .postgres ? SeededDrift.postgres : SeededDrift.sqlite
    for seed in seeds {
      let test = try TestDatabase(kind)
      try run(seed.sql, on: test)
      let finding = try drift(test).finding(against: wanted)
      let titles = finding.differences.map(\.object.title)
      #expect(titles.contains(seed.title), "\(seed): \(titles)")
      // A rename and a changed key come as one that went and one that came.
      #expect(titles.count <= 2, "\(seed): \(titles)")
      if titles.contains(seed.title) { found += 1 }
    }
    print("\(kind): \(found) of \(seeds.count) drifts found")
  }

  @Test("a schema that its migrations made shows none, made anew or long in use", arguments: TestDatabase.kinds)
  func clean(_ kind: TestDatabase.Kind) throws {
    for number in 0..<20 {
      let test = try TestDatabase(kind)
      if number % 2 == 1 { try use(test) }
      if number < 2 {
        #expect(try drift(test).againstMigrations().differences == [], "number \(number)")
      }
      let other = try TestDatabase(kind)
      #expect(try drift(test).against(other.url).differences == [], "number \(number)")
    }
  }

  @Test(
    "what a hosting has set up in its database is no drift: rights on every new table, extensions in its own schemas",
    .enabled(if: TestServer.applicationRole != nil))
  func hosted() throws {
    let role = try #require(TestServer.applicationRole)
    let test = try TestDatabase(.postgres, migrated: false)
    let owner = try test.connectAsOwner(searchPath: .connection)
    // As Supabase lays out a database, with the application's role for those of its API.
    for text in [
      "CREATE SCHEMA extensions", "CREATE SCHEMA auth", "CREATE TABLE auth.users (id uuid)",
      "CREATE EXTENSION pgcrypto WITH SCHEMA extensions",
      "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO \(role)",
      "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON FUNCTIONS TO \(role), PUBLIC",
    ] { try owner.driver.script(text) }
    let folder = try VerifyTrial.folder([
      "0001_a.sql": "CREATE TABLE a (n bigint);",
      "0002_b.sql": "CREATE TABLE b (n bigint); REVOKE ALL ON b FROM \(role);",
      "0003_c.sql": "CREATE TABLE c (n bigint); GRANT SELECT ON c TO \(role);",
    ])
    let source = MigrationSource.folder(folder.path)
    _ = try SchemaMigrating(test.url, from: source, now: { FixedTime.now }).up()
    let drift = SchemaDrift(try test.url, from: source, now: { FixedTime.now })
    #expect(try drift.againstMigrations().differences == [])
    try owner.driver.script("GRANT SELECT ON b TO \(role); REVOKE INSERT ON a FROM \(role)")
    #expect(try drift.againstMigrations().differences.map(\.object.title).count == 2)
  }

  @Test(
    "chunks that are laid out as TimescaleDB's, in a schema of their own, come and go without drift",
    .enabled(if: TestDatabase.hasPostgres))
  func chunked() throws {
    let test = try TestDatabase(.postgres, migrated: false)
    let owner = try test.connectAsOwner(searchPath: .connection)
    let folder = try VerifyTrial.folder([
      "0001_facts.sql": """
      CREATE TABLE facts (tenant_id uuid NOT NULL, day date NOT NULL, lines bigint NOT NULL DEFAULT 1);
      CREATE INDEX facts_day ON facts (tenant_id, day);
      """
    ])
    let source = MigrationSource.folder(folder.path)
    _ = try SchemaMigrating(test.url, from: source, now: { FixedTime.now }).up()
    let drift = SchemaDrift(try test.url, from: source, now: { FixedTime.now })
    let before = try drift.snapshot()
    // As the extension makes them while rows come in: children with a bound, an index and statistics of their own, a
    // catalog and jobs beside them, and rights that are copied from the table.
    for text in [
      "CREATE SCHEMA _timescaledb_internal", "CREATE SCHEMA _timescaledb_catalog", "CREATE SCHEMA _timescaledb_config",
      "CREATE TABLE _timescaledb_catalog.hypertable (id integer PRIMARY KEY, table_name name)",
      "CREATE TABLE _timescaledb_config.bgw_job (id integer PRIMARY KEY, application_name name)",
      """
      CREATE TABLE _timescaledb_internal._hyper_1_1_chunk (
        CONSTRAINT constraint_1 CHECK (day >= '2026-11-01' AND day < '2026-12-01')) INHERITS (public.facts)
      """,
      "CREATE INDEX _hyper_1_1_chunk_facts_day ON _timescaledb_internal._hyper_1_1_chunk (tenant_id, day)",
      "CREATE TABLE _timescaledb_internal.compress_hyper_2_2_chunk (_ts_meta_count integer)",
      "INSERT INTO _timescaledb_internal._hyper_1_1_chunk SELECT gen_random_uuid(), '2026-11-03', 1",
      "ANALYZE",
    ] { try owner.driver.script(text) }
    #expect(try drift.finding(against: before).differences == [])
    #expect(try drift.againstMigrations().differences == [])
    guard case .same = try drift.sinceLastMigration() else {
      Issue.record("the kept hash is of the same schema")
      return
    }
    try owner.driver.script("DROP TABLE _timescaledb_internal._hyper_1_1_chunk")
    #expect(try drift.finding(against: before).differences == [])
    // What the migrations made is looked at all the same.
    try owner.driver.script("ALTER TABLE facts ALTER COLUMN lines DROP DEFAULT")
    #expect(try drift.finding(against: before).differences.map(\.object.title) == ["column facts.lines"])
  }

  /// Rows, statistics and temporary tables are no part of a schema.
  private func use(_ test: TestDatabase) throws {
    try test.database.write { tx in
      try tx.run(
        """
        INSERT INTO runs (run_id, command, started_at)
        VALUES (\(CountingIdentifiers().next(Run.self)), 'drift', \(FixedTime.now))
        """)
    }
    _ = try test.database.driver.execute("ANALYZE", [])
    _ = try test.database.driver.execute("CREATE TEMPORARY TABLE here (n bigint)", [])
  }

  @Test("the proposed SQL brings the schema back", arguments: TestDatabase.kinds)
  func remedies(_ kind: TestDatabase.Kind) throws {
    let model = try TestDatabase(kind)
    let wanted = try drift(model).snapshot()
    // What has no remedy, or loses what it was made of, cannot be brought back by SQL alone.
    for seed in kind == .postgres ? SeededDrift.postgres : SeededDrift.sqlite {
      let test = try TestDatabase(kind)
      try run(seed.sql, on: test)
      let drift = try drift(test)
      let differences = try drift.finding(against: wanted).differences
      let remedies = differences.map { $0.remedy(for: wanted.engine, parts: wanted.objects) }
      guard remedies.allSatisfy({ $0 != nil }) else { continue }
      try run(remedies.compactMap { $0 }, on: test)
      let left = try drift.finding(against: wanted).differences.filter { !Self.isBeyondSQL($0, seed) }
      #expect(left == [], "\(seed): \(remedies)")
    }
  }

  /// A column made anew stands last, a text collation is not proposed, and storage options are left to a migration.
  private static func isBeyondSQL(_ difference: SchemaDifference, _ seed: SeededDrift) -> Bool {
    difference.object.kind == .table
      || (difference.object.kind == .column && difference.facts.allSatisfy { $0.name == "collation" })
      || seed.sql.contains { $0.contains("DROP TABLE") || $0.contains("DROP COLUMN") }
  }

  @Test("schemas of two kinds of database are not compared", .enabled(if: TestDatabase.hasPostgres))
  func kinds() throws {
    let (file, server) = (try TestDatabase(.sqlite), try TestDatabase(.postgres))
    let sqlite = try drift(file).snapshot()
    let error = #expect(throws: PodctlError.self) { _ = try drift(server).finding(against: sqlite) }
    #expect(error?.code == .usage)
  }
}
