import Foundation
import PodctlCore
import PodctlStore
import Testing

@Suite("Lint beside squawk")
struct LintRecallTests {
  /// One bad statement for each rule of squawk 2.70, and podctl's rules that find it.
  struct Row: Sendable, CustomTestStringConvertible {
    var squawk: String
    var isDefault: Bool
    var sql: String
    /// Empty where podctl says nothing.
    var rules: Set<String>
    var whyNot: String
    var testDescription: String { squawk }
  }

  static let rows: [Row] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../../Fixtures/lint/squawk.tsv"
    ).standardized.path
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        squawk: cells[0], isDefault: cells[1] == "default", sql: cells[2].replacing("\\n", with: "\n"),
        rules: cells[3] == "-" ? [] : Set(cells[3].split(separator: ",").map(String.init)), whyNot: cells[4])
    }
  }()

  @Test("what squawk's own rules find, podctl finds, or says why it need not", arguments: rows)
  func recall(_ row: Row) throws {
    let input = SchemaLinter.Input(name: "0001_a.sql", bytes: Array(row.sql.utf8))
    #expect(Set(try SchemaLinter().findings([input]).map(\.rule)) == row.rules, "\(row.sql)")
    #expect(row.rules.isEmpty != row.whyNot.isEmpty)
  }

  @Test("of the rules that squawk has switched on, three are left to the runner, and no other is missed")
  func count() {
    #expect(Self.rows.count == 78)
    #expect(
      Self.rows.filter { $0.isDefault && $0.rules.isEmpty }.map(\.squawk)
        == ["prefer-robust-stmts", "require-lock-timeout", "require-statement-timeout"])
  }
}
