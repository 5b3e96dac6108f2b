import ArgumentParser
import Foundation
import FoundationXML
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing
import Yams

@testable import PodctlCommands

@Suite("podctl migrate ci, as a pipeline runs it", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct MigrateCITests {
  private func ci(_ repository: MigrationRepository, _ test: TestDatabase, _ words: String...) throws
    -> PodctlProcess.Ending
  {
    try PodctlProcess.run(
      ["migrate", "ci", "--dir", "db/migrations", "--database", test.urlText] + words, in: repository.path)
  }

  private struct Report: Decodable {
    struct Check: Decodable {
      struct Finding: Decodable {
        var code: String
        var file: String?
        var line: Int?
      }
      var check: String
      var verdict: String
      var code: String?
      var lines: [String]
      var findings: [Finding]
    }
    struct Meta: Decodable {
      var passed: Bool
      var exit: Int32
    }
    var data: [Check]
    var meta: Meta
  }

  private func report(_ ending: PodctlProcess.Ending) throws -> Report {
    let report = try JSONDecoder().decode(Report.self, from: Data(ending.outputBytes))
    #expect(report.meta.exit == ending.status && report.meta.passed == (ending.status == 0))
    return report
  }

  @Test("a good branch passes every check and changes nothing", arguments: TestDatabase.kinds)
  func good(_ kind: TestDatabase.Kind) throws {
    let (test, repository) = (try TestDatabase(kind, migrated: false), try MigrationRepository())
    try repository.write("ALTER TABLE guests ADD COLUMN town text;\n", "0002_town.sql")
    let ending = try ci(repository, test, "--base-ref", "main", "--json")
    #expect(ending.status == 0, "\(ending.output)\n\(ending.errors)")
    let found = try report(ending)
    #expect(found.data.map(\.check) == ["lint", "base", "plan", "verify", "drift"])
    #expect(found.data.map(\.verdict) == ["passed", "passed", "passed", "passed", "passed"])
    #expect(found.data[1].lines == ["new: 0002_town.sql"])
    #expect(found.data[2].lines.contains { $0.hasPrefix("0002_town.sql: 1 statement") })
    // Nothing was applied.
    let status = try PodctlProcess.run(
      ["migrate", "status", "--dir", "db/migrations", "--database", test.urlText], in: repository.path)
    #expect(status.status == 1)
  }

  @Test("a file that the base has already may not be edited, and other checks are made all the same")
  func edited() throws {
    let (test, repository) = (try TestDatabase(.sqlite, migrated: false), try MigrationRepository())
    try repository.write("CREATE TABLE guests (id bigint PRIMARY KEY);\n", "0001_guests.sql")
    try repository.write("SELECT 1;\n", "R_names.sql")
    try repository.write("DROP TABLE guests;\n", "0002_drop.sql")
    let ending = try ci(repository, test, "--base-ref", "main", "--json", "--skip", "verify")
    #expect(ending.status == 65)
    let found = try report(ending)
    #expect(found.data.map(\.check) == ["lint", "base", "plan", "drift"])
    #expect(found.data[0].code == "lint_found" && found.data[1].code == "migration_changed")
    #expect(found.data[0].findings.map(\.code) == ["S111"])
    #expect(found.data[1].findings.first?.file == "db/migrations/0001_guests.sql")
    #expect(found.data[1].findings.first?.line == 1)
    #expect(try #require(Failure(ending.errors)).code == "migration_changed")
    #expect(try ci(repository, test, "--base-ref", "main", "--skip", "verify", "--editable-from", "1").status == 1)
  }

  @Test("only what is new is linted beside a base; without one, everything is")
  func lintsWhatIsNew() throws {
    let (test, repository) = (try TestDatabase(.sqlite, migrated: false), try MigrationRepository())
    try repository.write("CREATE TABLE old (n varchar(3));\n", "0002_old.sql")
    try repository.commit("an old sin")
    try repository.write("CREATE TABLE new (n text);\n", "0003_new.sql")
    let skip = ["--skip", "verify", "--skip", "plan", "--skip", "drift"]
    func run(_ words: [String]) throws -> Int32 {
      try PodctlProcess.run(
        ["migrate", "ci", "--dir", "db/migrations", "--database", test.urlText] + skip + words, in: repository.path
      ).status
    }
    #expect(try run(["--base-ref", "HEAD"]) == 0)
    #expect(try run(["--base-ref", "main"]) == 1)
    #expect(try run([]) == 1)
    #expect(try run(["--fail-on", "error"]) == 0)
    #expect(try run(["--base-ref", "nowhere"]) == 66)
    #expect(try run(["--base-dir", "db/migrations"]) == 0)
  }

  @Test("drift in the database fails, and no connection is said with 69", arguments: TestDatabase.kinds)
  func drift(_ kind: TestDatabase.Kind) throws {
    let (test, repository) = (try TestDatabase(kind, migrated: false), try MigrationRepository())
    let words = ["migrate", "up", "--dir", "db/migrations", "--database", test.urlText, "--quiet"]
    #expect(try PodctlProcess.run(words, in: repository.path).status == 0)
    let hand = try Database.open(test.url, for: .migrating, searchPath: .connection, now: { FixedTime.now })
    _ = try hand.driver.execute("ALTER TABLE guests ADD COLUMN by_hand text", [])
    let ending = try ci(repository, test, "--format", "github", "--skip", "verify")
    #expect(ending.status == 1)
    #expect(ending.output.contains("::error title=schema_drifted"), "\(ending.output)")
    // Without a database there is nothing to plan for, and the files are checked all the same.
    let fresh = try PodctlProcess.run(
      ["migrate", "ci", "--dir", "db/migrations", "--database", "sqlite:none.db"], in: repository.path)
    #expect(fresh.status == 0 && fresh.output.contains("plan   skipped"), "\(fresh.output)")
    let none = try PodctlProcess.run(
      ["migrate", "ci", "--dir", "db/migrations", "--database", "postgres://127.0.0.1:1/none", "--skip", "verify"],
      in: repository.path)
    #expect(none.status == 69)
    #expect(none.output.hasPrefix("lint   passed"), "\(none.output)")
  }

  @Test(
    "scripts/examples/migrate-ci checks and deploys, from the first merge to the next", arguments: TestDatabase.kinds)
  func script(_ kind: TestDatabase.Kind) throws {
    let (test, repository) = (try TestDatabase(kind, migrated: false), try MigrationRepository())
    let script = DocumentTests.root.appendingPathComponent("scripts/examples/migrate-ci").path
    func run(_ verb: String) throws -> (status: Int32, output: String) {
      try repository.run("/bin/bash", [script, verb], ["DATABASE_URL": test.urlText, "BASE_REF": "main"])
    }
    let first = try run("deploy")
    #expect(first.status == 0, "\(first.output)")
    try repository.write("ALTER TABLE guests ADD COLUMN town text;\n", "0002_town.sql")
    let check = try run("check")
    #expect(check.status == 0, "\(check.output)")
    #expect(try XMLDocument(xmlString: repository.text("reports/migrations.xml")).rootElement()?.name == "testsuites")
    #expect(try repository.text("reports/migrations.sarif").contains("\"version\":\"2.1.0\""))
    #expect(try run("deploy").status == 0)
    let again = try run("deploy")
    #expect(again.status == 0 && again.output.contains("nothing is pending"), "\(again.output)")
    try repository.write("DROP TABLE guests;\n", "0003_drop.sql")
    #expect(try run("check").status == 1)
    try repository.write("SELECT 1;\n", "0001_guests.sql")
    #expect(try run("check").status == 65)
    #expect(try run("nonsense").status == 64)
  }

  @Test(
    "the workflows are YAML, and every podctl in them is a command that exists",
    arguments: ["github-hosted.yml", "github-self-hosted.yml"])
  func workflows(_ name: String) throws {
    let file = DocumentTests.root.appendingPathComponent("scripts/examples/\(name)")
    // YAML 1.1 takes the key `on` for a truth value.
    let text = try String(contentsOf: file, encoding: .utf8)
    let document = try #require(try Yams.load(yaml: text) as? [AnyHashable: Any])
    let jobs = try #require(document["jobs"] as? [String: [String: Any]])
    let steps = jobs.values.flatMap { $0["steps"] as? [[String: Any]] ?? [] }
    #expect(jobs.values.allSatisfy { $0["runs-on"] != nil } && !steps.isEmpty)
    let lines = steps.compactMap { $0["run"] as? String }.flatMap { $0.split(separator: "\n") }
    let commands = lines.filter { $0.hasPrefix("podctl ") }
    #expect(commands.count >= 4)
    for line in commands {
      #expect(throws: Never.self, "\(line)") {
        _ = try Podctl.parseAsRoot(Array(ShellWords.split(String(line)).dropFirst()))
      }
    }
  }
}
