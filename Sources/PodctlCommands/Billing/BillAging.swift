import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Shows what payers owe, by how late it is.
struct BillAging: PodctlCommand {
  static let example = "podctl bill aging --tenant lantern-agency --as-of 2026-12-31"
  static let configuration = CommandConfiguration(
    commandName: "aging", abstract: "Show what payers owe, by days overdue.",
    discussion: """
      An invoice is late from the day after it was due: the day of issue and the days of its terms. What was owed at the \
      end of a day follows from the journal's entries up to it, so that a past day gives what it gave then. \
      --by invoice shows each invoice.

      Example: \(example)
      """)

  enum Grouping: String, ExpressibleByArgument, CaseIterable, Sendable { case payer, invoice }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Option(help: ArgumentHelp("Show balances at the end of this day; the default is today.", valueName: "yyyy-mm-dd"))
  var asOf: String?
  @Option(help: "Show one row per payer or per invoice.")
  var by: Grouping = .payer

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let day = try asOf.map { try Day(typed: $0, for: "--as-of") } ?? tenant.zone.day(of: context.now)
    let aged = try database.read(for: tenant.id) { tx in
      AgedInvoice.all(
        try JournalStore(tx).entries(from: nil, through: day), try InvoiceStore(tx).billed(), asOf: day)
    }
    let meta: [FieldValue.Entry] = [.init("tenant", .text(tenant.slug.text)), .init("as_of", .day(day))]
    let empty = "nothing is owed at the end of \(day)"
    switch by {
    case .payer:
      try context.console.emit(BillAging.payers, PayerAging.all(aged), output, meta: meta, empty: empty)
    case .invoice: try context.console.emit(BillAging.invoices, aged, output, meta: meta, empty: empty)
    }
  }

  private static let payers = Listing<PayerAging>(
    schema: "podctl.bill.aging/1",
    [
      Column("payer", "Payer", inTable: false) { .text($0.payer) },
      Column("bill_to", "Bill to") { .text($0.billTo) },
      Column("mode", "Mode") { .text($0.isLive ? "live" : "test") },
      Column("invoices", "Invoices", .trailing) { .integer($0.invoices) },
      Column("not_due", "Not due", .trailing) { .money($0.amount(.notDue)) },
      Column("days_1_30", "1–30 days", .trailing) { .money($0.amount(.upTo30)) },
      Column("days_31_60", "31–60 days", .trailing) { .money($0.amount(.upTo60)) },
      Column("days_61_90", "61–90 days", .trailing) { .money($0.amount(.upTo90)) },
      Column("days_over_90", "Over 90", .trailing) { .money($0.amount(.older)) },
      Column("total", "Total", .trailing) { .money($0.total) },
    ])

  private static let invoices = Listing<AgedInvoice>(
    schema: "podctl.bill.aging.invoices/1",
    [
      Column("number", "Invoice") { .text($0.invoice.number) },
      Column("payer", "Payer", inTable: false) { .text($0.invoice.payer) },
      Column("bill_to", "Bill to") { .text($0.invoice.billTo) },
      Column("mode", "Mode") { .text($0.isLive ? "live" : "test") },
      Column("issued_on", "Issued") { .day($0.issuedOn) },
      Column("due_on", "Due") { .day($0.dueOn) },
      Column("days_late", "Days late", .trailing) { .integer($0.daysLate) },
      Column("left", "Left", .trailing) { .money($0.left) },
    ])
}
