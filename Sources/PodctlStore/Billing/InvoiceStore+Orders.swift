import PodctlCore

extension InvoiceStore {
  /// How many invoices are in each state that any is in.
  public func counts() throws -> [Invoice.Status: Int] {
    let rows = try tx.rows(
      """
      SELECT coalesce(x.status, i.status) AS status, count(*) AS invoices
      FROM invoices i
      LEFT JOIN invoice_issues x ON x.tenant_id = \(tx.tenant) AND x.invoice_id = i.invoice_id
      WHERE i.tenant_id = \(tx.tenant) GROUP BY coalesce(x.status, i.status)
      """)
    return try Dictionary(rows.map { (try $0["status"], try $0["invoices"]) }) { $0 + $1 }
  }

  /// The insertion orders that may be billed, by campaign, number and revision; of one campaign, or of all when nil.
  public func orders(campaign: Identifier<Campaign>? = nil) throws -> [BilledOrder] {
    var condition: Statement =
      "o.tenant_id = \(tx.tenant) AND c.tenant_id = \(tx.tenant) AND s.tenant_id = \(tx.tenant)"
    if let campaign { condition = "\(sql: condition) AND o.campaign_id = \(campaign)" }
    return try orders(where: condition)
  }

  /// The order behind an invoice, as it is named today.
  public func order(_ id: Identifier<InsertionOrder>) throws -> BilledOrder? {
    try orders(
      where: """
        o.tenant_id = \(tx.tenant) AND c.tenant_id = \(tx.tenant) AND s.tenant_id = \(tx.tenant)
          AND o.order_id = \(id)
        """
    ).first
  }

  private func orders(where condition: Statement) throws -> [BilledOrder] {
    try tx.rows(
      """
      SELECT o.order_id AS order_id, o.number AS number, o.bill_to AS bill_to, o.po_number AS po_number,
        o.terms_days AS terms_days, c.campaign_id AS campaign_id, c.slug AS campaign_slug, c.name AS campaign_name,
        c.status AS campaign_status, c.currency AS currency, s.sponsor_id AS sponsor_id, s.slug AS sponsor_slug,
        s.name AS sponsor_name, o.commission AS commission, o.billing AS billing, p.name AS payer, p.kind AS payer_kind,
        p.email AS payer_email, p.tax_name AS tax_name, p.tax_rate AS tax_rate
      FROM insertion_orders o
      JOIN campaigns c ON c.tenant_id = o.tenant_id AND c.campaign_id = o.campaign_id
      JOIN sponsors s ON s.tenant_id = c.tenant_id AND s.sponsor_id = c.sponsor_id
      LEFT JOIN payers p ON p.tenant_id = o.tenant_id AND p.name = o.bill_to
      WHERE \(sql: condition)
      ORDER BY \(bytewise: "c.slug"), \(bytewise: "o.number"), o.revision
      """
    ).map { row in
      var order = BilledOrder(
        id: try row["order_id"], number: try row["number"], billTo: try row["bill_to"],
        poNumber: try row["po_number"], termsDays: try row["terms_days"], campaign: try row["campaign_id"],
        campaignSlug: try row["campaign_slug"], campaignName: try row["campaign_name"],
        campaignStatus: try row["campaign_status"], sponsor: try row["sponsor_id"],
        sponsorSlug: try row["sponsor_slug"], sponsorName: try row["sponsor_name"], currency: try row["currency"])
      order.commission = (try row["commission"] as Int64?).map { Percent(thousandths: $0) }
      order.isNet = try row["billing"] != "gross"
      if try (row["payer"] as String?) != nil { order.payer = try PayerStore.payer(row, name: "payer", "payer_") }
      return order
    }
  }
}
