import PodctlCore

/// The credit notes and refunds of a tenant's invoices.
public struct CreditStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func insert(_ credit: InvoiceCredit) throws {
    try tx.run(
      """
      INSERT INTO invoice_credits (tenant_id, credit_id, invoice_id, kind, reference, source, currency, amount_minor,
        tax_minor, reason, memo, status, planned_at)
      VALUES (\(tx.tenant), \(credit.id), \(credit.invoice), \(credit.kind), \(credit.reference), \(credit.source),
        \(credit.amount.currency), \(credit.amount.minor), \(credit.taxMinor), \(credit.reason), \(credit.memo), \(credit.status),
        \(credit.plannedAt))
      """)
  }

  /// Writes down what became of a credit note; what it says never changes.
  public func save(_ credit: InvoiceCredit) throws {
    try tx.run(
      """
      UPDATE invoice_credits SET status = \(credit.status), remote_id = \(credit.remoteID),
        settled_at = \(credit.settledAt), tax_minor = \(credit.taxMinor)
      WHERE tenant_id = \(tx.tenant) AND credit_id = \(credit.id)
      """)
  }

  /// An invoice's credit notes, oldest first.
  public func all(of invoice: Identifier<Invoice>) throws -> [InvoiceCredit] {
    try tx.rows(
      """
      SELECT credit_id, invoice_id, kind, reference, source, currency, amount_minor, tax_minor, reason, memo, status,
        remote_id, planned_at, settled_at
      FROM invoice_credits WHERE tenant_id = \(tx.tenant) AND invoice_id = \(invoice)
      ORDER BY planned_at, credit_id
      """
    ).map { row in
      var credit = InvoiceCredit(
        id: try row["credit_id"], invoice: try row["invoice_id"], kind: try row["kind"],
        reference: try row["reference"], source: try row["source"],
        amount: Money(minor: try row["amount_minor"], try row["currency"]), reason: try row["reason"],
        memo: try row["memo"], plannedAt: try row["planned_at"])
      credit.taxMinor = try row["tax_minor"]
      credit.status = try row["status"]
      credit.remoteID = try row["remote_id"]
      credit.settledAt = try row["settled_at"]
      return credit
    }
  }
}

extension InvoiceCredit.Kind: SQLBindable, SQLReadable {}
extension InvoiceCredit.Reason: SQLBindable, SQLReadable {}
extension InvoiceCredit.Source: SQLBindable, SQLReadable {}
extension InvoiceCredit.Status: SQLBindable, SQLReadable {}
