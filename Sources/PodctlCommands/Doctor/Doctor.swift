import ArgumentParser
import PodctlCore
import PodctlRender

/// Checks what podctl stands on and says how to mend what is broken. It changes nothing and makes nothing.
struct Doctor: PodctlCommand {
  static let example = "podctl doctor"
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check database, schema, secrets, time zones and lists.",
    discussion: "Exits with 1 when a check failed; the fix stands under it. Warnings do not change the exit status.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run(in context: CommandContext) throws {
    let findings = Examination(context).findings()
    if output.chosen == .table, output.fields == nil {
      let hasColor = context.console.hasColor
      try context.console.data(findings.map { $0.lines(hasColor: hasColor) }.joined())
    } else {
      try context.console.emit(Finding.listing, findings, output)
    }
    let failed = findings.filter { $0.verdict == .fail }
    guard let first = failed.first else { return }
    throw PodctlError(
      .doctorFound, failed.count == 1 ? "1 check failed: \(first.check)" : "\(failed.count) checks failed",
      hint: "mend what stands under each, then run it again", commands: ["podctl doctor"],
      context: [.init("failed", failed.map(\.check).joined(separator: ","))])
  }
}
