import ArgumentParser
import PodctlCore
import PodctlRender

/// Files in which a machine of CI finds the report.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Also write the report to a file: \(ReportText.Format.allCases.map(\.rawValue).joined(separator: ", ")); may be \
      given for each. A format without a file is written to standard output, before anything else.
      """, valueName: "format[=file]"))
  var report: [Report] = []

  struct Report: ExpressibleByArgument {
    let format: ReportText.Format
    let path: String?

    init?(argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = ReportText.Format(rawValue: parts[0]), parts.count == 1 || !parts[1].isEmpty else {
        return nil
      }
      self.format = format
      path = parts.count == 2 ? parts[1] : nil
    }
  }

  /// True where standard output belongs to a report.
  var takesOutput: Bool { report.contains { $0.path == nil } }

  func validate() throws {
    if report.filter({ $0.path == nil }).count > 1 {
      throw ValidationError("standard output takes one report; give the others a file: --report junit=lint.xml")
    }
  }

  func keep(_ report: MigrationReport, _ console: Console) throws {
    for wanted in self.report {
      let text = ReportText.text(report, as: wanted.format, version: Podctl.configuration.version)
      if let path = wanted.path { try console.keep(text, at: path) } else { try console.data(text) }
    }
  }
}
