import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows one invoice.
struct BillShow: PodctlCommand {
  static let example = "podctl bill show --tenant harbour-network HARBOUR-NETWORK-2026-10-IO-KET-2210"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an invoice with the evidence for each line.",
    discussion: """
      csv and tsv hold a row for each line, json and ndjson the whole invoice.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var output: DocumentOptions
  @Argument(help: ArgumentHelp("Invoice number.", valueName: "number"))
  var number: String

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let (shown, claim) = try database.read(for: tenant.id) { tx in
      (try find(tx, tenant), try CountingClaim(of: tenant, in: tx))
    }
    let document = InvoiceDocument.of(shown.invoice, order: shown.order, tenant: tenant, claim: claim)
    switch output.chosen.figures {
    case .json?: try context.console.emit(BillListings.invoice, [shown], shape: .single, as: .json, output)
    case .ndjson?: try context.console.emit(BillListings.invoice, [shown], shape: .single, as: .ndjson, output)
    case let format?: try context.console.emit(BillListings.lines, shown.lines, shape: .list, as: format, output)
    case nil: try context.emit(document, of: tenant, output)
    }
  }

  private func find(_ tx: TenantTransaction, _ tenant: Tenant) throws -> BillListings.Shown {
    let store = InvoiceStore(tx)
    guard let invoice = try store.find(number) else {
      throw PodctlError(
        .invoiceNotFound, "invoice \"\(number)\" not found for tenant \(tenant.slug)",
        hint: Suggestion.nearest(to: number, among: try store.numbers()).map { "did you mean \"\($0)\"?" },
        commands: ["podctl bill list --tenant \(tenant.slug)"], context: [.init("number", number)])
    }
    guard let order = try store.order(invoice.content.order) else {
      throw PodctlError(.internalFault, "invoice \"\(number)\" has lost its insertion order")
    }
    let flights = try FlightStore(tx).all(of: invoice.content.campaign)
    let slugs = Dictionary(flights.map { ($0.id, $0.slug) }, uniquingKeysWith: { first, _ in first })
    return BillListings.Shown(
      tenant: tenant, invoice: invoice, order: order,
      lines: invoice.content.lines.map {
        BillListings.ShownLine(
          flight: slugs[$0.flight], currency: invoice.content.currency, number: number, line: $0)
      })
  }
}
