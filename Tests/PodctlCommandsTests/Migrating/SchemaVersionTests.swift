import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("docs/schema-versions.md")
struct SchemaVersionTests {
  private static func rows(_ columns: Int) throws -> [[String]] {
    let page = DocumentTests.root.appendingPathComponent("docs/schema-versions.md")
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("|") }
      .map { line in
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        }
      }.filter { $0.count == columns && !$0[0].hasPrefix("--") }
  }

  @Test("what it says of each command is what the command does", .enabled(if: PodctlProcess.path != nil, "not built"))
  func commands() throws {
    let rows = try Self.rows(4).dropFirst()
    #expect(rows.count >= 14)
    for row in rows {
      let folder = try TemporaryFolder()
      let database = "sqlite:\(folder.file("test.db"))"
      try Self.prepare(row[0], database)
      let words = row[1].split(separator: " ").dropFirst().map(String.init)
      let ending = try PodctlProcess.run(words + ["--database", database])
      #expect("\(ending.status)" == row[2], "\(row): \(ending.errors)")
      let code = ending.errors.split(separator: "\n").first { $0.hasPrefix("code: ") }?.dropFirst(6) ?? ""
      #expect(code == row[3], "\(row)")
    }
  }

  private static func prepare(_ situation: String, _ database: String) throws {
    switch situation.split(separator: ":").first ?? "" {
    case "behind":
      #expect(try PodctlProcess.run(["migrate", "up", "--to", "3", "--database", database]).status == 0)
    case "ahead":
      #expect(try PodctlProcess.run(["migrate", "up", "--database", database]).status == 0)
      // What a newer podctl would have left.
      let opened = try Database.open(DatabaseURL(database), for: .migrating, now: { FixedTime.now })
      _ = try opened.driver.execute(
        """
        INSERT INTO schema_migrations (kind, version, name, platform, checksum, status, applied_at, duration_ms, lease_token)
        SELECT kind, 9999, 'later', platform, checksum, status, applied_at, duration_ms, 0
        FROM schema_migrations WHERE version = 1
        """, [])
    case "new": break
    default: Issue.record("the page speaks of a situation that the test does not know: \(situation)")
    }
  }

  @Test("files that a release has applied are as they were")
  func releases() throws {
    let rows = try Self.rows(3).filter { $0[1].hasSuffix(".sql") }
    #expect(rows.count >= 5)
    let files = try Database.embeddedMigrations()
    for row in rows {
      #expect(files.first { $0.fileName == row[1] }?.checksum == row[2], "\(row[1]) was changed after its release")
    }
  }
}
