import ArgumentParser

struct ReportSuppressionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppression", abstract: "Manage the suppression list: addresses that get no mail, and why.",
    subcommands: [ReportSuppressionList.self, ReportSuppressionAdd.self, ReportSuppressionRemove.self])
}
