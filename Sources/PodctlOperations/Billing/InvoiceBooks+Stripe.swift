import PodctlCore
import PodctlGateways
import PodctlStore

extension InvoiceBooks {
  /// Brings our record of an invoice to how it stands at Stripe with its credit notes; false where it is not final
  /// there. It compares what stands, not what happened, so that the order in which news comes does not matter.
  public func take(
    _ remote: StripeInvoice, notes: [StripeCreditNote] = [], refunds: [StripeRefund] = [],
    _ standing: inout InvoiceStanding
  ) throws -> Bool {
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
    for note in notes { try adopt(.credit, note.beforePayment, note, &standing) }
    for payment in try payments(remote, standing) { _ = try receive(payment, &standing) }
    for note in notes { try adopt(.refund, note.afterPayment, note, &standing) }
    for refund in refunds { try adopt(refund, &standing) }
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

  /// What came beyond what is in the books, by Stripe or said there to have come outside it. Its name says up to which
  /// sum, so that it is one payment however often it is told of.
  private func payments(_ remote: StripeInvoice, _ standing: InvoiceStanding) throws -> [InvoicePayment] {
    let name = InvoiceMarking.Mark.paid.effectName(standing.number)
    let isTold = try OutboxStore(tx).find(name, isLive: standing.issue.isLive ?? false)?.state == .done
    let balance = standing.balance
    guard let paid = remote.amountPaid else { return [] }
    let outside = remote.paidOutside ?? (isTold ? paid : 0)
    func payment(_ method: InvoicePayment.Method, _ word: String, _ sum: Int64, _ known: Int64) -> InvoicePayment? {
      guard sum > known else { return nil }
      return InvoicePayment(
        id: ids.next(InvoicePayment.self), invoice: standing.invoice.id, name: "\(word)/\(remote.id)/\(sum)",
        method: method, reference: remote.id, amount: Money(minor: sum - known, balance.total.currency),
        receivedOn: tenant.zone.day(of: remote.paidAt ?? now), recordedAt: now)
    }
    // How money came that somebody marked as paid at the Dashboard, nobody says; what we told of ourselves is no news.
    return [
      payment(.stripe, "stripe", paid - outside, balance.paidByStripe),
      isTold ? nil : payment(.wire, "marked", outside, balance.paidOutside),
    ].compactMap { $0 }
  }

  /// Money that somebody gave back at Stripe without a credit note.
  private func adopt(_ refund: StripeRefund, _ standing: inout InvoiceStanding) throws {
    guard refund.amount > 0, !standing.credits.contains(where: { $0.remoteID == refund.id }) else { return }
    var credit = InvoiceCredit(
      id: ids.next(InvoiceCredit.self), invoice: standing.invoice.id, kind: .refund, reference: refund.id,
      source: .stripe, amount: Money(minor: refund.amount, standing.balance.total.currency), reason: nil, memo: nil,
      plannedAt: refund.createdAt)
    credit.taxMinor = try standing.tax(of: credit, in: tx)
    try CreditStore(tx).insert(credit)
    standing.credits.append(credit)
    try complete(credit, remoteID: refund.id, &standing)
  }

  /// A credit note that stands at Stripe stands here: one of ours by its mark, one of the Dashboard by its id.
  private func adopt(
    _ kind: InvoiceCredit.Kind, _ minor: Int64, _ note: StripeCreditNote, _ standing: inout InvoiceStanding
  ) throws {
    let known = standing.credits.first { credit in
      credit.kind == kind && (credit.remoteID == note.id || credit.effectName(standing.number) == note.effect)
    }
    if note.isVoid, let known { return try withdraw(known, &standing) }
    guard minor > 0, !note.isVoid else { return }
    if let known { return try complete(known, remoteID: note.id, &standing) }
    let mark = "\(standing.number)/\(kind.rawValue)/"
    let ours = note.effect.flatMap { $0.hasPrefix(mark) ? String($0.dropFirst(mark.count)) : nil }
    let source: InvoiceCredit.Source = note.outside >= minor ? .outside : .stripe
    var credit = InvoiceCredit(
      id: ids.next(InvoiceCredit.self), invoice: standing.invoice.id, kind: kind, reference: ours ?? note.id,
      source: kind == .refund ? source : nil, amount: Money(minor: minor, standing.balance.total.currency), reason: nil,
      memo: nil, plannedAt: note.createdAt)
    credit.taxMinor = try standing.tax(of: credit, in: tx)
    try CreditStore(tx).insert(credit)
    standing.credits.append(credit)
    try complete(credit, remoteID: note.id, &standing)
  }
}
