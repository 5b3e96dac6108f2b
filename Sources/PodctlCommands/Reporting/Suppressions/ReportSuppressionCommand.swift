import ArgumentParser

struct ReportSuppressionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppression", abstract: "Which addresses take no mail of a tenant, and why.",
    subcommands: [ReportSuppressionList.self, ReportSuppressionAdd.self, ReportSuppressionRemove.self])
}
