import ArgumentParser

struct BillEventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "Fetch and list Stripe's events about invoices.",
    subcommands: [BillEventsPull.self, BillEventsList.self])
}
