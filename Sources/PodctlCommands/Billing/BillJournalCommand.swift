import ArgumentParser

struct BillJournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "The double-entry journal over all invoices.",
    subcommands: [BillJournalExport.self])
}
