import ArgumentParser

struct BillPaymentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payments", abstract: "Record and list payments, also those made outside Stripe.",
    subcommands: [BillPaymentsImport.self, BillPaymentsTell.self, BillPaymentsList.self])
}
