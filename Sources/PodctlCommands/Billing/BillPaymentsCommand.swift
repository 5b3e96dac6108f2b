import ArgumentParser

struct BillPaymentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payments", abstract: "Payments of invoices, and those that do not come by Stripe.",
    subcommands: [BillPaymentsImport.self, BillPaymentsTell.self, BillPaymentsList.self])
}
