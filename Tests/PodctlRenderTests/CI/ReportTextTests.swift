import Foundation
import FoundationXML
import PodctlCore
import PodctlRender
import Testing

@Suite("A report of migrate ci, as machines read it")
struct ReportTextTests {
  static let version = "0.0.0"

  /// Everything that a report may hold: a clean check, one with findings, one that only remarks, a skipped and a broken one.
  static let report: MigrationReport = {
    var lint = MigrationReport.Check(.lint, "2 files, 2 found")
    lint.subjects = ["db/0001_a.sql", "db/ä b.sql", "db/0002_clean.sql"]
    lint.findings = [
      .init(
        "S111", name: "drop-table", subject: "db/0001_a.sql", message: "shows: its data is lost <& \"gone\">",
        hint: "take it out first", file: "db/0001_a.sql", line: 3, column: 1),
      .init(
        "S111", name: "drop-table", subject: "db/0001_a.sql", message: "shows: its data is lost <& \"gone\">",
        hint: "take it out first", file: "db/0001_a.sql", line: 9, column: 1),
      .init(
        "S122", name: "prefer-text", level: .warning, subject: "db/ä b.sql", message: "50 % of it, a\nb: \u{7}",
        hint: nil,
        file: "db/ä b.sql", line: 1, column: 12),
    ]
    lint.error = PodctlError(.lintFound, "lint found 3 things")
    lint.milliseconds = 1204
    var base = MigrationReport.Check(.base, "1 file in the base; 1 new")
    base.lines = ["new: 0002_clean.sql"]
    base.findings = [
      .init("S151", name: "allowance-without-reason", level: .note, subject: "base", message: "nobody knows why")
    ]
    var plan = MigrationReport.Check(.plan, "the database cannot be reached")
    plan.error = PodctlError(.databaseUnreachable, "the database cannot be reached", hint: "start it")
    var verify = MigrationReport.Check(.verify, "left out")
    verify.isSkipped = true
    return MigrationReport([lint, base, plan, verify, MigrationReport.Check(.drift, "no drift")])
  }()

  private func text(_ format: ReportText.Format, _ report: MigrationReport = Self.report) -> String {
    ReportText.text(report, as: format, version: Self.version)
  }

  @Test("is drawn the same in every format, byte for byte")
  func golden() throws {
    try GoldenFile.expect(text(.text), equals: "ci.txt")
    try GoldenFile.expect(text(.json), equals: "ci.json")
    try GoldenFile.expect(text(.junit), equals: "ci.junit.xml")
    try GoldenFile.expect(text(.sarif), equals: "ci.sarif")
    try GoldenFile.expect(text(.github), equals: "ci.github.txt")
  }

  @Test("ends with the gravest status, and names every check that failed")
  func gravest() {
    let error = Self.report.error
    #expect(error?.code == .databaseUnreachable)
    #expect(error?.message == "lint, plan failed; the database cannot be reached")
    #expect(MigrationReport([Self.report.checks[0], Self.report.checks[1]]).error?.code == .lintFound)
    #expect(MigrationReport([Self.report.checks[1], Self.report.checks[3]]).error == nil)
  }

  @Test("is a SARIF log by its schema's rules, with what code scanning asks for")
  func sarif() throws {
    let log = try #require(JSONSerialization.jsonObject(with: Data(text(.sarif).utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "podctl migrate" && driver["semanticVersion"] as? String == Self.version)
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == ["S111", "S122", "S151"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == Self.report.findings.count)
    var fingerprints: Set<String> = []
    for result in results {
      let id = try #require(result["ruleId"] as? String)
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == id)
      #expect(["note", "warning", "error"].contains(result["level"] as? String))
      #expect((result["message"] as? [String: Any])?["text"] as? String != "")
      let location = try #require(
        (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
      let uri = try #require((location["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !uri.contains(" "))
      #expect(((location["region"] as? [String: Any])?["startLine"] as? Int ?? 0) >= 1)
      let print = try #require((result["partialFingerprints"] as? [String: String])?.values.first)
      #expect(fingerprints.insert(print).inserted)
    }
  }

  @Test("is a JUnit document whose counts are those of its cases")
  func junit() throws {
    let document = try XMLDocument(xmlString: text(.junit))
    let root = try #require(document.rootElement())
    #expect(root.name == "testsuites")
    func number(_ element: XMLElement, _ name: String) -> Int? {
      element.attribute(forName: name)?.stringValue.flatMap { Int($0) }
    }
    let suites = root.elements(forName: "testsuite")
    #expect(suites.compactMap { $0.attribute(forName: "name")?.stringValue } == Self.report.checks.map(\.name.rawValue))
    for suite in suites {
      let cases = suite.elements(forName: "testcase")
      #expect(number(suite, "tests") == cases.count)
      #expect(number(suite, "failures") == cases.filter { !$0.elements(forName: "failure").isEmpty }.count)
      #expect(number(suite, "skipped") == cases.filter { !$0.elements(forName: "skipped").isEmpty }.count)
      #expect(cases.allSatisfy { $0.attribute(forName: "name") != nil && $0.attribute(forName: "classname") != nil })
    }
    #expect(number(root, "tests") == suites.compactMap { number($0, "tests") }.reduce(0, +))
    #expect(number(root, "failures") == 3)
    let failure = try #require(suites[0].elements(forName: "testcase").first?.elements(forName: "failure").first)
    #expect(failure.attribute(forName: "message")?.stringValue == "shows: its data is lost <& \"gone\">")
    #expect(failure.stringValue?.contains("db/0001_a.sql:9:1: error: ") == true)
  }

  @Test("is a workflow command a line, and no text can end one or begin another")
  func github() throws {
    let lines = text(.github).split(separator: "\n")
    for line in lines where line.hasPrefix("::") && !line.hasPrefix("::group::") && line != "::endgroup::" {
      #expect(line.wholeMatch(of: /::(error|warning|notice) ([a-z]+=[^:,]+)(,[a-z]+=[^:,]+)*::.+/) != nil, "\(line)")
    }
    #expect(lines.filter { $0.hasPrefix("::error ") }.count == 3)
    #expect(
      lines.contains { $0.hasPrefix("::warning file=db/ä b.sql,line=1,col=12,title=S122 prefer-text::50 %25 of it") })
  }

  @Test("of nothing at all is still a document")
  func empty() throws {
    let report = MigrationReport([])
    #expect(text(.text, report) == "")
    #expect(try XMLDocument(xmlString: text(.junit, report)).rootElement()?.name == "testsuites")
    let log = try JSONSerialization.jsonObject(with: Data(text(.sarif, report).utf8)) as? [String: Any]
    #expect((log?["runs"] as? [[String: Any]])?.first?["results"] as? [Any] != nil)
    #expect(text(.json, report).contains("\"passed\":true,\"exit\":0,\"findings\":0"))
  }
}
