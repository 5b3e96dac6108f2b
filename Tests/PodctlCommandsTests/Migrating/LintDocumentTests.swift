import Foundation
import PodctlCore
import PodctlStore
import Testing

@Suite("docs/lint.md")
struct LintDocumentTests {
  private static let file = DocumentTests.root.appendingPathComponent("docs/lint.md")

  @Test("lists every rule as the code has it")
  func table() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(text.firstRange(of: "writes this table -->\n"))
    let end = try #require(text.firstRange(of: "<!-- end of rules -->"))
    var rows = "\n| rule | | what is wrong with it | what to do instead |\n|---|---|---|---|\n"
    for rule in SchemaLinter.rules {
      let database = rule.dialect.map { " (\($0 == .sqlite ? "SQLite" : "PostgreSQL"))" } ?? ""
      rows += "| \(rule.id) `\(rule.name)`\(database) | \(rule.level.rawValue) | \(rule.why) | \(rule.fix) |\n"
    }
    rows += "\n"
    if ProcessInfo.processInfo.environment["PODCTL_RECORD"] == "1" {
      let written = text[..<start.upperBound] + rows + text[end.lowerBound...]
      try String(written).write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[start.upperBound..<end.lowerBound]) == rows)
    }
  }
}
