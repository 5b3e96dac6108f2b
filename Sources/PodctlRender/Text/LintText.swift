import Foundation
import PodctlCore

/// Findings of lint as the machines of CI read them.
public enum LintText {
  public enum Format: String, Sendable, CaseIterable { case junit, sarif, github }

  /// `files` are all that were looked at, so that a clean file is said to be clean.
  public static func text(_ findings: [LintFinding], files: [String], as format: Format) throws -> String {
    switch format {
    case .github: findings.map(annotation).joined()
    case .junit: junit(findings, files)
    case .sarif: try sarif(findings)
    }
  }

  /// A workflow command of GitHub Actions, which puts the finding beside the line.
  private static func annotation(_ finding: LintFinding) -> String {
    let command =
      switch finding.level {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let title = property("\(finding.rule) \(finding.name)")
    return "::\(command) file=\(property(finding.file)),line=\(finding.line),col=\(finding.column),title=\(title)::"
      + "\(escaped(finding.message)): \(escaped(finding.hint))\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "%", with: "%25").replacingOccurrences(of: "\r", with: "%0D")
      .replacingOccurrences(of: "\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacingOccurrences(of: ":", with: "%3A").replacingOccurrences(of: ",", with: "%2C")
  }

  private static func junit(_ findings: [LintFinding], _ files: [String]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let bad = Set(findings.map(\.file)).count
    text += "<testsuite name=\"podctl migrate lint\" tests=\"\(files.count)\" failures=\"\(bad)\">\n"
    for file in files {
      let found = findings.filter { $0.file == file }
      text += "  <testcase classname=\"migrate.lint\" name=\"\(xml(file))\""
      guard let first = found.first else {
        text += "/>\n"
        continue
      }
      text += ">\n    <failure message=\"\(xml("\(first.rule) \(first.message)"))\" type=\"\(first.level.rawValue)\">"
      text += found.map {
        xml("\($0.file):\($0.line):\($0.column): \($0.rule) \($0.name): \($0.message); \($0.hint)\n")
      }.joined()
      text += "</failure>\n  </testcase>\n"
    }
    return text + "</testsuite>\n"
  }

  private static func xml(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
  }

  /// SARIF 2.1.0, as code scanning takes it.
  private static func sarif(_ findings: [LintFinding]) throws -> String {
    var rules: [[String: Any]] = []
    for finding in findings where !rules.contains(where: { $0["id"] as? String == finding.rule }) {
      rules.append(["id": finding.rule, "name": finding.name, "help": ["text": finding.hint]])
    }
    let results: [[String: Any]] = findings.map { finding in
      [
        "ruleId": finding.rule, "level": finding.level.rawValue,
        "message": ["text": "\(finding.message): \(finding.hint)"],
        "locations": [
          [
            "physicalLocation": [
              "artifactLocation": ["uri": finding.file],
              "region": ["startLine": finding.line, "startColumn": finding.column],
            ]
          ]
        ],
      ]
    }
    let document: [String: Any] = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [["tool": ["driver": ["name": "podctl migrate lint", "rules": rules]], "results": results]],
    ]
    let data = try JSONSerialization.data(
      withJSONObject: document, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
