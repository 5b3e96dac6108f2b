/// What drafting a month's bills would do: the same plan is previewed, applied and applied again.
public struct BillPlan: Sendable, Hashable, Codable {
  /// What becomes of one invoice.
  public enum Change: String, Sendable, Codable, CaseIterable {
    case new
    /// A draft is not issued yet, so newer figures take its place under its number.
    case replaced
    case unchanged
    /// Nothing is left to bill: the draft is made void.
    case withdrawn
    /// A later month is drafted, which bills the difference; this one stands as it is.
    case closed
    /// Approved or issued: it stands as it is, and late figures go on a further revision.
    case fixed
  }

  public struct Entry: Sendable, Hashable, Codable {
    public var order: BilledOrder
    public var content: InvoiceContent
    public var change: Change

    public init(order: BilledOrder, content: InvoiceContent, change: Change) {
      self.order = order
      self.content = content
      self.change = change
    }

    public var isBilled: Bool { change != .withdrawn }
  }

  public var tenant: Slug
  /// The month, both days included, cut in the tenant's zone.
  public var firstDay: Day
  public var lastDay: Day
  public var zone: String
  /// By invoice number.
  public var entries: [Entry]
  public var notes: [BillNote]

  /// Rates each order's flights to the period's end; throws `rate_invalid` where an amount is beyond any invoice.
  public init(
    tenant: Slug, period: Period, accounts: [OrderAccount], taken: Set<String>
  ) throws(PodctlError) {
    self.tenant = tenant
    firstDay = period.start
    lastDay = period.last
    zone = period.zone.identifier
    entries = []
    notes = []
    var taken = taken
    let ordered = accounts.sorted {
      ($0.order.campaignSlug.text, $0.order.number, $0.order.id)
        < ($1.order.campaignSlug.text, $1.order.number, $1.order.id)
    }
    for account in ordered {
      entries += account.fixed.map { Entry(order: account.order, content: $0.content, change: .fixed) }
      if let entry = try entry(for: account, taken) {
        taken.insert(entry.content.number)
        entries.append(entry)
      }
    }
    entries.sort { Array($0.content.number.utf8).lexicographicallyPrecedes(Array($1.content.number.utf8)) }
  }

  /// The part of the plan that is of one campaign.
  public func limited(to campaign: Slug) -> BillPlan {
    var plan = self
    plan.entries = entries.filter { $0.order.campaignSlug == campaign }
    plan.notes = notes.filter { $0.campaign == campaign }
    return plan
  }

  /// The sum of what is billed in one currency.
  public func total(in currency: Currency) -> Money {
    entries.filter { $0.isBilled && $0.content.currency == currency }
      .reduce(.zero(currency)) { $0 + $1.content.total }
  }

  /// The currencies that are billed, by code.
  public var currencies: [Currency] {
    Set(entries.filter(\.isBilled).map(\.content.currency)).sorted { $0.code < $1.code }
  }

  private mutating func entry(for account: OrderAccount, _ taken: Set<String>) throws(PodctlError) -> Entry? {
    let order = account.order
    if let later = account.laterInvoice {
      let difference = "\(later) of a later month is drafted and bills all that was delivered before it"
      notes.append(BillNote(.billedLater, order, difference))
      return account.standing.map { Entry(order: order, content: $0.content, change: .closed) }
    }
    if order.campaignStatus == .draft, account.flights.contains(where: { $0.flight.startsOn <= lastDay }) {
      notes.append(BillNote(.notLaunched, order, "not rated: campaign \(order.campaignSlug) is still a draft"))
    }
    var lines: [InvoiceLine] = []
    for flight in account.flights.sorted(by: { $0.flight.slug < $1.flight.slug }) where order.campaignStatus != .draft {
      guard var line = try line(of: flight, in: order) else { continue }
      if !account.fixed.isEmpty { line.description += ", adjustment" }
      lines.append(line)
    }
    guard !lines.isEmpty else {
      return account.standing.map { Entry(order: order, content: $0.content, change: .withdrawn) }
    }
    let revision = account.standing?.content.revision ?? account.lastRevision + 1
    let number =
      account.standing?.content.number
      ?? InvoiceNumber.of(tenant: tenant, month: firstDay, order: order.number, revision: revision, taken: taken)
    var content = InvoiceContent(
      number: number, revision: revision, order: order.id, campaign: order.campaign, firstDay: firstDay,
      lastDay: lastDay, billTo: order.billTo, poNumber: order.poNumber, termsDays: order.termsDays,
      currency: order.currency, lines: lines)
    if let terms = InvoiceTerms(order) {
      content.terms = terms
      content.lines = terms.applied(to: lines)
    }
    let change: Change =
      switch account.standing?.content {
      case nil: .new
      case content: .unchanged
      default: .replaced
      }
    return Entry(order: order, content: content, change: change)
  }
}
