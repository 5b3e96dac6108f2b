import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Where files and history disagree")
struct MigrationHistoryTests {
  private static let one: KeyValuePairs = ["0002_a.sql": "CREATE TABLE a (n bigint);\n\nINSERT INTO a VALUES (1);"]

  @Test("a lower number that comes later is refused, or let through when asked", arguments: TestDatabase.kinds)
  func order(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    #expect(try trial.up(Self.one) == ["0002_a"])
    let both: KeyValuePairs = ["0001_late.sql": "CREATE TABLE b (n bigint);", "0002_a.sql": Self.one[0].value]
    let error = MigrationTrial.error { _ = try trial.up(both) }
    #expect(error?.code == .migrationOutOfOrder)
    #expect(error?.message.contains("0001_late.sql") == true)
    var rules = MigrationRules()
    rules.allowsOutOfOrder = true
    #expect(try trial.up(both, rules) == ["0001_late"])
    #expect(try trial.up(both) == [])
  }

  @Test("a history newer than the files is refused, or let stand when asked", arguments: TestDatabase.kinds)
  func newer(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    _ = try trial.up(["0001_a.sql": "CREATE TABLE a (n bigint);", "0002_b.sql": "CREATE TABLE b (n bigint);"])
    let old: KeyValuePairs = ["0001_a.sql": "CREATE TABLE a (n bigint);"]
    let error = MigrationTrial.error { _ = try trial.up(old) }
    #expect(error?.code == .migrationMissing)
    #expect(error?.message.contains("newer") == true)
    var rules = MigrationRules()
    rules.allowsNewer = true
    #expect(try trial.up(old, rules) == [])
  }

  @Test(
    "an edit is shown from the text that was kept: the statement, its line, and both sides",
    arguments: TestDatabase.kinds)
  func edited(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    _ = try trial.up(Self.one)
    let error = MigrationTrial.error {
      _ = try trial.up(["0002_a.sql": "CREATE TABLE a (n bigint);\n\nINSERT INTO a VALUES (2);"])
    }
    #expect(error?.code == .migrationChanged)
    #expect(error?.message.contains("statement 2 (line 3) is another") == true, "\(error?.message ?? "")")
    #expect(
      error?.hint?.contains("- INSERT INTO a VALUES (1)\n+ INSERT INTO a VALUES (2)") == true, "\(error?.hint ?? "")")
  }

  @Test(
    "new looks are told from a change, and repair takes them in; a change wants its name", arguments: TestDatabase.kinds
  )
  func repair(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    _ = try trial.up(Self.one)
    let pretty: KeyValuePairs = [
      "0002_a.sql": "-- made pretty\ncreate table A (n bigint);\nINSERT INTO a\n  VALUES (1);"
    ]
    let error = MigrationTrial.error { _ = try trial.up(pretty) }
    #expect(error?.message.contains("alone") == true)
    #expect(error?.commands == ["podctl migrate repair"])
    #expect(try trial.runner(pretty).repair(accepting: nil).map(\.label) == ["0002_a"])
    #expect(try trial.up(pretty) == [])
    let other: KeyValuePairs = ["0002_a.sql": "CREATE TABLE a (m bigint);"]
    #expect(MigrationTrial.error { _ = try trial.runner(other).repair(accepting: nil) }?.code == .migrationChanged)
    #expect(try trial.runner(other).repair(accepting: "0002_a").count == 1)
    #expect(try trial.up(other) == [])
    #expect(try trial.number("SELECT count(*) FROM podctl_schema_migrations_events WHERE event = 'repaired'") == 2)
  }

  @Test("a repeatable file runs again when it was changed, after the versioned ones", arguments: TestDatabase.kinds)
  func repeatable(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    let view = "DROP VIEW IF EXISTS v;\nCREATE VIEW v AS SELECT"
    #expect(
      try trial.up(["R_v.sql": "\(view) n FROM a;", "0001_a.sql": "CREATE TABLE a (n bigint);"]) == ["0001_a", "v"])
    let more: KeyValuePairs = [
      "schema/w.sql": "SELECT 1;", "R_v.sql": "\(view) n, m FROM a;", "0001_a.sql": "CREATE TABLE a (n bigint);",
      "0002_b.sql": "ALTER TABLE a ADD COLUMN m bigint;",
    ]
    #expect(try trial.up(more) == ["0002_b", "schema/w", "v"])
    #expect(try trial.up(more) == [])
  }

  @Test(
    "another kind of database than the history's is refused where it would take another file",
    .enabled(if: TestDatabase.hasPostgres))
  func platform() throws {
    let trial = try MigrationTrial(.postgres)
    let files: KeyValuePairs = ["0001_a.sql": "CREATE TABLE a (n bigint);", "0002_b.sql": "SELECT 1;"]
    _ = try trial.up(files)
    try trial.run("UPDATE podctl_schema_migrations SET platform = 'timescaledb'")
    #expect(try trial.up(files) == [])
    let forked: KeyValuePairs = [
      "0001_a.sql": files[0].value, "0002_b.sql": files[1].value, "0003_c.timescaledb.sql": "SELECT 1;",
      "0003_c.sql": "SELECT 2;",
    ]
    let error = MigrationTrial.error { _ = try trial.up(forked) }
    #expect(error?.code == .migrationVariant)
    #expect(error?.message.contains("timescaledb") == true)
  }

  @Test("the ledger of podctl 0.1 is taken over where it stands", arguments: TestDatabase.kinds)
  func takenOver(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    let files: KeyValuePairs = ["0001_a.sql": "CREATE TABLE a (n bigint);"]
    let checksum = try MigrationFile(fileName: "0001_a.sql", bytes: Array(files[0].value.utf8)).checksum
    try trial.run(
      """
      CREATE TABLE podctl_schema_migrations (version bigint NOT NULL PRIMARY KEY, name text NOT NULL,
        checksum text NOT NULL, applied_at timestamptz NOT NULL, duration_ms bigint NOT NULL);
      CREATE TABLE a (n bigint);
      INSERT INTO podctl_schema_migrations VALUES (1, 'a', '\(checksum)', \(kind == .sqlite ? "1793606400000000" : "'2026-11-02T08:00:00Z'"), 7);
      """)
    #expect(try trial.runner(files).history().map(\.state) == [.applied])
    #expect(try trial.up(files) == [])
    let more: KeyValuePairs = ["0001_a.sql": files[0].value, "0002_b.sql": "CREATE TABLE b (n bigint);"]
    #expect(try trial.up(more) == ["0002_b"])
    let history = try trial.runner(more).history()
    #expect(history.map(\.state) == [.applied, .applied])
    #expect(history[0].appliedAt == FixedTime.now)
    #expect(history[0].durationMilliseconds == 7)
    #expect(try trial.number("SELECT count(*) FROM podctl_schema_migrations_events WHERE event = 'taken over'") == 1)
  }

  @Test("a baseline writes the ledger and nothing else, once", arguments: TestDatabase.kinds)
  func baseline(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    try trial.run("CREATE TABLE a (n bigint); INSERT INTO a VALUES (5);")
    let files: KeyValuePairs = [
      "0001_a.sql": "CREATE TABLE a (n bigint);", "0002_b.sql": "ALTER TABLE a ADD COLUMN m bigint;",
    ]
    #expect(try trial.runner(files).baseline(at: 1).map(\.state) == [.baseline])
    #expect(MigrationTrial.error { _ = try trial.runner(files).baseline(at: 1) }?.code == .historyExists)
    #expect(try trial.up(files) == ["0002_b"])
    #expect(try trial.number("SELECT n FROM a") == 5)
  }

  @Test("a step is undone by its own section down, and only by that", arguments: TestDatabase.kinds)
  func down(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    let files: KeyValuePairs = [
      "0001_a.sql": "CREATE TABLE a (n bigint);",
      "0002_b.sql": "CREATE TABLE b (n bigint);\n-- podctl: down\nDROP TABLE b;",
    ]
    _ = try trial.up(files)
    #expect(try trial.runner(files).newest()?.hasDown == true)
    _ = try trial.runner(files).down("0002_b")
    #expect(try trial.runner(files).history().map(\.state) == [.applied, .pending])
    #expect(MigrationTrial.error { _ = try trial.runner(files).down("0001_a") }?.code == .downMissing)
    #expect(try trial.up(files) == ["0002_b"])
  }

  @Test("a plan holds until files, history or database are others", arguments: TestDatabase.kinds)
  func plan(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    let plan = try trial.runner(Self.one).plan()
    #expect(plan.steps.map(\.file) == ["0002_a.sql"])
    #expect(try trial.runner(Self.one).plan().differs(from: plan) == nil)
    #expect(try trial.runner(["0002_a.sql": "SELECT 1;"]).plan().differs(from: plan)?.contains("changed") == true)
    #expect(try MigrationTrial(kind).runner(Self.one).plan().differs(from: plan)?.contains("another database") == true)
    _ = try trial.up(Self.one)
    #expect(try trial.runner(Self.one).plan().differs(from: plan)?.contains("history") == true)
  }
}
