import PodctlCore

/// The XML of JUnit's Ant task, as Jenkins, GitLab and GitHub's actions read it: a suite a check, a case a subject.
extension ReportText {
  static func junit(_ report: MigrationReport) -> String {
    let suites = report.checks.map(Suite.init)
    let tests = suites.map(\.cases.count).reduce(0, +)
    let failures = suites.map(\.failures).reduce(0, +)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"podctl migrate\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\""
    text += " time=\"\(seconds(report.checks.map(\.milliseconds).reduce(0, +)))\">\n"
    for suite in suites { text += suite.text }
    return text + "</testsuites>\n"
  }

  private struct Suite {
    let check: MigrationReport.Check
    let cases: [(subject: String, findings: [MigrationReport.Finding])]

    init(_ check: MigrationReport.Check) {
      self.check = check
      var subjects = check.subjects
      for finding in check.findings where !subjects.contains(finding.subject) { subjects.append(finding.subject) }
      if subjects.isEmpty { subjects = [check.name.rawValue] }
      var findings = check.findings
      if let error = check.error, findings.isEmpty {
        findings = [MigrationReport.Finding(error, subject: subjects[0])]
        findings[0].subject = subjects[0]
      }
      let bySubject = Dictionary(grouping: findings, by: \.subject)
      cases = subjects.map { ($0, bySubject[$0] ?? []) }
    }

    /// Notes, and what the check lets pass, fail no case.
    private func fails(_ findings: [MigrationReport.Finding]) -> Bool { check.error != nil && !findings.isEmpty }

    var failures: Int { cases.filter { fails($0.findings) }.count }

    var text: String {
      let name = check.name.rawValue
      var text = "  <testsuite name=\"\(name)\" tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\""
      text += " skipped=\"\(check.isSkipped ? cases.count : 0)\" time=\"\(seconds(check.milliseconds))\">\n"
      for (subject, findings) in cases {
        text += "    <testcase classname=\"podctl.migrate.\(name)\" name=\"\(escaped(subject))\" time=\"0.000\""
        if check.isSkipped {
          text += ">\n      <skipped message=\"\(escaped(check.summary))\"/>\n    </testcase>\n"
        } else if fails(findings), let first = findings.first {
          text += ">\n      <failure type=\"\(escaped(first.code))\" message=\"\(escaped(first.message))\">"
          text += escaped(findings.map(line).joined(separator: "\n")) + "</failure>\n    </testcase>\n"
        } else if !findings.isEmpty {
          text += ">\n      <system-out>\(escaped(findings.map(line).joined(separator: "\n")))</system-out>\n"
          text += "    </testcase>\n"
        } else {
          text += "/>\n"
        }
      }
      return text + "  </testsuite>\n"
    }

    private func line(_ finding: MigrationReport.Finding) -> String {
      "\(place(of: finding) ?? finding.subject): \(finding.level.rawValue): \(finding.message) [\(finding.code)]"
        + (finding.hint.map { "\n  \($0)" } ?? "")
    }
  }

  private static func seconds(_ milliseconds: Int64) -> String { FixedPoint.plain(milliseconds, digits: 3) }

  /// Without the characters that XML 1.0 cannot hold at all.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
