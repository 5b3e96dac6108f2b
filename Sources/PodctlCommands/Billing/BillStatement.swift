import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Shows a payer's account.
struct BillStatement: PodctlCommand {
  static let example = "podctl bill statement --tenant lantern-agency \"Velo Vier\""
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Show a payer's account: invoices, payments, credits and the balance after each.",
    discussion: """
      A balance over zero is owed to us, one below zero is owed back. --from begins with what is brought forward; each \
      currency has a balance of its own.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Argument(
    help: ArgumentHelp("Payer: the name on its invoices, or the one that bill aging shows.", valueName: "payer"))
  var payer: String
  @Option(help: ArgumentHelp("First day.", valueName: "yyyy-mm-dd"))
  var from: String?
  @Option(help: ArgumentHelp("Last day, included.", valueName: "yyyy-mm-dd"))
  var to: String?
  @Option(help: "Stripe mode; the default is live if there is a live invoice.")
  var mode: BillJournalExport.Mode?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let first = try from.map { try Day(typed: $0, for: "--from") }
    let last = try to.map { try Day(typed: $0, for: "--to") }
    let (entries, invoices) = try database.read(for: tenant.id) { tx in
      (try JournalStore(tx).entries(from: nil, through: last), try InvoiceStore(tx).billed())
    }
    let account = try account(of: tenant, invoices)
    let isOurs = Set(invoices.filter { $0.value.payer == account }.map(\.key))
    let isLive = mode.map { $0 == .live } ?? entries.contains { isOurs.contains($0.invoice) && $0.isLive }
    let statement = PayerStatement(entries, of: account, invoices, from: first, isLive: isLive)
    try context.console.emit(
      BillStatement.lines, statement.lines, output,
      meta: [
        .init("tenant", .text(tenant.slug.text)), .init("payer", .text(account)),
        .init("mode", .text(isLive ? "live" : "test")),
      ], empty: "nothing happened on this account")
  }

  private func account(of tenant: Tenant, _ invoices: [Identifier<Invoice>: BilledInvoice]) throws -> String {
    let found = Set(invoices.values.filter { $0.payer == payer || $0.billTo == payer }.map(\.payer)).sorted()
    if let only = found.first, found.count == 1 { return only }
    let names = Set(invoices.values.flatMap { [$0.billTo, $0.payer] }).sorted()
    throw PodctlError(
      found.isEmpty ? .invoiceNotFound : .usage,
      found.isEmpty
        ? "no invoice was issued to \"\(payer)\"" : "\"\(payer)\" is the name of \(found.joined(separator: ", "))",
      hint: found.isEmpty
        ? Suggestion.nearest(to: payer, among: names).map { "did you mean \"\($0)\"?" } : "give one of these names",
      commands: ["podctl bill list --tenant \(tenant.slug)"], context: [.init("payer", payer)])
  }

  private static let lines = Listing<PayerStatement.Line>(
    schema: "podctl.bill.statement/1",
    [
      Column("day", "Day") { .day($0.day) },
      Column("kind", "Kind", inTable: false) { .text($0.kind?.rawValue) },
      Column("number", "Invoice") { .text($0.number.isEmpty ? nil : $0.number) },
      Column("description", "What") { .text($0.description) },
      Column("change", "Amount", .trailing) { .money($0.change) },
      Column("balance", "Balance", .trailing) { .money($0.balance) },
    ])
}
