import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Opening a SQLite file")
struct SQLiteOpeningTests {
  private func open(_ path: String, for purpose: Database.Purpose = .work) throws -> Database {
    try Database.open(DatabaseURL("sqlite:" + path), for: purpose, now: { FixedTime.now })
  }

  private func code(_ body: () throws -> Void) -> ErrorCode? {
    do { try body() } catch { return (error as? PodctlError)?.code }
    return nil
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("a new file is at the newest schema, in WAL mode and its owner's alone")
  func new() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("new.db")
    let database = try open(path)
    #expect(try database.read { tx in try tx.first("SELECT count(*) AS n FROM tenants")?["n"] } == 0)
    #expect(try database.driver.execute("PRAGMA journal_mode", []).rows[0]["journal_mode"] == "wal")
    #expect(try database.driver.execute("PRAGMA foreign_keys", []).rows[0]["foreign_keys"] == 1)
    #expect(try mode(path) == 0o600)
    #expect(try mode(path + "-wal") == 0o600)
  }

  @Test("eight first users of one new file all find it ready")
  func race() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("race.db")
    let outcome = Threads.run(8) { _ in
      let database = try Database.open(DatabaseURL("sqlite:" + path), now: { FixedTime.now })
      _ = try database.read { tx in try tx.rows("SELECT slug FROM tenants") }
    }
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test("the default file's folder is made; a typed one's is not")
  func folders() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("one/two/podctl.db")
    #expect(code { _ = try open(path) } == .databaseNotFound)
    #expect(!FileManager.default.fileExists(atPath: folder.file("one")))
    _ = try Database.open(.defaultFile(path), now: { FixedTime.now })
    #expect(try mode(folder.file("one/two")) == 0o700)
  }

  @Test("looking at a file that is not there makes none")
  func looking() throws {
    let folder = try TemporaryFolder()
    #expect(code { _ = try open(folder.file("none.db"), for: .inspecting) } == .databaseNotFound)
    #expect(!FileManager.default.fileExists(atPath: folder.file("none.db")))
    #expect(code { _ = try open(folder.path) } == .databaseNotFound)
  }

  @Test("what is no database, or a damaged one, is told apart from a fault of podctl")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write(String(repeating: "this is a log, not a database\n", count: 200), to: "text.db")
    #expect(code { _ = try open(text) } == .databaseDamaged)
    let path = folder.file("torn.db")
    do {
      let database = try open(path)
      _ = try database.driver.execute("PRAGMA wal_checkpoint(TRUNCATE)", [])
    }
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for index in 4096..<bytes.count { bytes[index] = 0xA5 }
    try folder.write(bytes, to: "torn.db")
    #expect(
      code {
        let database = try open(path)
        _ = try database.read { tx in try tx.rows("SELECT slug FROM tenants") }
      } == .databaseDamaged)
  }

  @Test("a full disk is said as such, and nothing is kept")
  func full() throws {
    let folder = try TemporaryFolder()
    let database = try open(folder.file("full.db"))
    let pages: Int = try database.driver.execute("PRAGMA page_count", []).rows[0]["page_count"]
    _ = try database.driver.execute("PRAGMA max_page_count = \(pages + 3)", [])
    let big = String(repeating: "x", count: 100_000)
    let run = Run(id: CountingIdentifiers().next(Run.self), tenant: nil, command: big, startedAt: FixedTime.now)
    #expect(code { try database.write { tx in try RunStore(tx).start(run) } } == .diskFull)
    #expect(try database.read { tx in try RunStore(tx).newest(10) } == [])
  }

  @Test("a file that may only be read is read, and refuses a change with its own word")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("odd name?.db")
    do { _ = try open(path) }
    let files = FileManager.default
    #expect(try files.contentsOfDirectory(atPath: folder.path) == ["odd name?.db"])
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let outcome = Threads.run(1) { _ in
      OtherUser.become()
      let database = try Database.open(DatabaseURL("sqlite:" + path), now: { FixedTime.now })
      #expect(try database.read { tx in try RunStore(tx).newest(1) } == [])
      let error = #expect(throws: PodctlError.self) { try database.write { tx in _ = try tx.run("DELETE FROM runs") } }
      #expect(error?.code == .databaseReadOnly)
    }
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test("a file that another process keeps locked is busy, for reading it is not")
  func busy() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("busy.db")
    let first = try open(path)
    let second = try open(path)
    _ = try second.driver.execute("PRAGMA busy_timeout = 50", [])
    try first.write { _ in
      #expect(code { try second.write { _ in } } == .databaseBusy)
      #expect(code { _ = try second.read { tx in try tx.rows("SELECT slug FROM tenants") } } == nil)
    }
    #expect(code { try second.write { _ in } } == nil)
  }

  @Test("a schema that is behind names migrate up; one that is ahead, a newer podctl")
  func schema() throws {
    let folder = try TemporaryFolder()
    let behind = folder.file("behind.db")
    let files = try Database.embeddedMigrations()
    do {
      let database = try open(behind, for: .migrating)
      let runner = try MigrationRunner(database, ledger: .own, files: Array(files.prefix(2)), now: { FixedTime.now })
      #expect(try runner.up().map(\.version) == [1, 2])
    }
    let error = #expect(throws: PodctlError.self) { _ = try open(behind) }
    #expect(error?.code == .schemaBehind)
    #expect(error?.commands == ["podctl migrate up"])
    let ahead = folder.file("ahead.db")
    do {
      let database = try open(ahead)
      let later = try MigrationFile(fileName: "9000_later.sql", bytes: Array("CREATE TABLE later (n bigint);".utf8))
      _ = try MigrationRunner(database, ledger: .own, files: files + [later], now: { FixedTime.now }).up()
    }
    #expect(code { _ = try open(ahead) } == .schemaAhead)
  }
}
