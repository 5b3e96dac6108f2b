import PodctlCore

/// A report of checks as people and the machines of CI read it.
public enum ReportText {
  public enum Format: String, Sendable, CaseIterable {
    case text
    case json
    /// Jenkins, GitLab and most others.
    case junit
    /// GitHub's code scanning and editors: SARIF 2.1.0.
    case sarif
    /// Workflow commands of GitHub Actions, which put each finding beside its line.
    case github
  }

  /// `version` is podctl's.
  public static func text(_ report: MigrationReport, as format: Format, version: String, hasColor: Bool = false)
    -> String
  {
    switch format {
    case .text: plain(report, hasColor: hasColor)
    case .json: json(report)
    case .junit: junit(report)
    case .sarif: sarif(report, version: version)
    case .github: github(report)
    }
  }

  private static func plain(_ report: MigrationReport, hasColor: Bool) -> String {
    var text = ""
    for check in report.checks {
      let name = check.name.rawValue.padded(to: 7) + check.verdict.padded(to: 8)
      let ink: Ink = check.error == nil ? .green : .red
      text += (check.isSkipped ? name : ink.on(name, if: hasColor)) + check.summary
      text += check.isSkipped ? "\n" : " (\(check.milliseconds) ms)\n"
      for line in check.lines { text += "       \(line)\n" }
      for finding in check.findings { text += plain(finding, hasColor: hasColor) }
    }
    return text
  }

  private static func plain(_ finding: MigrationReport.Finding, hasColor: Bool) -> String {
    let ink: Ink = finding.level == .error ? .red : finding.level == .warning ? .yellow : .cyan
    var text = "  \(place(of: finding) ?? finding.subject): "
    text += ink.on("\(finding.level.rawValue):", if: hasColor) + " \(finding.message) [\(finding.code)]\n"
    for line in (finding.hint ?? "").split(separator: "\n") { text += "    \(line)\n" }
    return text
  }

  /// `0007_spots.sql:3:14`.
  static func place(of finding: MigrationReport.Finding) -> String? {
    guard let file = finding.file else { return nil }
    return ([file] + [finding.line, finding.column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }

  private static func json(_ report: MigrationReport) -> String {
    let checks: [FieldValue] = report.checks.map { check in
      .object([
        .init("check", .text(check.name.rawValue)), .init("verdict", .text(check.verdict)),
        .init("summary", .text(check.summary)), .init("lines", .list(check.lines.map { .text($0) })),
        .init("code", .text(check.error?.code.rawValue)), .init("duration_ms", .integer(check.milliseconds)),
        .init("findings", .list(check.findings.map(json))),
      ])
    }
    return JSONText.object([
      .init("schema", .text("podctl.migrate.ci/1")), .init("data", .list(checks)),
      .init(
        "meta",
        .object([
          .init("passed", .boolean(report.error == nil)),
          .init("exit", .integer(Int64(report.error?.exit.rawValue ?? 0))),
          .init("findings", .integer(report.findings.count)),
        ])),
    ]) + "\n"
  }

  private static func json(_ finding: MigrationReport.Finding) -> FieldValue {
    .object([
      .init("code", .text(finding.code)), .init("name", .text(finding.name)),
      .init("level", .text(finding.level.rawValue)), .init("subject", .text(finding.subject)),
      .init("file", .text(finding.file)), .init("line", .integer(finding.line)),
      .init("column", .integer(finding.column)), .init("message", .text(finding.message)),
      .init("hint", .text(finding.hint)),
    ])
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
