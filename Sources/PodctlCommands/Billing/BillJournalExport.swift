import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Prints the journal for other books.
struct BillJournalExport: PodctlCommand {
  static let example = "podctl bill journal export --tenant lantern-agency --format hledger"
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export the journal as CSV, for hledger or for beancount.",
    discussion: """
      A row for each leg of each entry, in major units with all decimals; the legs of an entry sum to zero. Entries of \
      test mode are marked as such; --mode live leaves them out. For beancount each word of an account begins with a \
      capital, as it asks.

      Example: \(example)
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case csv, hledger, beancount }
  enum Mode: String, ExpressibleByArgument, CaseIterable, Sendable { case live, test }

  private struct Leg: Sendable {
    var line: JournalLine
    var posting: JournalEntry.Posting
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var tenant: TenantOption
  @Option(help: "Output format.")
  var format: Format = .csv
  @Option(help: "Export only entries of this mode.")
  var mode: Mode?
  @Option(help: ArgumentHelp("First day.", valueName: "yyyy-mm-dd"))
  var from: String?
  @Option(help: ArgumentHelp("Last day, included.", valueName: "yyyy-mm-dd"))
  var to: String?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let first = try from.map { try Day(typed: $0, for: "--from") }
    let last = try to.map { try Day(typed: $0, for: "--to") }
    let lines = try database.read(for: tenant.id) { tx in
      let numbers = try InvoiceStore(tx).numbersByID()
      return try JournalStore(tx).entries(from: first, through: last, isLive: mode.map { $0 == .live })
        .map { JournalLine(number: numbers[$0.invoice] ?? "", entry: $0) }
    }
    if lines.isEmpty { context.console.note("no entries") }
    switch format {
    case .hledger: try context.console.page(HledgerText.journal(lines))
    case .beancount: try context.console.page(BeancountText.journal(lines))
    case .csv:
      let legs = lines.flatMap { line in line.entry.postings.map { Leg(line: line, posting: $0) } }
      let sheet = try Sheet(BillJournalExport.legs, legs, shape: .list, format: .csv, fields: nil, meta: [])
      try context.console.data(sheet.rendered(as: .csv, .piped))
    }
  }

  private static let legs = Listing<Leg>(
    schema: "podctl.bill.journal/1",
    [
      Column("day", "Day") { .day($0.line.entry.day) },
      Column("entry", "Entry") { .text($0.line.entry.name) },
      Column("kind", "Kind") { .text($0.line.entry.kind.rawValue) },
      Column("invoice", "Invoice") { .text($0.line.number) },
      Column("mode", "Mode") { .text($0.line.entry.isLive ? "live" : "test") },
      Column("description", "Description") { .text($0.line.entry.description) },
      Column("account", "Account") { .text($0.posting.account.path) },
      Column("amount", "Amount", .trailing) {
        .decimal(units: $0.posting.amount.minor, digits: $0.posting.amount.currency.minorDigits)
      },
      Column("currency", "Currency") { .text($0.posting.amount.currency.code) },
      Column("amount_minor", "Minor units", .trailing) { .integer(Int($0.posting.amount.minor)) },
    ])
}
