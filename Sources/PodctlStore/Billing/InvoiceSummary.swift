import PodctlCore

/// An invoice as lists show it.
public struct InvoiceSummary: Sendable, Hashable {
  public var number: String
  public var status: Invoice.Status
  public var firstDay: Day
  public var lastDay: Day
  public var campaign: Slug
  public var sponsor: String
  public var orderNumber: String
  public var billTo: String
  public var lines: Int
  /// The lines, before commission and tax.
  public var subtotal: Money
  public var total: Money
  public var createdAt: Instant
}

extension InvoiceStore {
  /// Invoices by period and number, of one month and one status where given.
  public func summaries(period: Period? = nil, status: Invoice.Status? = nil) throws -> [InvoiceSummary] {
    var condition: Statement = """
      i.tenant_id = \(tx.tenant) AND c.tenant_id = \(tx.tenant) AND s.tenant_id = \(tx.tenant)
        AND o.tenant_id = \(tx.tenant)
      """
    if let period {
      condition = "\(sql: condition) AND i.period_from = \(period.start) AND i.period_to = \(period.last)"
    }
    if let status { condition = "\(sql: condition) AND coalesce(x.status, i.status) = \(status)" }
    return try tx.rows(
      """
      SELECT i.number AS number, coalesce(x.status, i.status) AS status, i.period_from AS period_from,
        i.period_to AS period_to, c.slug AS campaign, s.name AS sponsor, o.number AS order_number, i.bill_to AS bill_to,
        i.total_minor AS total_minor, i.currency AS currency, i.created_at AS created_at,
        (SELECT count(*) FROM invoice_lines l
          WHERE l.tenant_id = \(tx.tenant) AND l.invoice_id = i.invoice_id) AS lines,
        (SELECT coalesce(sum(l.amount_minor), 0) FROM invoice_lines l
          WHERE l.tenant_id = \(tx.tenant) AND l.invoice_id = i.invoice_id) AS subtotal_minor
      FROM invoices i
      JOIN campaigns c ON c.tenant_id = i.tenant_id AND c.campaign_id = i.campaign_id
      JOIN sponsors s ON s.tenant_id = c.tenant_id AND s.sponsor_id = c.sponsor_id
      JOIN insertion_orders o ON o.tenant_id = i.tenant_id AND o.order_id = i.order_id
      LEFT JOIN invoice_issues x ON x.tenant_id = i.tenant_id AND x.invoice_id = i.invoice_id
      WHERE \(sql: condition)
      ORDER BY i.period_from, \(bytewise: "i.number")
      """
    ).map { row in
      InvoiceSummary(
        number: try row["number"], status: try row["status"], firstDay: try row["period_from"],
        lastDay: try row["period_to"], campaign: try row["campaign"], sponsor: try row["sponsor"],
        orderNumber: try row["order_number"], billTo: try row["bill_to"], lines: try row["lines"],
        subtotal: Money(minor: try row["subtotal_minor"], try row["currency"]),
        total: Money(minor: try row["total_minor"], try row["currency"]), createdAt: try row["created_at"])
    }
  }
}
