import Foundation
import PodctlCore

extension InvoiceStore {
  /// Makes others who would draft, approve or withdraw this tenant's drafts wait until the transaction ends, so that what
  /// is approved is what was looked at. (SQLite has one writer in any case.) What was read before has to be read again.
  public func lockDrafts() throws {
    try tx.run(
      """
      UPDATE invoices SET status = status
      WHERE tenant_id = \(tx.tenant) AND status = \(Invoice.Status.draft) AND NOT EXISTS (
        SELECT 1 FROM invoice_issues x WHERE x.tenant_id = \(tx.tenant) AND x.invoice_id = invoices.invoice_id)
      """)
  }

  public func insert(_ invoice: Invoice) throws {
    let content = invoice.content
    try tx.run(
      """
      INSERT INTO invoices (tenant_id, invoice_id, number, order_id, campaign_id, period_from, period_to, bill_to,
        po_number, terms_days, currency, total_minor, terms, status, revision, created_at)
      VALUES (\(tx.tenant), \(invoice.id), \(content.number), \(content.order), \(content.campaign),
        \(content.firstDay), \(content.lastDay), \(content.billTo), \(content.poNumber), \(content.termsDays),
        \(content.currency), \(content.total.minor), \(try text(content.terms)), \(invoice.status), \(content.revision), \(invoice.createdAt))
      """)
    try insertLines(of: invoice.id, content)
  }

  /// Puts newer content in a draft's place; its id, number and date stay. What is approved is never replaced.
  public func replace(_ id: Identifier<Invoice>, with content: InvoiceContent) throws {
    let replaced = try tx.run(
      """
      UPDATE invoices SET campaign_id = \(content.campaign), bill_to = \(content.billTo),
        po_number = \(content.poNumber), terms_days = \(content.termsDays), currency = \(content.currency),
        total_minor = \(content.total.minor), terms = \(try text(content.terms))
      WHERE tenant_id = \(tx.tenant) AND invoice_id = \(id) AND status = \(Invoice.Status.draft)
        AND NOT EXISTS (SELECT 1 FROM invoice_issues x WHERE x.tenant_id = \(tx.tenant) AND x.invoice_id = \(id))
      """)
    guard replaced == 1 else { throw PodctlError(.internalFault, "an invoice that is fixed was to be replaced") }
    try tx.run("DELETE FROM invoice_lines WHERE tenant_id = \(tx.tenant) AND invoice_id = \(id)")
    try insertLines(of: id, content)
  }

  /// Withdraws a draft; its lines stay for the record and count for nothing.
  public func makeVoid(_ id: Identifier<Invoice>) throws {
    try tx.run(
      """
      UPDATE invoices SET status = \(Invoice.Status.void) WHERE tenant_id = \(tx.tenant) AND invoice_id = \(id)
      """)
  }

  private func insertLines(of id: Identifier<Invoice>, _ content: InvoiceContent) throws {
    for (index, line) in content.lines.enumerated() {
      let evidence = try text(line.evidence)
      try tx.run(
        """
        INSERT INTO invoice_lines (tenant_id, invoice_id, line_number, flight_id, description, price_model, provenance,
          rate_minor, units, amount_minor, commission_minor, tax_minor, delivered_units, billed_minor, evidence)
        VALUES (\(tx.tenant), \(id), \(index + 1), \(line.flight), \(line.description), \(line.priceModel),
          \(line.provenance), \(line.rateMinor), \(line.units), \(line.amountMinor), \(line.commissionMinor),
          \(line.taxMinor), \(line.deliveredUnits), \(line.billedMinor), \(evidence))
        """)
    }
  }
  /// JSON with sorted keys: the same value is the same text on every machine.
  private func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func text(_ terms: InvoiceTerms?) throws -> String? {
    guard let terms else { return nil }
    return try text(terms) as String
  }
}
