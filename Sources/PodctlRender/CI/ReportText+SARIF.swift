import PodctlCore

/// SARIF 2.1.0 (OASIS), with what GitHub's code scanning asks for on top: a location and a fingerprint for each result.
extension ReportText {
  static func sarif(_ report: MigrationReport, version: String) -> String {
    var rules: [MigrationReport.Finding] = []
    for finding in report.findings where !rules.contains(where: { $0.code == finding.code }) { rules.append(finding) }
    rules.sort { $0.code < $1.code }
    let driver: FieldValue = .object([
      .init("name", .text("podctl migrate")), .init("semanticVersion", .text(version)),
      .init("rules", .list(rules.map(rule))),
    ])
    let run: FieldValue = .object([
      .init("tool", .object([.init("driver", driver)])),
      .init("automationDetails", .object([.init("id", .text("podctl/migrate/"))])),
      .init("columnKind", .text("unicodeCodePoints")),
      .init("results", .list(results(report.findings, rules))),
    ])
    return JSONText.object([
      .init("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")), .init("version", .text("2.1.0")),
      .init("runs", .list([run])),
    ]) + "\n"
  }

  private static func rule(_ finding: MigrationReport.Finding) -> FieldValue {
    .object(
      [
        .init("id", .text(finding.code)), .init("name", .text(finding.name)),
        .init("shortDescription", message(finding.name.split(separator: "-").joined(separator: " "))),
      ] + (finding.hint.map { [.init("help", message($0))] } ?? [])
        + [.init("defaultConfiguration", .object([.init("level", .text(finding.level.rawValue))]))])
  }

  private static func results(_ findings: [MigrationReport.Finding], _ rules: [MigrationReport.Finding]) -> [FieldValue]
  {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      // A line number would change with each line that is added above; the how-manieth of its kind does not.
      let kind = "\(finding.code):\(finding.subject):\(finding.message)"
      seen[kind, default: 0] += 1
      return .object([
        .init("ruleId", .text(finding.code)),
        .init("ruleIndex", .integer(rules.firstIndex { $0.code == finding.code })),
        .init("level", .text(finding.level.rawValue)),
        .init("message", message(finding.hint.map { "\(finding.message)\n\($0)" } ?? finding.message)),
        .init("locations", .list([location(finding)])),
        .init(
          "partialFingerprints",
          .object([.init("podctl/v1", .text("\(kind):\(seen[kind] ?? 1)"))])),
      ])
    }
  }

  private static func location(_ finding: MigrationReport.Finding) -> FieldValue {
    var region: [FieldValue.Entry] = [.init("startLine", .integer(finding.line ?? 1))]
    if let column = finding.column { region.append(.init("startColumn", .integer(column))) }
    return .object([
      .init(
        "physicalLocation",
        .object([
          .init("artifactLocation", .object([.init("uri", .text(uri(finding.file ?? finding.subject)))])),
          .init("region", .object(region)),
        ]))
    ])
  }

  private static func message(_ text: String) -> FieldValue { .object([.init("text", .text(text))]) }

  /// A path as a reference by RFC 3986: what is not unreserved, and no slash, in percents.
  private static func uri(_ path: String) -> String {
    let relative = path.hasPrefix("./") ? path.dropFirst(2)[...] : path[...]
    return (path.hasPrefix("/") ? "file://" : "")
      + relative.utf8.map { byte in
        let isPlain =
          (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || "-._~/".utf8.contains(byte)
        if isPlain { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }.joined()
  }
}
