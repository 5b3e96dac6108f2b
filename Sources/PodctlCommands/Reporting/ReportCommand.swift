import ArgumentParser

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report to sponsors, and on all campaigns.",
    subcommands: [
      ReportSponsor.self, ReportTenant.self, ReportPortfolio.self, ReportHost.self, ReportFinance.self,
      ReportPreview.self, ReportSend.self, ReportCancel.self, ReportApprove.self, ReportReject.self,
      ReportScheduleCommand.self, ReportPublish.self, ReportSuppressionCommand.self, ReportWebhookCommand.self,
    ])
}
