import PodctlCore
import PodctlRender
import PodctlStore

/// The columns of the bill commands.
enum BillListings {
  /// A line of a plan with its invoice.
  struct Line: Sendable {
    var entry: BillPlan.Entry
    var line: InvoiceLine
  }

  static let preview = Listing<Line>(
    schema: "podctl.bill.preview/1",
    [
      Column("number", "Invoice") { .text($0.entry.content.number) },
      Column("change", "Change") { .text($0.entry.change.rawValue) },
      Column("campaign", "Campaign") { .text($0.entry.order.campaignSlug.text) },
      Column("order_number", "IO", inTable: false) { .text($0.entry.order.number) },
      Column("line", "Line") { .text($0.line.description) },
      Column("provenance", "Figures", inTable: false) { .text($0.line.provenance.rawValue) },
      Column("price_model", "Price") { .text($0.line.priceModel.rawValue) },
      Column("rate", "Rate", .trailing) { .money(Money(minor: $0.line.rateMinor, $0.entry.content.currency)) },
      Column("units", "Units", .trailing) { .integer($0.line.units) },
      Column("amount", "Amount", .trailing) { .money(Money(minor: $0.line.amountMinor, $0.entry.content.currency)) },
      Column("delivered_units", "Delivered to date", .trailing, inTable: false) { .integer($0.line.deliveredUnits) },
      Column("evidence", "Evidence") { .text(EvidenceText.sentence($0.line, $0.entry.content.currency)) },
    ])

  static let draft = Listing<BillPlan.Entry>(
    schema: "podctl.bill.draft/1",
    [
      Column("number", "Invoice") { .text($0.content.number) },
      Column("change", "Change") { .text($0.change.rawValue) },
      Column("campaign", "Campaign") { .text($0.order.campaignSlug.text) },
      Column("order_number", "IO") { .text($0.order.number) },
      Column("bill_to", "Bill to") { .text($0.content.billTo) },
      Column("lines", "Lines", .trailing) { .integer($0.content.lines.count) },
      Column("subtotal", "Subtotal", .trailing, inTable: false) { .money($0.content.subtotal) },
      Column("commission", "Commission", .trailing, inTable: false) { .money($0.content.commission) },
      Column("tax", "Tax", .trailing, inTable: false) { .money($0.content.taxes) },
      Column("total", "Total", .trailing) { .money($0.content.total) },
    ])

  static let invoices = Listing<InvoiceSummary>(
    schema: "podctl.bill.list/1",
    [
      Column("number", "Invoice") { .text($0.number) },
      Column("status", "Status") { .text($0.status.rawValue) },
      Column("from", "From") { .day($0.firstDay) },
      Column("to", "To") { .day($0.lastDay) },
      Column("sponsor", "Sponsor") { .text($0.sponsor) },
      Column("campaign", "Campaign") { .text($0.campaign.text) },
      Column("order_number", "IO", inTable: false) { .text($0.orderNumber) },
      Column("bill_to", "Bill to", inTable: false) { .text($0.billTo) },
      Column("lines", "Lines", .trailing) { .integer($0.lines) },
      Column("subtotal", "Subtotal", .trailing, inTable: false) { .money($0.subtotal) },
      Column("total", "Total", .trailing) { .money($0.total) },
      Column("created_at", "Created", inTable: false) { .instant($0.createdAt) },
    ])

  /// What a script should know of the whole plan: its notes above all.
  static func meta(_ plan: BillPlan, isOver: Bool) -> [FieldValue.Entry] {
    [
      .init("tenant", .text(plan.tenant.text)), .init("from", .day(plan.firstDay)), .init("to", .day(plan.lastDay)),
      .init("zone", .text(plan.zone)), .init("is_over", .boolean(isOver)),
      .init("totals", .list(plan.currencies.map { .money(plan.total(in: $0)) })),
      .init(
        "notes",
        .list(
          plan.notes.map { note in
            .object([
              .init("kind", .text(note.kind.rawValue)), .init("campaign", .text(note.campaign.text)),
              .init("order_number", .text(note.orderNumber)), .init("flight", .text(note.flight?.text)),
              .init("text", .text(note.text)),
            ])
          })),
    ]
  }

  static func say(_ plan: BillPlan, on console: Console) {
    for note in plan.notes {
      console.note("\(note.campaign)\(note.flight.map { "/\($0)" } ?? ""): \(note.text)")
    }
  }

  static func totals(_ plan: BillPlan) -> String {
    let totals = plan.currencies.map { FieldValue.money(plan.total(in: $0)).human(.piped) }
    return "total " + (totals.isEmpty ? "0" : totals.joined(separator: ", "))
  }
}
