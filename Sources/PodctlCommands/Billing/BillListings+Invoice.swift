import PodctlCore
import PodctlRender

extension BillListings {
  /// An invoice with the names around it.
  struct Shown: Sendable {
    var tenant: Tenant
    var invoice: Invoice
    var order: BilledOrder
    var lines: [ShownLine]
  }

  struct ShownLine: Sendable {
    var flight: Slug?
    var currency: Currency
    var number: String
    var line: InvoiceLine
  }

  static let invoice = Listing<Shown>(
    schema: "podctl.bill.show/1",
    [
      Column("number", "Invoice") { .text($0.invoice.content.number) },
      Column("status", "Status") { .text($0.invoice.status.rawValue) },
      Column("revision", "Revision") { .integer($0.invoice.content.revision) },
      Column("seller", "From") { .text($0.tenant.name) },
      Column("bill_to", "Bill to") { .text($0.invoice.content.billTo) },
      Column("po_number", "PO") { .text($0.invoice.content.poNumber) },
      Column("terms_days", "Terms") { .integer($0.invoice.content.termsDays) },
      Column("from", "First day") { .day($0.invoice.content.firstDay) },
      Column("to", "Last day") { .day($0.invoice.content.lastDay) },
      Column("zone", "Zone") { .text($0.tenant.zone.identifier) },
      Column("sponsor", "Sponsor") { .text($0.order.sponsorSlug.text) },
      Column("campaign", "Campaign") { .text($0.order.campaignSlug.text) },
      Column("order_number", "IO") { .text($0.order.number) },
      Column("lines", "Lines") { shown in
        .list(
          shown.lines.map { line in .object(lines.columns.map { .init($0.name, $0.value(line)) }) })
      },
      Column("payer", "Payer") { .text(($0.invoice.content.terms?.payer ?? .brand).rawValue) },
      Column("agency_commission", "Commission, %") { .text($0.invoice.content.terms?.commission?.description) },
      Column("billing", "Billing") { shown in
        .text(
          shown.invoice.content.terms?.commission == nil
            ? nil : shown.invoice.content.terms?.isNet == true ? "net" : "gross")
      },
      Column("tax_name", "Tax") { .text($0.invoice.content.terms?.tax?.name) },
      Column("tax_rate", "Tax, %") { .text($0.invoice.content.terms?.tax?.rate.description) },
      Column("subtotal", "Subtotal") { .money($0.invoice.content.subtotal) },
      Column("commission", "Commission") { .money($0.invoice.content.commission) },
      Column("tax", "Tax") { .money($0.invoice.content.taxes) },
      Column("total", "Total") { .money($0.invoice.content.total) },
      Column("created_at", "Created") { .instant($0.invoice.createdAt) },
    ])

  static let lines = Listing<ShownLine>(
    schema: "podctl.bill.lines/1",
    [
      Column("number", "Invoice") { .text($0.number) },
      Column("flight", "Flight") { .text($0.flight?.text) },
      Column("description", "Description") { .text($0.line.description) },
      Column("provenance", "Figures") { .text($0.line.provenance.rawValue) },
      Column("price_model", "Price") { .text($0.line.priceModel.rawValue) },
      Column("rate", "Rate", .trailing) { .money(Money(minor: $0.line.rateMinor, $0.currency)) },
      Column("units", "Units", .trailing) { .integer($0.line.units) },
      Column("amount", "Amount", .trailing) { .money(Money(minor: $0.line.amountMinor, $0.currency)) },
      Column("commission", "Commission", .trailing) { line in
        .money(line.line.commissionMinor.map { Money(minor: $0, line.currency) })
      },
      Column("tax", "Tax", .trailing) { line in .money(line.line.taxMinor.map { Money(minor: $0, line.currency) }) },
      Column("delivered_units", "Delivered to date", .trailing) { .integer($0.line.deliveredUnits) },
      Column("billed_to_date", "Billed to date", .trailing) { .money(Money(minor: $0.line.billedMinor, $0.currency)) },
      Column("evidence", "Evidence") { evidence($0.line.evidence, $0.currency) },
    ])

  private static func evidence(_ evidence: BillEvidence, _ currency: Currency) -> FieldValue {
    .object([
      .init("basis", .text(evidence.basis.rawValue)), .init("from", .day(evidence.firstDay)),
      .init("to", .day(evidence.lastDay)), .init("limit", .integer(evidence.limit)),
      .init(
        "spots",
        .list(
          evidence.spots.map { spot in
            .object([
              .init("id", .text("\(spot.spot)")), .init("episode", .text(spot.episode)),
              .init("airs_on", .day(spot.airsOn)), .init("units", .integer(spot.units)),
            ])
          })),
      .init("source", .text(evidence.source)), .init("imports", .list(evidence.imports.map { .text($0) })),
      .init("by_code", .integer(evidence.byCode)), .init("by_last_touch", .integer(evidence.byLastTouch)),
      .init("window_days", .integer(evidence.windowDays)),
      .init("tiers", .list((evidence.tiers ?? []).map { .text($0.text(currency)) })),
      .init("raised_to", .money(evidence.raisedToMinor.map { Money(minor: $0, currency) })),
      .init("lowered_to", .money(evidence.loweredToMinor.map { Money(minor: $0, currency) })),
      .init("owed_units", .integer(evidence.owedUnits)),
    ])
  }
}
