import PodctlCore
import Testing

@testable import PodctlStore

@Suite("What a file's header asks for")
struct MigrationHeaderTests {
  private func script(_ text: String, _ dialect: Dialect = .postgres) throws -> MigrationScript {
    try MigrationScript(MigrationFile(fileName: "0001_a.sql", bytes: Array(text.utf8)), dialect)
  }

  @Test("is read from its comments")
  func reading() throws {
    let script = try script(
      """
      -- podctl: transaction=none lock_timeout=3s
      -- podctl: statement_timeout=10m | retries=2
      -- podctl: requires=extension:timescaledb allow=P101,P204 -- why that is right here
      -- podctl: verify: SELECT count(*) = 0 FROM t
      CREATE INDEX CONCURRENTLY i ON t (a);
      SELECT 2;
      -- podctl: down
      DROP INDEX CONCURRENTLY i;
      """)
    let header = script.header
    #expect(!header.isTransactional)
    #expect(header.lockTimeout == .seconds(3))
    #expect(header.statementTimeout == .seconds(600))
    #expect(header.retries == 2)
    #expect(header.requiredExtensions == ["timescaledb"])
    #expect(header.allowedRules == ["P101", "P204"])
    #expect(header.verifications == ["SELECT count(*) = 0 FROM t"])
    #expect(header.down?.line == 7)
    #expect(script.count == 2)
    var down: [String] = []
    try script.forEach(.postgres, down: true) { down.append($1.text) }
    #expect(down == ["DROP INDEX CONCURRENTLY i"])
  }

  @Test(
    "a word that is not known is refused, with the nearest that is",
    arguments: [
      ("transactoin=none", "transaction"), ("lock_timeuot=3s", "lock_timeout"), ("retry=1", "retries"),
      ("dwon", "down"),
      ("lock_timeout=soon", "3s"), ("retries=many", "retries=5"), ("requires=timescaledb", "extension:"),
      ("transaction=maybe", "none"), ("quite something else", "statement_timeout"),
    ])
  func unknown(_ note: String, _ hint: String) {
    let error = #expect(throws: PodctlError.self) { try script("SELECT 1;\n  -- podctl: \(note)\nSELECT 2;") }
    #expect(error?.code == .migrationInvalid)
    #expect(error?.message.hasPrefix("0001_a.sql, line 2, column 3: ") == true, "\(error?.message ?? "")")
    #expect(error?.hint?.contains(hint) == true, "\(error?.hint ?? "")")
  }

  @Test(
    "what no transaction can hold must say so",
    arguments: [
      "CREATE INDEX CONCURRENTLY i ON t (a)", "create unique index concurrently if not exists i on t (a)",
      "DROP INDEX CONCURRENTLY i", "REINDEX INDEX CONCURRENTLY i", "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
      "REINDEX DATABASE d", "VACUUM", "VACUUM (ANALYZE) t", "CREATE DATABASE d", "DROP DATABASE d",
      "CREATE TABLESPACE s LOCATION '/x'", "ALTER SYSTEM SET a = 1", "CLUSTER",
      "CREATE MATERIALIZED VIEW v WITH (timescaledb.continuous) AS SELECT 1",
      "CALL refresh_continuous_aggregate('v', NULL, NULL)",
      "ALTER TABLE t DETACH PARTITION p CONCURRENTLY", "ALTER DATABASE d SET TABLESPACE s",
    ])
  func alone(_ statement: String) throws {
    let error = #expect(throws: PodctlError.self) { try script("SELECT 1;\n\(statement);") }
    #expect(error?.message.contains("line 2, column 1: ") == true)
    #expect(error?.hint?.contains("transaction=none") == true)
    #expect(try script("-- podctl: transaction=none\n\(statement);").count == 1)
  }

  @Test(
    "what a transaction can hold need not",
    arguments: [
      "CREATE INDEX i ON t (a)", "ALTER TYPE e ADD VALUE 'x'", "DROP INDEX i", "REINDEX TABLE t", "CLUSTER t USING i",
      "CREATE MATERIALIZED VIEW v WITH (timescaledb.continuous) AS SELECT 1 WITH NO DATA", "SELECT 'VACUUM'",
      "CREATE MATERIALIZED VIEW v AS SELECT 1", "ALTER TABLE t DETACH PARTITION p", "ALTER DATABASE d SET a = 1",
      "CREATE TABLE concurrently (a int)",
    ])
  func together(_ statement: String) throws {
    #expect(try script("\(statement);").count == 1)
  }

  @Test("the index that is built concurrently is found, however it is written")
  func index() throws {
    func index(_ text: String) throws -> ConcurrentIndex? {
      try #require(ScriptReader.statements(of: text, .postgres).first).concurrentIndex
    }
    #expect(
      try index("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"I;\" ON ONLY s.\"T\" (a)")
        == ConcurrentIndex(name: "I;", schema: "s", table: "T"))
    #expect(try index("create index concurrently i on t(a)") == ConcurrentIndex(name: "i", schema: nil, table: "t"))
    #expect(try index("CREATE INDEX CONCURRENTLY ON t (a)") == nil)
    #expect(try index("CREATE INDEX i ON t (a)") == nil)
  }
}
