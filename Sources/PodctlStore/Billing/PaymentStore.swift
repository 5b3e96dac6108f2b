import PodctlCore

/// The payments of a tenant's invoices.
public struct PaymentStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Adds a payment; false where one of its name is there already.
  public func add(_ payment: InvoicePayment) throws -> Bool {
    try tx.run(
      """
      INSERT INTO invoice_payments (tenant_id, payment_id, invoice_id, name, method, reference, currency, amount_minor,
        received_on, recorded_at)
      VALUES (\(tx.tenant), \(payment.id), \(payment.invoice), \(payment.name), \(payment.method),
        \(payment.reference), \(payment.amount.currency), \(payment.amount.minor), \(payment.receivedOn),
        \(payment.recordedAt))
      ON CONFLICT (tenant_id, name) DO NOTHING
      """) == 1
  }

  public func find(_ name: String) throws -> InvoicePayment? { try payments("name = \(name)").first }

  /// An invoice's payments, oldest first.
  public func all(of invoice: Identifier<Invoice>) throws -> [InvoicePayment] {
    try payments("invoice_id = \(invoice)")
  }

  /// Every payment, by the day on which it came.
  public func all() throws -> [InvoicePayment] { try payments("1 = 1") }

  private func payments(_ condition: Statement) throws -> [InvoicePayment] {
    try tx.rows(
      """
      SELECT payment_id, invoice_id, name, method, reference, currency, amount_minor, received_on, recorded_at
      FROM invoice_payments WHERE tenant_id = \(tx.tenant) AND \(sql: condition)
      ORDER BY received_on, recorded_at, payment_id
      """
    ).map { row in
      InvoicePayment(
        id: try row["payment_id"], invoice: try row["invoice_id"], name: try row["name"], method: try row["method"],
        reference: try row["reference"], amount: Money(minor: try row["amount_minor"], try row["currency"]),
        receivedOn: try row["received_on"], recordedAt: try row["recorded_at"])
    }
  }
}

extension InvoicePayment.Method: SQLBindable, SQLReadable {}
