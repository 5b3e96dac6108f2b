import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Files that no transaction can hold", .enabled(if: TestDatabase.hasPostgres))
struct StepwiseTests {
  private static let table = "CREATE TABLE a (n bigint, m bigint);\nINSERT INTO a VALUES (1, 1), (2, 1);"
  private static let good =
    "-- podctl: transaction=none\nCREATE INDEX CONCURRENTLY a_n ON a (n);\nCREATE INDEX CONCURRENTLY a_m ON a (m);"

  private func valid(_ trial: MigrationTrial) throws -> Int64? {
    try trial.number(
      "SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname LIKE 'a\\_%' AND indisvalid"
    )
  }

  @Test("run statement by statement, and their row tells how many")
  func plain() throws {
    let trial = try MigrationTrial(.postgres)
    let files: KeyValuePairs = ["0001_a.sql": Self.table, "0002_i.sql": Self.good]
    #expect(try trial.up(files) == ["0001_a", "0002_i"])
    #expect(try valid(trial) == 2)
    #expect(try trial.number("SELECT statements_done FROM podctl_schema_migrations WHERE version = 2") == 2)
    #expect(try trial.up(files) == [])
  }

  @Test("a statement that fails keeps those before it, leaves no broken index, and the mended rest goes on from there")
  func failing() throws {
    let trial = try MigrationTrial(.postgres)
    let head = "-- podctl: transaction=none\nCREATE INDEX CONCURRENTLY a_n ON a (n);\n"
    let bad: KeyValuePairs = [
      "0001_a.sql": Self.table, "0002_i.sql": head + "CREATE UNIQUE INDEX CONCURRENTLY a_m ON a (m);",
    ]
    let error = MigrationTrial.error { _ = try trial.up(bad) }
    #expect(error?.code == .migrationFailed)
    #expect(error?.hint?.contains("1 of 2 statements are done and kept") == true, "\(error?.hint ?? "")")
    #expect(try trial.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid") == 0)
    #expect(try trial.runner(bad).history().map(\.state) == [.applied, .running])
    let edited: KeyValuePairs = [
      "0001_a.sql": Self.table, "0002_i.sql": "-- podctl: transaction=none\nCREATE INDEX CONCURRENTLY a_x ON a (n);",
    ]
    #expect(MigrationTrial.error { _ = try trial.up(edited) }?.code == .migrationChanged)
    let mended: KeyValuePairs = [
      "0001_a.sql": Self.table, "0002_i.sql": head + "CREATE INDEX CONCURRENTLY a_m ON a (m);",
    ]
    #expect(try trial.up(mended) == ["0002_i"])
    #expect(try valid(trial) == 2)
    #expect(try trial.up(mended) == [])
  }

  @Test(
    "an index that a killed run left invalid is dropped and built again; one that it finished is not",
    arguments: [false, true])
  func resumed(_ wasFinished: Bool) throws {
    let trial = try MigrationTrial(.postgres)
    let files: KeyValuePairs = ["0001_a.sql": Self.table, "0002_i.sql": Self.good]
    #expect(try trial.up(files).count == 2)
    // As if the first run had been killed in its second statement, or behind it and before it could say so.
    try trial.run(
      "UPDATE podctl_schema_migrations SET status = 'running', statements_begun = 2, statements_done = 1 WHERE version = 2"
    )
    if !wasFinished {
      try trial.run("DROP INDEX a_m; DELETE FROM a;")
      try trial.run("INSERT INTO a VALUES (1, 1), (2, 1)")
      #expect(
        MigrationTrial.error {
          _ = try trial.open().driver.execute("CREATE UNIQUE INDEX CONCURRENTLY a_m ON a (m)", [])
        } != nil)
      #expect(try trial.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid") == 1)
    }
    let before = try trial.number("SELECT oid::bigint FROM pg_class WHERE relname = 'a_m'")
    #expect(try trial.up(files) == ["0002_i"])
    #expect(try valid(trial) == 2)
    #expect(try (trial.number("SELECT oid::bigint FROM pg_class WHERE relname = 'a_m'") == before) == wasFinished)
    #expect(try trial.number("SELECT count(*) FROM podctl_schema_migrations_events WHERE event = 'resumed'") == 1)
  }

  @Test("while another is alive at one it is waited for; who has lost the lease can record nothing")
  func lease() throws {
    let trial = try MigrationTrial(.postgres)
    let files: KeyValuePairs = ["0001_a.sql": Self.table, "0002_i.sql": Self.good]
    #expect(try trial.up(files).count == 2)
    try trial.run(
      "UPDATE podctl_schema_migrations SET status = 'running', statements_begun = 1, statements_done = 1, lease_until = clock_timestamp() + interval '3 seconds', runner = 'other:7' WHERE version = 2; DROP INDEX a_m;"
    )
    var rules = MigrationRules()
    rules.lock = .fail
    let error = MigrationTrial.error { _ = try trial.up(files, rules) }
    #expect(error?.code == .databaseBusy)
    #expect(error?.message.contains("other:7") == true)
    #expect(try trial.up(files) == ["0002_i"])
    #expect(try valid(trial) == 2)
    #expect(try trial.number("SELECT lease_token FROM podctl_schema_migrations WHERE version = 2") == 2)
  }

  @Test("eight runners at once with an index built concurrently among the files: no deadlock, each file once")
  func race() throws {
    let trial = try MigrationTrial(.postgres)
    let outcome = Threads.run(8) { _ in
      _ = try trial.up(["0001_a.sql": Self.table, "0002_i.sql": Self.good, "0003_c.sql": "CREATE TABLE c (n bigint);"])
    }
    #expect(outcome.errors == [])
    #expect(try valid(trial) == 2)
    #expect(try trial.number("SELECT count(*) FROM podctl_schema_migrations_events WHERE event = 'applied'") == 3)
  }

  @Test("VACUUM runs on SQLite")
  func vacuum() throws {
    let trial = try MigrationTrial(.sqlite)
    #expect(
      try trial.up(["0001_a.sql": "-- podctl: transaction=none\nCREATE TABLE a (n bigint);\nVACUUM;"]) == ["0001_a"])
  }
}
