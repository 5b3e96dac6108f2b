import ArgumentParser

struct BillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bill", abstract: "Bill a month's delivery.",
    subcommands: [
      BillPreview.self, BillDraft.self, BillApprove.self, BillIssue.self, BillVoid.self, BillShow.self, BillList.self,
      BillCredit.self, BillRefund.self, BillUncollectible.self, BillPaymentsCommand.self, BillEventsCommand.self,
      BillWebhookCommand.self, BillReconcile.self, BillAging.self, BillStatement.self, BillJournalCommand.self,
      BillPayerCommand.self,
    ])
}
