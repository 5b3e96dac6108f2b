import PodctlCore
import PodctlGateways
import PodctlStore

/// Takes approved invoices to their payers through the outbox. Run again, after whatever stopped it, it goes on.
public final class BillIssuing {
  /// How it went with one invoice.
  public struct Result: Sendable, Hashable {
    public enum Ending: String, Sendable, CaseIterable {
      case issued
      /// A request may or may not have had its effect; the next run looks.
      case unknown
      /// Nothing is in doubt; the next run goes on.
      case delayed
      /// What stands at Stripe is not what was approved; it is not finalized.
      case differs
      /// Refused for good; a person must look at it.
      case failed
    }

    public var number: String
    public var total: Money
    public var ending: Ending
    public var reason: String?
    public var remoteID: String?
    public var status: Invoice.Status

    public init(
      number: String, total: Money, ending: Ending, reason: String?, remoteID: String?, status: Invoice.Status
    ) {
      self.number = number
      self.total = total
      self.ending = ending
      self.reason = reason
      self.remoteID = remoteID
      self.status = status
    }
  }

  private let tenant: Tenant
  private let gateway: StripeGateway
  private let driver: OutboxDriver
  private let time: OutboxTime
  private let ids: any IdentifierSource
  private let isLive: Bool
  /// Effects that this very run brought about: what hangs on them cannot be there from an earlier life.
  private var made: Set<String> = []
  /// Invoices in a row that could not be taken further; more of them only wear the service out.
  private static let mostSetbacks = 3

  public init(
    _ tenant: Tenant, gateway: StripeGateway, driver: OutboxDriver, time: OutboxTime, ids: any IdentifierSource,
    isLive: Bool
  ) {
    self.tenant = tenant
    self.gateway = gateway
    self.driver = driver
    self.time = time
    self.ids = ids
    self.isLive = isLive
  }

  /// Issues the approved invoices of a month, or all of them, in the order of their numbers.
  public func issue(period: Period?) throws -> [Result] {
    let invoices = try driver.write { tx in try InvoiceStore(tx).approved(period: period) }
    var results: [Result] = []
    var setbacks = 0
    for invoice in invoices {
      guard setbacks < BillIssuing.mostSetbacks, !time.isOver else {
        results.append(result(invoice, .delayed, "not begun in this run", nil))
        continue
      }
      let result = try issue(invoice)
      setbacks = result.ending == .delayed || result.ending == .unknown ? setbacks + 1 : 0
      results.append(result)
    }
    return results
  }

  /// Writes down what will be asked of the service first, for each payer: intentions are on record before any request.
  public func prepare(period: Period?) throws {
    let invoices = try driver.write { tx in try InvoiceStore(tx).approved(period: period) }
    for invoice in invoices {
      let (issue, order) = try driver.write { tx in try begin(invoice, in: tx) }
      let chain = try load(invoice, issue)
      if issue.isLive == isLive, case .plan(.customer) = chain.next() {
        _ = try driver.plan(effect(.customer, chain, invoice, issue, order))
      }
    }
  }

  private func issue(_ invoice: Invoice) throws -> Result {
    var (issue, order) = try driver.write { tx in try begin(invoice, in: tx) }
    guard issue.isLive == isLive else {
      return result(invoice, .failed, "it was begun in \(isLive ? "test" : "live") mode", issue)
    }
    var chain = try load(invoice, issue)
    while true {
      do {
        switch chain.next() {
        case .plan(let name):
          let effect = try driver.plan(effect(name, chain, invoice, issue, order))
          chain.effects[effect.name] = effect
        case .settle(let effect):
          let settled = try driver.settle(effect) { done, tx in try enter(done, invoice, chain, in: tx) }
          chain.effects[settled.name] = settled
          if settled.state == .done, !settled.isAdopted { made.insert(settled.name) }
          if !settled.isSettled {
            let ending: Result.Ending = settled.state == .planned ? .delayed : .unknown
            return result(invoice, ending, "\(settled.name): \(settled.reason ?? "not settled yet")", issue)
          }
        case .compare(let id):
          if let ending = try compare(id, chain, invoice, issue) { return ending }
          chain.isCompared = true
        case .read(let id):
          guard try read(id, of: invoice, into: &issue) else {
            return result(invoice, .unknown, "\(id) is finalized and cannot be read so", issue)
          }
          chain.remoteStatus = issue.status.rawValue
        case .stopped(let effect):
          return result(invoice, .failed, "\(effect.name): \(effect.reason ?? "failed")", issue)
        case .finished:
          issue.issuedAt = time.now()
          let finished = issue
          try driver.write { tx in try IssueStore(tx).save(finished) }
          return result(invoice, .issued, nil, issue)
        }
      } catch let error as PodctlError where error.code == .serviceUnreachable {
        return result(invoice, .delayed, error.message, issue)
      }
    }
  }

  /// Holds what is stored against what was approved, and takes the mode of the first run for good.
  private func begin(_ invoice: Invoice, in tx: TenantTransaction) throws -> (InvoiceIssue, BilledOrder) {
    let number = invoice.content.number
    guard var issue = try IssueStore(tx).find(invoice.id) else {
      throw PodctlError(.internalFault, "invoice \(number) is approved and has no record of it")
    }
    guard try InvoiceHash.of(invoice.content) == issue.contentHash else {
      throw PodctlError(
        .effectChanged, "invoice \(number) is not what was approved",
        hint: "somebody changed the database; nothing was sent", commands: ["podctl bill show \(number)"],
        context: [.init("number", number)])
    }
    if issue.isLive == nil {
      issue.isLive = isLive
      try IssueStore(tx).save(issue)
    }
    return (issue, try InvoiceSearch.order(of: invoice, in: tx))
  }

  private func load(_ invoice: Invoice, _ issue: InvoiceIssue) throws -> InvoiceChain {
    let content = invoice.content
    var chain = InvoiceChain(
      number: content.number, payer: issue.payer, lines: content.charges.count, effects: [])
    let effects = try driver.write { tx in
      let store = OutboxStore(tx)
      return try store.chain(content.number, isLive: isLive)
        + [store.find(chain.text(.customer), isLive: isLive)].compactMap { $0 }
    }
    for effect in effects { chain.effects[effect.name] = effect }
    return chain
  }

  private func effect(
    _ name: InvoiceChain.EffectName, _ chain: InvoiceChain, _ invoice: Invoice, _ issue: InvoiceIssue,
    _ order: BilledOrder
  ) -> Effect {
    let content = invoice.content
    let customer = chain.remoteID(.customer) ?? ""
    let remote = chain.remoteID(.invoice) ?? ""
    let text = chain.text(name)
    let request =
      switch name {
      case .customer:
        EffectRequest.post(
          StripePath.customers,
          StripeBody.customer(
            tenant: tenant.slug, payer: issue.payer, name: content.billTo, email: issue.payerEmail))
      case .invoice:
        EffectRequest.post(
          StripePath.invoices,
          StripeBody.invoice(
            content, hash: InvoiceHash.mark(issue.contentHash), tenant: tenant.slug, customer: customer))
      case .line(let line):
        EffectRequest.post(
          StripePath.lines,
          StripeBody.line(line, of: content, tenant: tenant.slug, customer: customer, invoice: remote))
      case .finalize: EffectRequest.post(StripePath.finalize(remote), StripeBody.finalize)
      case .send: EffectRequest.post(StripePath.send(remote), StripeBody.nothing)
      }
    // Brought back from a backup, the database may not know of what is there already.
    let isNew = name != .customer && name != .invoice && made.contains(chain.text(.invoice))
    return Effect(
      id: ids.next(Effect.self), name: text, chain: name == .customer ? text : content.number,
      kind: InvoiceChain.kind(of: name), isLive: isLive, request: request,
      keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: isLive, name: text), plannedAt: time.now(),
      progress: Effect.Progress(looksFirst: !isNew))
  }

  /// A finalized invoice is owed: that is in the books with the very word that it is done.
  private func enter(_ effect: Effect, _ invoice: Invoice, _ chain: InvoiceChain, in tx: TenantTransaction) throws {
    guard effect.kind == .finalize, var standing = try InvoiceStanding.of(invoice, in: tx) else { return }
    standing.issue.remoteID = chain.remoteID(.invoice)
    let books = InvoiceBooks(tenant, in: tx, ids: ids, now: time.now())
    try books.move(&standing, to: .open)
    try books.issue(standing)
  }

  /// Nil where the draft is what was approved.
  private func compare(
    _ id: String, _ chain: InvoiceChain, _ invoice: Invoice, _ issue: InvoiceIssue
  ) throws -> Result? {
    guard let remote = try gateway.invoice(id) else {
      return result(invoice, .failed, "\(id) is not at Stripe any more", issue)
    }
    let differences = InvoiceComparison.differences(
      invoice.content, hash: issue.contentHash, customer: chain.remoteID(.customer),
      items: (1...invoice.content.charges.count).map { chain.remoteID(.line($0)) ?? "" }, remote: remote,
      lines: try gateway.lines(of: id))
    return differences.isEmpty ? nil : result(invoice, .differs, "\(id): \(differences.joined(separator: "; "))", issue)
  }

  /// Brings an issue to how its invoice stands at Stripe; false where that is no status of a finalized invoice.
  private func read(_ id: String, of invoice: Invoice, into issue: inout InvoiceIssue) throws -> Bool {
    guard let remote = try gateway.invoice(id) else { return false }
    let taken = try driver.write { tx -> InvoiceIssue? in
      guard var standing = try InvoiceStanding.of(invoice, in: tx) else { return nil }
      let books = InvoiceBooks(tenant, in: tx, ids: ids, now: time.now())
      return try books.take(remote, &standing) ? standing.issue : nil
    }
    guard let taken else { return false }
    issue = taken
    return true
  }

  private func result(
    _ invoice: Invoice, _ ending: Result.Ending, _ reason: String?, _ issue: InvoiceIssue?
  ) -> Result {
    Result(
      number: invoice.content.number, total: invoice.content.total, ending: ending, reason: reason,
      remoteID: issue?.remoteID, status: issue?.status ?? .approved)
  }
}
