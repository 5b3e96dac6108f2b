import PodctlCore
import PodctlGateways
import PodctlStore

extension InvoiceBooks {
  /// Brings our record of an invoice to how it stands at Stripe; false where it is not final there. It compares what
  /// stands, not what happened, so that the order in which news comes does not matter.
  public func take(_ remote: StripeInvoice, _ standing: inout InvoiceStanding) throws -> Bool {
    guard let status = Invoice.Status(rawValue: remote.status),
      [.open, .paid, .uncollectible, .void].contains(status)
    else { return false }
    standing.issue.remoteID = remote.id
    standing.issue.remoteNumber = remote.number
    standing.issue.hostedURL = remote.hostedURL
    if standing.issue.status == .approved { standing.issue.status = .open }
    standing.issue.updatedAt = now
    try IssueStore(tx).save(standing.issue)
    try issue(standing)
    if let payment = try payment(remote, standing) { _ = try receive(payment, &standing) }
    switch status {
    case .void: try void(&standing)
    case .uncollectible: try writeOff(&standing)
    case .paid where standing.issue.status != .paid: try move(&standing, to: .paid)
    // Paid by cheque, and Stripe is not told yet.
    case .open where standing.issue.status != .open && standing.balance.left > 0: try move(&standing, to: .open)
    default: break
    }
    return true
  }

  /// What came by Stripe beyond what is in the books; nil for nothing. Its name says up to which sum, so that it is one
  /// payment however often it is told of.
  private func payment(_ remote: StripeInvoice, _ standing: InvoiceStanding) throws -> InvoicePayment? {
    let name = InvoiceMarking.Mark.paid.effectName(standing.number)
    let isTold = try OutboxStore(tx).find(name, isLive: standing.issue.isLive ?? false)?.state == .done
    let balance = standing.balance
    guard let paid = remote.amountPaid, !isTold, paid > balance.paidByStripe else { return nil }
    return InvoicePayment(
      id: ids.next(InvoicePayment.self), invoice: standing.invoice.id, name: "stripe/\(remote.id)/\(paid)",
      method: .stripe, reference: remote.id,
      amount: Money(minor: paid - balance.paidByStripe, balance.total.currency),
      receivedOn: tenant.zone.day(of: remote.paidAt ?? now), recordedAt: now)
  }
}
