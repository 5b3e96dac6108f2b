import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite(
  "A migration that is stopped from outside",
  .enabled(if: PodctlProcess.path != nil && TestDatabase.hasPostgres, "podctl is not built, or there is no server"))
struct MigrateInterruptTests {
  private let test: TestDatabase
  private let folder: TemporaryFolder

  init() throws {
    test = try TestDatabase(.postgres, migrated: false)
    folder = try TemporaryFolder()
    try folder.write("CREATE TABLE a (n bigint);\nSELECT pg_sleep(30);\n", to: "0001_slow.sql")
  }

  private func start() throws -> PodctlProcess.Running {
    let running = try PodctlProcess.Running(
      ["migrate", "up", "--dir", folder.path, "--database", test.urlText], ["PGPASSWORD": "s3cret/word"])
    for _ in 0..<200 where try sleeping() == 0 { usleep(50_000) }
    #expect(try sleeping() == 1, "the statement never began")
    return running
  }

  private func sleeping() throws -> Int64 {
    let rows = try test.database.driver.execute(
      "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'"
        + " AND state = 'active'", []
    ).rows
    return try rows[0]["n"]
  }

  private func tables() throws -> Int64 {
    try test.database.driver.execute("SELECT count(*) AS n FROM pg_tables WHERE tablename = 'a'", []).rows[0]["n"]
  }

  @Test(
    "SIGTERM and SIGINT end it within two seconds, and the server's statement with it", arguments: [SIGTERM, SIGINT])
  func signals(_ number: Int32) throws {
    let running = try start()
    let clock = ContinuousClock.now
    running.send(number)
    let ending = try running.ending()
    #expect(ending.status == (number == SIGTERM ? 143 : 130))
    while try sleeping() > 0, ContinuousClock.now - clock < .seconds(5) { usleep(20_000) }
    #expect(ContinuousClock.now - clock < .seconds(2))
    #expect(try tables() == 0)
    #expect(!ending.errors.contains("s3cret"))
  }

  @Test("kill -9 leaves the lock free and the statement gone within two seconds and a little")
  func killed() throws {
    let running = try start()
    let clock = ContinuousClock.now
    running.kill()
    _ = try running.ending()
    try folder.write("CREATE TABLE a (n bigint);\n", to: "0001_slow.sql")
    let again = try PodctlProcess.run(["migrate", "up", "--dir", folder.path, "--database", test.urlText])
    #expect(again.status == 0, "\(again.errors)")
    #expect(ContinuousClock.now - clock < .seconds(4))
    #expect(try tables() == 1)
  }

  @Test("no message shows a password, written plainly or percent-encoded")
  func redaction() throws {
    for url in ["postgres://nobody:s3cret%2Fword@127.0.0.1:1/d", "postgres://nobody:s3cret%2Fword@127.0.0.1:1/d?bad=1"]
    {
      for words in [["status"], ["up"], ["plan", "--json"]] {
        let ending = try PodctlProcess.run(
          ["migrate"] + words + ["--dir", folder.path, "--database", url], environment: ["PGPASSWORD": "s3cret/word"])
        #expect(ending.status != 0)
        #expect(!(ending.errors + ending.output).contains("s3cret"), "\(ending.errors)")
      }
    }
  }

  @Test("a plan is carried out as it was read, or not at all")
  func plan() throws {
    try folder.write("CREATE TABLE a (n bigint);\n", to: "0001_slow.sql")
    let file = folder.file("plan.json")
    let words = ["--dir", folder.path, "--database", test.urlText]
    #expect(try PodctlProcess.run(["migrate", "plan", "--check", "--out", file] + words).status == 1)
    try folder.write("CREATE TABLE a (n bigint, m bigint);\n", to: "0001_slow.sql")
    let stale = try PodctlProcess.run(["migrate", "up", "--plan", file] + words)
    #expect(stale.status == 65)
    #expect(stale.errors.contains("code: plan_stale"))
    #expect(try tables() == 0)
    try folder.write("CREATE TABLE a (n bigint);\n", to: "0001_slow.sql")
    #expect(try PodctlProcess.run(["migrate", "up", "--plan", file] + words).status == 0)
    #expect(try PodctlProcess.run(["migrate", "up", "--plan", file] + words).status == 65)
  }
}
