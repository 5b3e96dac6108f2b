import ArgumentParser

struct BillEventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "What Stripe says that happened to invoices.",
    subcommands: [BillEventsPull.self, BillEventsList.self])
}
