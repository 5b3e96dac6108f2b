import Foundation
import PodctlCore

/// A tenant's invoices and their lines.
public struct InvoiceStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The invoice of a number; nil when there is none.
  public func find(_ number: String) throws -> Invoice? {
    try invoices("i.number = \(number)").first
  }

  public func find(_ id: Identifier<Invoice>) throws -> Invoice? { try invoices("i.invoice_id = \(id)").first }

  /// The invoices that are at Stripe in one mode, by number.
  public func issued(isLive: Bool) throws -> [Invoice] {
    try invoices("x.is_live = \(isLive) AND x.remote_id IS NOT NULL")
  }

  /// Paid invoices with money that did not come by Stripe, by number.
  public func paidOutside() throws -> [Invoice] {
    try invoices(
      """
      x.status = \(Invoice.Status.paid) AND x.remote_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM invoice_payments p
        WHERE p.tenant_id = \(tx.tenant) AND p.invoice_id = i.invoice_id
          AND p.method <> \(InvoicePayment.Method.stripe))
      """)
  }

  /// The invoices of a period, void ones among them, by number.
  public func all(from first: Day, to last: Day) throws -> [Invoice] {
    try invoices("i.period_from = \(first) AND i.period_to = \(last)")
  }

  /// Every number that is in use, for a suggestion when one is not found.
  public func numbers() throws -> [String] {
    try tx.rows("SELECT number FROM invoices WHERE tenant_id = \(tx.tenant) ORDER BY \(bytewise: "number")")
      .map { try $0["number"] }
  }

  /// The number of every invoice.
  public func numbersByID() throws -> [Identifier<Invoice>: String] {
    let rows = try tx.rows("SELECT invoice_id, number FROM invoices WHERE tenant_id = \(tx.tenant)")
    return try Dictionary(rows.map { (try $0["invoice_id"], try $0["number"]) }) { first, _ in first }
  }

  /// For each order with an invoice of a later period that counts, the number of the earliest.
  public func laterInvoices(than last: Day) throws -> [Identifier<InsertionOrder>: String] {
    let rows = try tx.rows(
      """
      SELECT order_id, number FROM invoices
      WHERE tenant_id = \(tx.tenant) AND status <> \(Invoice.Status.void) AND period_from > \(last)
      ORDER BY order_id, period_from DESC, \(bytewise: "number") DESC
      """)
    var numbers: [Identifier<InsertionOrder>: String] = [:]
    for row in rows { numbers[try row["order_id"]] = try row["number"] }
    return numbers
  }

  /// What the periods before a day billed of each flight, and what is fixed of the period that begins on it; and the
  /// last day that they covered.
  public func billed(
    before first: Day
  ) throws -> [Identifier<Flight>: (billed: Rating.Billed, through: Day)] {
    let rows = try tx.rows(
      """
      SELECT l.flight_id AS flight_id, sum(l.units) AS units, sum(l.amount_minor) AS minor,
        max(i.period_to) AS through
      FROM invoice_lines l
      JOIN invoices i ON i.tenant_id = l.tenant_id AND i.invoice_id = l.invoice_id
      WHERE l.tenant_id = \(tx.tenant) AND i.tenant_id = \(tx.tenant) AND i.status <> \(Invoice.Status.void)
        AND (i.period_to < \(first) OR (i.period_from = \(first) AND EXISTS (
          SELECT 1 FROM invoice_issues x
          WHERE x.tenant_id = \(tx.tenant) AND x.invoice_id = i.invoice_id)))
      GROUP BY l.flight_id
      """)
    var billed: [Identifier<Flight>: (billed: Rating.Billed, through: Day)] = [:]
    for row in rows {
      billed[try row["flight_id"]] = (
        Rating.Billed(units: try row["units"], minor: try row["minor"]), try row["through"]
      )
    }
    return billed
  }

  /// What an order was billed for the newest period before a day; nil where there was none.
  public func previousTotal(of order: Identifier<InsertionOrder>, before first: Day) throws -> Int64? {
    try tx.first(
      """
      SELECT sum(total_minor) AS total FROM invoices
      WHERE tenant_id = \(tx.tenant) AND order_id = \(order) AND status <> \(Invoice.Status.void)
        AND period_from = (
          SELECT max(period_from) FROM invoices
          WHERE tenant_id = \(tx.tenant) AND order_id = \(order) AND status <> \(Invoice.Status.void)
            AND period_from < \(first))
      """
    ).flatMap { try $0["total"] as Int64? }
  }

  /// Invoices that are approved and not yet with their payers, of one month or all, by number.
  public func approved(period: Period?) throws -> [Invoice] {
    let status: Statement = "x.status IN \(anyOf: [Invoice.Status.approved, .open]) AND x.issued_at IS NULL"
    guard let period else { return try invoices(status) }
    return try invoices("\(sql: status) AND i.period_from = \(period.start) AND i.period_to = \(period.last)")
  }

  private func invoices(_ condition: Statement) throws -> [Invoice] {
    let rows = try tx.rows(
      """
      SELECT i.invoice_id AS invoice_id, i.number AS number, i.order_id AS order_id, i.campaign_id AS campaign_id,
        i.period_from AS period_from, i.period_to AS period_to, i.bill_to AS bill_to, i.po_number AS po_number,
        i.terms_days AS terms_days, i.terms AS terms, i.currency AS currency, coalesce(x.status, i.status) AS status,
        i.revision AS revision, i.created_at AS created_at
      FROM invoices i
      LEFT JOIN invoice_issues x ON x.tenant_id = i.tenant_id AND x.invoice_id = i.invoice_id
      WHERE i.tenant_id = \(tx.tenant) AND \(sql: condition)
      ORDER BY \(bytewise: "i.number")
      """)
    var lines = try lines(condition)
    return try rows.map { row in
      let id: Identifier<Invoice> = try row["invoice_id"]
      let terms: String? = try row["terms"]
      var content = InvoiceContent(
        number: try row["number"], revision: try row["revision"], order: try row["order_id"],
        campaign: try row["campaign_id"], firstDay: try row["period_from"], lastDay: try row["period_to"],
        billTo: try row["bill_to"], poNumber: try row["po_number"], termsDays: try row["terms_days"],
        currency: try row["currency"], lines: lines.removeValue(forKey: id) ?? [])
      content.terms = try terms.map { try JSONDecoder().decode(InvoiceTerms.self, from: Data($0.utf8)) }
      return Invoice(id: id, status: try row["status"], createdAt: try row["created_at"], content: content)
    }
  }

  private func lines(_ condition: Statement) throws -> [Identifier<Invoice>: [InvoiceLine]] {
    let rows = try tx.rows(
      """
      SELECT l.invoice_id AS invoice_id, l.flight_id AS flight_id, l.description AS description,
        l.price_model AS price_model, l.provenance AS provenance, l.rate_minor AS rate_minor, l.units AS units,
        l.amount_minor AS amount_minor, l.commission_minor AS commission_minor,
        l.tax_minor AS tax_minor, l.delivered_units AS delivered_units, l.billed_minor AS billed_minor,
        l.evidence AS evidence
      FROM invoice_lines l
      JOIN invoices i ON i.tenant_id = l.tenant_id AND i.invoice_id = l.invoice_id
      LEFT JOIN invoice_issues x ON x.tenant_id = i.tenant_id AND x.invoice_id = i.invoice_id
      WHERE l.tenant_id = \(tx.tenant) AND i.tenant_id = \(tx.tenant) AND \(sql: condition)
      ORDER BY l.invoice_id, l.line_number
      """)
    var lines: [Identifier<Invoice>: [InvoiceLine]] = [:]
    for row in rows {
      let evidence: String = try row["evidence"]
      var line = InvoiceLine(
        flight: try row["flight_id"], description: try row["description"], priceModel: try row["price_model"],
        provenance: try row["provenance"], rateMinor: try row["rate_minor"], units: try row["units"],
        amountMinor: try row["amount_minor"], deliveredUnits: try row["delivered_units"],
        billedMinor: try row["billed_minor"],
        evidence: try JSONDecoder().decode(BillEvidence.self, from: Data(evidence.utf8)))
      line.commissionMinor = try row["commission_minor"]
      line.taxMinor = try row["tax_minor"]
      lines[try row["invoice_id"], default: []].append(line)
    }
    return lines
  }
}

extension Invoice.Status: SQLBindable, SQLReadable {}
