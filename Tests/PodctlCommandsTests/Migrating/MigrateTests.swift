import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("podctl migrate, as a process", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct MigrateTests {
  private func run(_ test: TestDatabase, _ words: String...) throws -> PodctlProcess.Ending {
    try PodctlProcess.run(["migrate"] + words + ["--database", test.urlText])
  }

  @Test("status says 1 while anything is pending, and prints nothing but the list", arguments: TestDatabase.kinds)
  func status(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let before = try run(test, "status", "--format", "csv", "--fields", "version,name,state")
    #expect(before.status == 1)
    #expect(before.errors == "")
    #expect(before.output.hasPrefix("version,name,state\n0001,foundation,pending\n"))
    #expect(try run(test, "up", "--quiet").status == 0)
    let after = try run(test, "status", "--json")
    #expect(after.status == 0)
    #expect(!after.output.contains("pending"))
    #expect(after.output.contains("\"checksum\":\"v1:"))
    let runs = try PodctlProcess.run(
      ["runs", "list", "--format", "csv", "--fields", "summary", "--database", test.urlText])
    let applied = TestDatabase.ownVersions(kind).map { "000\($0)".suffix(4) }.joined(separator: " ")
    #expect(runs.output == "summary\napplied \(applied)\n")
  }

  @Test("plan --sql shows the pending text, and changes nothing", arguments: TestDatabase.kinds)
  func plan(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let plan = try run(test, "plan", "--sql")
    #expect(plan.status == 0)
    #expect(plan.output.contains("-- 0001_foundation\n"))
    #expect(plan.output.contains("CREATE TABLE tenants ("))
    #expect(plan.output.contains("ENABLE ROW LEVEL SECURITY") == (kind == .postgres))
    #expect(try run(test, "status").status == 1)
    #expect(try run(test, "up").status == 0)
    #expect(try run(test, "plan", "--sql").output == "")
  }

  @Test("a folder of another project has a history of its own", arguments: TestDatabase.kinds)
  func folder(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let folder = try TemporaryFolder()
    try folder.write("CREATE TABLE guests (n bigint);\n", to: "0001_guests.sql")
    try folder.write("not SQL", to: "README.md")
    let first = try run(test, "up", "--dir", folder.path, "--format", "csv", "--fields", "version,name,state")
    #expect(first.status == 0)
    #expect(first.output == "version,name,state\n0001,guests,applied\n")
    try folder.write("CREATE TABLE hosts (n bigint);\nSELECT nonsense FROM nowhere;\n", to: "0002_hosts.sql")
    let failed = try run(test, "up", "--dir", folder.path)
    #expect(failed.status == 65)
    #expect(failed.errors.contains("0002_hosts.sql, line 2: "))
    #expect(failed.errors.contains("code: migration_failed"))
    try folder.write("CREATE TABLE hosts (n bigint);\n", to: "0002_hosts.sql")
    #expect(try run(test, "up", "--dir", folder.path).status == 0)
    try folder.write("CREATE TABLE guests (m bigint);\n", to: "0001_guests.sql")
    #expect(try run(test, "status", "--dir", folder.path).errors.contains("code: migration_changed"))
    try FileManager.default.removeItem(atPath: folder.file("0001_guests.sql"))
    #expect(try run(test, "up", "--dir", folder.path).errors.contains("code: migration_missing"))
    #expect(try run(test, "up", "--dir", folder.file("none")).status == 66)
    #expect(try run(test, "up").status == 0)
  }

  @Test("eight at once on an empty database all end well", arguments: TestDatabase.kinds)
  func eight(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind, migrated: false)
    let running = try (0..<8).map { _ in
      try PodctlProcess.Running(["migrate", "up", "--quiet", "--database", test.urlText])
    }
    for process in running {
      let ending = try process.ending()
      #expect(ending.status == 0, "\(ending.errors)")
    }
    #expect(try run(test, "status").status == 0)
  }

  @Test("killed several times at random moments, one more run ends it", arguments: TestDatabase.kinds)
  func killed(_ kind: TestDatabase.Kind) throws {
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &random)
    print("seed \(seed)")
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    // Forty files that each take a while: kills fall into statements, between files and before the first.
    let folder = try TemporaryFolder()
    for number in 1...40 {
      let name = "00\(number + 10)_t\(number).sql"
      try folder.write(
        """
        CREATE TABLE t\(number) (n bigint NOT NULL);
        INSERT INTO t\(number) WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 5000)
          SELECT n FROM s;
        CREATE INDEX t\(number)_n ON t\(number) (n);
        """, to: name)
    }
    let test = try TestDatabase(kind, migrated: false)
    let words = ["migrate", "up", "--dir", folder.path, "--database", test.urlText]
    var kills = 0
    for _ in 0..<KillRounds.count {
      let ending = try PodctlProcess.runKilled(words, after: 15 + below(120))
      if ending.status == 137 { kills += 1 }
    }
    let last = try PodctlProcess.run(words)
    #expect(last.status == 0, "\(last.errors), seed \(seed)")
    #expect(kills > 0, "no kill came in time, seed \(seed)")
    let other = try Database.open(test.url, for: .migrating, searchPath: .connection, now: { FixedTime.now })
    let ledger = try other.driver.execute("SELECT count(*) AS n FROM podctl_schema_migrations", [])
    #expect(try ledger.rows[0]["n"] == 40)
    for number in 1...40 {
      let rows = try other.driver.execute("SELECT count(*) AS n FROM t\(number)", [])
      #expect(try rows.rows[0]["n"] == 5000, "t\(number), seed \(seed)")
    }
    if kind == .sqlite {
      #expect(try other.driver.execute("PRAGMA integrity_check", []).rows[0]["integrity_check"] == "ok")
    }
  }
}
