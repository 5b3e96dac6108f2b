import PodctlCore

/// What became of a tenant's approved invoices.
public struct IssueStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Approves; false where somebody has done so already.
  public func insert(_ issue: InvoiceIssue) throws -> Bool {
    try tx.run(
      """
      INSERT INTO invoice_issues (tenant_id, invoice_id, status, content_sha256, payer, payer_email, approved_at,
        updated_at)
      VALUES (\(tx.tenant), \(issue.invoice), \(issue.status), \(issue.contentHash), \(issue.payer),
        \(issue.payerEmail), \(issue.approvedAt), \(issue.updatedAt))
      ON CONFLICT (tenant_id, invoice_id) DO NOTHING
      """) == 1
  }

  /// Writes down how an issued invoice stands; what was approved never changes.
  public func save(_ issue: InvoiceIssue) throws {
    try tx.run(
      """
      UPDATE invoice_issues SET status = \(issue.status), is_live = \(issue.isLive), remote_id = \(issue.remoteID),
        remote_number = \(issue.remoteNumber), hosted_url = \(issue.hostedURL), issued_at = \(issue.issuedAt),
        updated_at = \(issue.updatedAt)
      WHERE tenant_id = \(tx.tenant) AND invoice_id = \(issue.invoice)
      """)
    // A void invoice counts for nothing wherever what was billed is added up.
    if issue.status == .void { try InvoiceStore(tx).makeVoid(issue.invoice) }
  }

  /// Takes an approval back as long as nothing of it has left; false where there is none to take back.
  public func withdraw(_ invoice: Identifier<Invoice>) throws -> Bool {
    try tx.run(
      """
      DELETE FROM invoice_issues
      WHERE tenant_id = \(tx.tenant) AND invoice_id = \(invoice) AND status = \(Invoice.Status.approved)
        AND is_live IS NULL
      """) == 1
  }

  public func find(_ invoice: Identifier<Invoice>) throws -> InvoiceIssue? {
    try tx.first(
      """
      SELECT invoice_id, status, content_sha256, payer, payer_email, approved_at, is_live, remote_id, remote_number,
        hosted_url, issued_at, updated_at
      FROM invoice_issues WHERE tenant_id = \(tx.tenant) AND invoice_id = \(invoice)
      """
    ).map { row in
      var issue = InvoiceIssue(
        invoice: try row["invoice_id"], status: try row["status"], contentHash: try row["content_sha256"],
        payer: try row["payer"], payerEmail: try row["payer_email"], approvedAt: try row["approved_at"])
      issue.isLive = try row["is_live"]
      issue.remoteID = try row["remote_id"]
      issue.remoteNumber = try row["remote_number"]
      issue.hostedURL = try row["hosted_url"]
      issue.issuedAt = try row["issued_at"]
      issue.updatedAt = try row["updated_at"]
      return issue
    }
  }
}
