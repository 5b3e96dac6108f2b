import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("What goes wrong while migrating")
struct MigrationFaultTests {
  @Test("rows that point nowhere stop a file on SQLite, though tables may be rebuilt")
  func foreignKeys() throws {
    let trial = try MigrationTrial(.sqlite)
    let first =
      "CREATE TABLE a (n integer PRIMARY KEY); CREATE TABLE b (n integer REFERENCES a (n));"
      + "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);"
    let rebuild =
      "CREATE TABLE c (n integer PRIMARY KEY, m text); INSERT INTO c (n) SELECT n FROM a; DROP TABLE a;"
      + "ALTER TABLE c RENAME TO a;"
    _ = try trial.up(["0001_a.sql": first, "0002_b.sql": rebuild])
    #expect(try trial.number("SELECT count(*) FROM b") == 1)
    let error = MigrationTrial.error {
      _ = try trial.up(["0001_a.sql": first, "0002_b.sql": rebuild, "0003_c.sql": "DELETE FROM a;"])
    }
    #expect(error?.code == .migrationFailed)
    #expect(error?.message.contains("rows of b that point to no row of a") == true, "\(error?.message ?? "")")
    #expect(try trial.number("SELECT count(*) FROM a") == 1)
  }

  @Test("what a file promises must hold, or nothing of it is kept", arguments: TestDatabase.kinds)
  func verify(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    let table = "CREATE TABLE a (n bigint);\n-- podctl: verify: SELECT count(*) = 1 FROM a\n"
    let error = MigrationTrial.error { _ = try trial.up(["0001_a.sql": table]) }
    #expect(error?.code == .migrationFailed)
    #expect(error?.message.contains("SELECT count(*) = 1 FROM a") == true)
    #expect(try trial.up(["0001_a.sql": table + "INSERT INTO a VALUES (1);"]) == ["0001_a"])
  }

  @Test(
    "a held lock: wait in vain and name the holder, fail at once, or leave it to the other",
    .enabled(if: TestDatabase.hasPostgres))
  func held() throws {
    let trial = try MigrationTrial(.postgres)
    let blocker = try trial.open()
    let key = """
      ('x' || encode(substring(sha256('podctl.migrate'::bytea || '\\x00'::bytea || convert_to(current_database(), 'UTF8')
        || '\\x00'::bytea || 'public'::bytea) from 1 for 8), 'hex'))::bit(64)::bigint
      """
    _ = try blocker.driver.execute("BEGIN", [])
    _ = try blocker.driver.execute("SELECT pg_advisory_xact_lock(\(key))", [])
    let pid: Int64? = try blocker.driver.execute("SELECT pg_backend_pid() AS pid", []).rows.first?["pid"]
    let files: KeyValuePairs = ["0001_a.sql": "CREATE TABLE a (n bigint);"]
    var rules = MigrationRules()
    rules.lockWait = .seconds(1)
    let start = ContinuousClock.now
    let error = MigrationTrial.error { _ = try trial.up(files, rules) }
    #expect(error?.code == .databaseBusy)
    #expect(error?.message.contains("podctl (pid \(pid ?? 0), from a local socket") == true, "\(error?.message ?? "")")
    #expect(ContinuousClock.now - start > .seconds(1))
    rules.lock = .fail
    #expect(MigrationTrial.error { _ = try trial.up(files, rules) }?.code == .databaseBusy)
    rules.lock = .skip
    #expect(try trial.up(files, rules) == [])
    _ = try blocker.driver.execute("ROLLBACK", [])
    #expect(try trial.up(files) == ["0001_a"])
  }

  @Test("a SQLite file in use: fail at once, or wait until it is free")
  func heldFile() throws {
    let trial = try MigrationTrial(.sqlite)
    let blocker = try trial.open()
    _ = try blocker.driver.execute("BEGIN IMMEDIATE", [])
    var rules = MigrationRules()
    rules.lock = .fail
    let files: KeyValuePairs = ["0001_a.sql": "CREATE TABLE a (n bigint);"]
    let start = ContinuousClock.now
    #expect(MigrationTrial.error { _ = try trial.up(files, rules) }?.code == .databaseBusy)
    #expect(ContinuousClock.now - start < .seconds(3))
    _ = try blocker.driver.execute("ROLLBACK", [])
    #expect(try trial.up(files, rules) == ["0001_a"])
  }

  @Test(
    "a table locked for a while: tried again until it is free, or given up with nothing changed",
    .enabled(if: TestDatabase.hasPostgres))
  func lockTimeout() throws {
    let trial = try MigrationTrial(.postgres)
    let first: KeyValuePairs = ["0001_a.sql": "CREATE TABLE a (n bigint);"]
    _ = try trial.up(first)
    let files: KeyValuePairs = [
      "0001_a.sql": first[0].value, "0002_b.sql": "CREATE TABLE b (n bigint);\nALTER TABLE a ADD COLUMN m bigint;",
    ]
    let blocker = try trial.open()
    _ = try blocker.driver.execute("BEGIN", [])
    _ = try blocker.driver.execute("LOCK TABLE a IN ACCESS SHARE MODE", [])
    var rules = MigrationRules()
    rules.lockTimeout = .milliseconds(100)
    rules.retries = 1
    let error = MigrationTrial.error { _ = try trial.up(files, rules) }
    #expect(error?.code == .lockTimeout)
    #expect(error?.message.contains("0002_b.sql, line 2: ") == true, "\(error?.message ?? "")")
    #expect(try trial.number("SELECT count(*) FROM pg_class WHERE relname = 'b'") == 0)
    rules.retries = 20
    let outcome = Threads.run(2) { [rules] number in
      if number == 0 {
        Thread.sleep(forTimeInterval: 1)
        try trial.run(
          "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'a' AND l.granted"
        )
      } else {
        _ = try trial.up(files, rules)
      }
    }
    #expect(outcome.errors == [])
    #expect(try trial.runner(files).history().map(\.state) == [.applied, .applied])
  }

  @Test(
    "a server that is set to read only says so, and status and plan still work", .enabled(if: TestDatabase.hasPostgres))
  func readOnly() throws {
    let trial = try MigrationTrial(.postgres)
    let name: String = try trial.open().driver.execute("SELECT current_database()::text AS d", []).rows[0]["d"]
    try TestServer.command("ALTER DATABASE \(name) SET default_transaction_read_only = on")
    // A pooler's connections keep what they were told at their beginning until it lets them go.
    for _ in 0..<5 where try TestServer.pooler != nil && !isReadOnly(trial) { Thread.sleep(forTimeInterval: 3) }
    let files: KeyValuePairs = ["0001_a.sql": "CREATE TABLE a (n bigint);"]
    #expect(MigrationTrial.error { _ = try trial.up(files) }?.code == .databaseReadOnly)
    #expect(try trial.runner(files).history().map(\.state) == [.pending])
    #expect(try trial.runner(files).plan().steps.count == 1)
  }

  private func isReadOnly(_ trial: MigrationTrial) throws -> Bool {
    try trial.open().driver.execute("SHOW default_transaction_read_only", []).rows[0]["default_transaction_read_only"]
      == "on"
  }

  @Test("a disk that is full keeps nothing of the file, and with space again the next run ends well")
  func full() throws {
    let trial = try MigrationTrial(.sqlite)
    let table = "CREATE TABLE a (n bigint, name text);"
    let rows = """
      INSERT INTO a WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 5000)
        SELECT n, 'the name of ' || n FROM s;
      """
    // SQLite's own bound on a file's pages answers as a full disk does.
    let error = MigrationTrial.error {
      _ = try trial.up(["0001_a.sql": table, "0002_rows.sql": "PRAGMA max_page_count = 20;\n" + rows])
    }
    #expect(error?.code == .diskFull, "\(String(describing: error))")
    #expect(error?.message.contains("0002_rows.sql, line 2") == true, "\(error?.message ?? "")")
    #expect(try trial.number("SELECT count(*) FROM a") == 0)
    #expect(try trial.up(["0001_a.sql": table, "0002_rows.sql": rows]) == ["0002_rows"])
    #expect(try trial.number("SELECT count(*) FROM a") == 5000)
  }

  @Test("a missing extension is said before anything runs", arguments: TestDatabase.kinds)
  func requires(_ kind: TestDatabase.Kind) throws {
    let trial = try MigrationTrial(kind)
    let error = MigrationTrial.error {
      _ = try trial.up([
        "0001_a.sql": "CREATE TABLE a (n bigint);", "0002_b.sql": "-- podctl: requires=extension:no_such\nSELECT 1;",
      ])
    }
    #expect(error?.code == .migrationRequires)
    #expect(try trial.runner(["0001_a.sql": "CREATE TABLE a (n bigint);"]).history().map(\.state) == [.pending])
  }

  @Test("an address with IPv6 only is told from a server that is down", .enabled(if: TestDatabase.hasPostgres))
  func ipv6() throws {
    let error = MigrationTrial.error {
      _ = try Database.open(
        DatabaseURL("postgres://u:s3cret@[2001:db8::1]:5432/d?connect_timeout=2"), for: .migrating,
        now: { FixedTime.now })
    }
    #expect(error?.code == .databaseUnreachable)
    #expect("\(error.debugDescription)".contains("s3cret") == false)
    if error?.message.contains("IPv6") == true { #expect(error?.hint?.contains("session pooler") == true) }
  }
}
