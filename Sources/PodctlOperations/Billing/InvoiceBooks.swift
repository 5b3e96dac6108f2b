import PodctlCore
import PodctlGateways
import PodctlStore

/// Writes what happens to invoices down, each event with its journal entry in one transaction. An event that is in the
/// books already changes nothing, so that everything here may be run again.
public struct InvoiceBooks {
  let tenant: Tenant
  let tx: TenantTransaction
  let ids: any IdentifierSource
  let now: Instant

  public init(_ tenant: Tenant, in tx: TenantTransaction, ids: any IdentifierSource, now: Instant) {
    self.tenant = tenant
    self.tx = tx
    self.ids = ids
    self.now = now
  }

  /// The invoice is final and with its payer.
  public func issue(_ standing: InvoiceStanding) throws {
    try enter(
      .issued, "issued/\(standing.number)", standing, "invoice \(standing.number)",
      JournalRules.issued(standing.invoice.content, payer: standing.issue.payer))
  }

  /// Takes a payment; false where it is there already. An invoice with nothing left is paid.
  public func receive(_ payment: InvoicePayment, _ standing: inout InvoiceStanding) throws -> Bool {
    guard try PaymentStore(tx).add(payment) else { return false }
    try enter(
      .payment, "payment/\(payment.name)", standing, "\(payment.method.rawValue) \(payment.reference)",
      JournalRules.payment(payment.amount, payment.method, standing.balance, payer: standing.issue.payer),
      day: payment.receivedOn)
    standing.payments.append(payment)
    try settle(&standing)
    return true
  }

  /// A credit note is with the payer, or money has gone back.
  public func complete(_ credit: InvoiceCredit, remoteID: String?, _ standing: inout InvoiceStanding) throws {
    guard let place = standing.credits.firstIndex(where: { $0.id == credit.id }),
      standing.credits[place].status != .done
    else { return }
    var done = credit
    done.status = .done
    done.remoteID = remoteID
    done.settledAt = now
    standing.credits.remove(at: place)
    let (balance, payer) = (standing.balance, standing.issue.payer)
    switch (credit.kind, credit.source) {
    case (.credit, _):
      try enter(
        .credit, "credit/\(standing.number)/\(credit.reference)", standing, "credit note \(credit.reference)",
        JournalRules.credit(credit.amount, tax: standing.taxAccount(credit.taxMinor), balance, payer: payer))
    case (.refund, let source):
      try enter(
        .refund, "refund/\(standing.number)/\(credit.reference)", standing, "refund \(credit.reference)",
        JournalRules.refund(
          credit.amount, tax: standing.taxAccount(credit.taxMinor), from: way(of: source, standing),
          after: JournalStore(tx).entries(of: standing.invoice.id), payer: payer))
    }
    try CreditStore(tx).save(done)
    standing.credits.insert(done, at: place)
    try settle(&standing)
  }

  /// A credit note that was made void, or a refund that never arrived, is undone in the books and counts for nothing.
  func withdraw(_ credit: InvoiceCredit, _ standing: inout InvoiceStanding) throws {
    guard let place = standing.credits.firstIndex(where: { $0.id == credit.id }), credit.status == .done else { return }
    let kind: JournalEntry.Kind = credit.kind == .credit ? .credit : .refund
    let name = "\(kind.rawValue)/\(standing.number)/\(credit.reference)"
    guard let made = try JournalStore(tx).entries(of: standing.invoice.id).first(where: { $0.name == name }) else {
      throw PodctlError(.internalFault, "the journal has no entry \(name)")
    }
    try enter(
      kind, "\(name)/void", standing,
      "\(credit.kind == .credit ? "credit note" : "refund") \(credit.reference) is void", made.transfers.map(\.reversed)
    )
    var void = credit
    void.status = .failed
    void.settledAt = now
    try CreditStore(tx).save(void)
    standing.credits[place] = void
  }

  /// What is left is written off.
  public func writeOff(_ standing: inout InvoiceStanding) throws {
    guard standing.issue.status == .open else { return }
    try enter(
      .uncollectible, "uncollectible/\(standing.number)", standing, "invoice \(standing.number) is written off",
      JournalRules.uncollectible(standing.balance, payer: standing.issue.payer))
    try move(&standing, to: .uncollectible)
  }

  /// The invoice counts for nothing any more.
  public func void(_ standing: inout InvoiceStanding) throws {
    guard standing.issue.status != .void else { return }
    let entries = try JournalStore(tx).entries(of: standing.invoice.id)
    try enter(
      .void, "void/\(standing.number)", standing, "invoice \(standing.number) is void",
      JournalRules.void(after: entries, payer: standing.issue.payer))
    try move(&standing, to: .void)
  }

  func move(_ standing: inout InvoiceStanding, to status: Invoice.Status) throws {
    standing.issue.status = status
    standing.issue.updatedAt = now
    try IssueStore(tx).save(standing.issue)
  }

  private func settle(_ standing: inout InvoiceStanding) throws {
    let isOwed = standing.issue.status == .open || standing.issue.status == .uncollectible
    if isOwed, standing.balance.left == 0 { try move(&standing, to: .paid) }
  }

  /// Money that came in several ways outside Stripe goes back by the one that brought the most.
  private func way(of source: InvoiceCredit.Source?, _ standing: InvoiceStanding) -> InvoicePayment.Method {
    guard source == .outside else { return .stripe }
    let outside = standing.balance.paid.filter { $0.key != .stripe }
    return outside.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .wire
  }

  private func enter(
    _ kind: JournalEntry.Kind, _ name: String, _ standing: InvoiceStanding, _ description: String,
    _ transfers: [JournalTransfer], day: Day? = nil
  ) throws {
    _ = try JournalStore(tx).add(
      JournalEntry(
        id: ids.next(JournalEntry.self), name: name, kind: kind, invoice: standing.invoice.id,
        isLive: standing.issue.isLive ?? false, day: day ?? tenant.zone.day(of: now), description: description,
        recordedAt: now, transfers: transfers))
  }
}
