import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The migration runner")
struct MigrationRunnerTests {
  private func files(_ texts: KeyValuePairs<String, String>) throws -> [MigrationFile] {
    try texts.map { try MigrationFile(fileName: $0.key, bytes: Array($0.value.utf8)) }
  }

  private func runner(
    _ test: TestDatabase, _ files: [MigrationFile], ledger: MigrationLedger = .own
  ) throws -> MigrationRunner {
    try MigrationRunner(test.database, ledger: ledger, files: files, now: { FixedTime.now })
  }

  private func code(_ body: () throws -> Void) -> PodctlError? {
    do { try body() } catch { return error as? PodctlError }
    return nil
  }

  private static let two: KeyValuePairs = [
    "0001_a.sql": "CREATE TABLE a (n bigint);", "0002_b.sql": "CREATE TABLE b (n bigint);\nINSERT INTO a VALUES (1);",
  ]

  @Test("podctl's own: from empty to all, and again is nothing", arguments: TestDatabase.kinds)
  func own(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let runner = try runner(test, Database.embeddedMigrations())
    let versions = TestDatabase.ownVersions(kind)
    #expect(try runner.history().map(\.state) == versions.map { _ in .pending })
    #expect(try runner.up().map(\.version) == versions)
    #expect(try runner.up() == [])
    let history = try runner.history()
    #expect(history.map(\.version) == versions)
    #expect(history.allSatisfy { $0.state == .applied && $0.appliedAt == FixedTime.now })
  }

  @Test("a file added later is the only one applied", arguments: TestDatabase.kinds)
  func later(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let both = try files(Self.two)
    #expect(try runner(test, [both[0]]).up().map(\.name) == ["a"])
    #expect(try runner(test, both).history().map(\.state) == [.applied, .pending])
    #expect(try runner(test, both).up().map(\.name) == ["b"])
  }

  @Test("an applied file that was changed, or is gone, stops everything", arguments: TestDatabase.kinds)
  func mismatch(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    _ = try runner(test, files(Self.two)).up()
    let changed = try files([
      "0001_a.sql": "CREATE TABLE a (n bigint, m bigint);", "0002_b.sql": Self.two[1].value, "0003_c.sql": "SELECT 1;",
    ])
    let error = code { _ = try runner(test, changed).up() }
    #expect(error?.code == .migrationChanged)
    #expect(error?.message.contains("0001_a.sql") == true)
    let gone = try files(["0002_b.sql": Self.two[1].value, "0003_c.sql": "SELECT 1;"])
    #expect(code { _ = try runner(test, gone).up() }?.code == .migrationMissing)
    #expect(code { _ = try runner(test, gone).history() }?.code == .migrationMissing)
    #expect(code { _ = try runner(test, Array(files(Self.two).prefix(1))).up() }?.code == .migrationMissing)
  }

  @Test(
    "a failing file is rolled back whole, and named with its line; those before it stay", arguments: TestDatabase.kinds)
  func failing(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let bad = try files([
      "0001_a.sql": "CREATE TABLE a (n bigint);",
      "0002_b.sql": "CREATE TABLE b (n bigint);\n\nINSERT INTO b VALUES (1);\nINSERT INTO c\n  VALUES (2);",
    ])
    let error = code { _ = try runner(test, bad).up() }
    #expect(error?.code == .migrationFailed)
    #expect(error?.message.contains("0002_b.sql, line 4: ") == true, "\(error?.message ?? "")")
    #expect(try runner(test, bad).history().map(\.state) == [.applied, .pending])
    let mended = try files(["0001_a.sql": "CREATE TABLE a (n bigint);", "0002_b.sql": "CREATE TABLE b (n bigint);"])
    #expect(try runner(test, mended).up().map(\.version) == [2])
  }

  @Test("a file that would end its own transaction is refused before it runs", arguments: TestDatabase.kinds)
  func committing(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let sly = try files(["0001_a.sql": "CREATE TABLE a (n bigint);\nCOMMIT;\nCREATE TABLE b (n bigint);"])
    let error = code { _ = try runner(test, sly).up() }
    #expect(error?.code == .migrationInvalid)
    #expect(error?.message.contains("line 2") == true)
    #expect(try runner(test, files(["0001_a.sql": "CREATE TABLE a (n bigint);"])).up().count == 1)
  }

  @Test("a folder's ledger is its own, beside podctl's in one database", arguments: TestDatabase.kinds)
  func twoLedgers(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let other = try test.connectAsOwner(searchPath: .connection)
    let guests = try files(["0001_guests.sql": "CREATE TABLE guests (n bigint);"])
    let runner = try MigrationRunner(other, ledger: .ofFolder, files: guests, now: { FixedTime.now })
    if kind == .postgres {
      // From version 15 on the owner of a database alone may create in its schema public.
      #expect(try other.driver.execute("SELECT current_schema() AS s", []).rows[0]["s"] == "public")
    }
    #expect(try runner.up().map(\.name) == ["guests"])
    #expect(try runner.up() == [])
    _ = try test.connect(for: .work)
  }

  @Test("eight runners at once on one empty database: each file once, and no error", arguments: TestDatabase.kinds)
  func race(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let url = try test.url
    let outcome = Threads.run(8) { _ in
      let database = try Database.open(url, for: .migrating, now: { FixedTime.now })
      let files = try (1...12).map { number in
        try MigrationFile(
          fileName: "00\(number + 10)_t.sql",
          bytes: Array("CREATE TABLE t\(number) (n bigint);\nINSERT INTO t\(number) VALUES (1);".utf8))
      }
      _ = try MigrationRunner(database, ledger: .own, files: files, now: { FixedTime.now }).up()
    }
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    let ledger = try test.database.read { tx in
      try tx.first("SELECT count(*) AS n, min(version) AS least FROM schema_migrations")
    }
    #expect(try ledger?["n"] == 12)
    #expect(try test.database.read { tx in try tx.first("SELECT count(*) AS n FROM t12")?["n"] } == 1)
  }

  @Test("with nothing pending the file stays as it is, to the byte")
  func noWrite() throws {
    let folder = try TemporaryFolder()
    let url = try DatabaseURL("sqlite:" + folder.file("still.db"))
    func bytes() -> [Data?] {
      ["still.db", "still.db-wal"].map { FileManager.default.contents(atPath: folder.file($0)) }
    }
    let database = try Database.open(url, now: { FixedTime.now })
    let before = bytes()
    let runner = try MigrationRunner(
      database, ledger: .own, files: Database.embeddedMigrations(), now: { FixedTime.now.advanced(seconds: 60) })
    #expect(try runner.up() == [])
    #expect(bytes() == before)
    #expect(before[1]?.isEmpty == false)
  }
}
