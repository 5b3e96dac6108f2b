import Foundation
import PodctlCore

/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
extension ReportText {
  /// One workflow command a finding, and a group of lines for each check.
  static func github(_ report: MigrationReport) -> String {
    var text = ""
    for check in report.checks {
      text += "::group::\(data("\(check.name.rawValue) \(check.verdict): \(check.summary)"))\n"
      for line in check.lines { text += data(line) + "\n" }
      text += check.findings.map(command).joined()
      if let error = check.error, check.findings.isEmpty {
        text += command(MigrationReport.Finding(error, subject: check.name.rawValue))
      }
      text += "::endgroup::\n"
    }
    return text
  }

  private static func command(_ finding: MigrationReport.Finding) -> String {
    let word =
      switch finding.level {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [String] = []
    if let file = finding.file { properties.append("file=\(property(file))") }
    if let line = finding.line { properties.append("line=\(line)") }
    if let column = finding.column { properties.append("col=\(column)") }
    let title = finding.name == finding.code ? finding.code : "\(finding.code) \(finding.name)"
    properties.append("title=\(property(title))")
    let message = finding.hint.map { "\(finding.message)\n\($0)" } ?? finding.message
    return "::\(word) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  private static func data(_ text: String) -> String {
    text.replacingOccurrences(of: "%", with: "%25").replacingOccurrences(of: "\r", with: "%0D")
      .replacingOccurrences(of: "\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacingOccurrences(of: ":", with: "%3A").replacingOccurrences(of: ",", with: "%2C")
  }
}
