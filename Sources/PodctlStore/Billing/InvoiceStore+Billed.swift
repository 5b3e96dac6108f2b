import PodctlCore

extension InvoiceStore {
  /// What the books do not say of the invoices that were issued, void ones among them.
  public func billed() throws -> [Identifier<Invoice>: BilledInvoice] {
    let rows = try tx.rows(
      """
      SELECT i.invoice_id AS invoice_id, i.number AS number, x.payer AS payer, i.bill_to AS bill_to,
        i.terms_days AS terms_days
      FROM invoices i
      JOIN invoice_issues x ON x.tenant_id = i.tenant_id AND x.invoice_id = i.invoice_id
      WHERE i.tenant_id = \(tx.tenant) AND x.tenant_id = \(tx.tenant) AND x.remote_id IS NOT NULL
      """)
    return try Dictionary(
      rows.map { row in
        (
          try row["invoice_id"],
          BilledInvoice(
            number: try row["number"], payer: try row["payer"], billTo: try row["bill_to"],
            termsDays: try row["terms_days"])
        )
      }
    ) { first, _ in first }
  }
}
