import PodctlCore
import PodctlGateways
import PodctlStore

/// Holds a tenant's invoices, credit notes, payments and journal against what stands at Stripe, and that against them.
public struct InvoiceReconciling {
  /// One thing that is not the same on both sides.
  public struct Difference: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
      /// At Stripe and not here; here and not at Stripe; twice at Stripe.
      case missingHere = "missing_here"
      case missingThere = "missing_there"
      case duplicate
      case status, total, currency, paid, credit, refund
      /// A line at Stripe is not the one that was approved, or one side lacks it.
      case line
      /// The invoice at Stripe bears another content's hash, or the content here is not what was approved.
      case hash
      /// The journal does not say what the invoice's own records say.
      case journal
    }

    public var kind: Kind
    public var number: String?
    public var remoteID: String?
    public var here: String?
    public var there: String?
    /// The line's mark, `NUMBER/LINE`, where it is about one.
    public var line: String?
  }

  /// What came of it.
  public struct Report: Sendable, Hashable {
    /// Invoices that are the same on both sides.
    public var matched = 0
    public var differences: [Difference] = []
    /// False where the key may not read refunds: one without a credit note is not seen then.
    public var hasSeenRefunds = true
  }

  /// Our side, as it was read in one transaction.
  public struct Ledger: Sendable {
    var standings: [InvoiceStanding]
    var entries: [Identifier<Invoice>: [JournalEntry]]
    /// The words of lines as they were sent, by the effect's name; without those that the outbox has lost.
    var words: [String: String]
    /// Numbers that have a draft or approved invoice, which are on their way.
    var waiting: Set<String>

    public static func read(isLive: Bool, in tx: TenantTransaction) throws -> Ledger {
      let store = InvoiceStore(tx)
      let standings = try store.issued(isLive: isLive).compactMap { try InvoiceStanding.of($0, in: tx) }
      let lines = try OutboxStore(tx).all(of: .line, isLive: isLive)
      return Ledger(
        standings: standings,
        entries: Dictionary(
          grouping: try JournalStore(tx).entries(from: nil, through: nil, isLive: isLive), by: \.invoice),
        words: Dictionary(
          lines.compactMap { effect in StripeBody.words(ofLine: effect.request.body).map { (effect.name, $0) } },
          uniquingKeysWith: { first, _ in first }),
        waiting: Set(try store.approved(period: nil).map(\.content.number)))
    }
  }

  private let ledger: Ledger
  private let notes: [String: [StripeCreditNote]]
  private let items: [String: [StripeInvoiceItem]]
  private let refunds: [String: [StripeRefund]]
  private var report = Report()

  /// Reads every page of Stripe's lists, then compares. Throws `service_unreachable` or `gateway_refused`.
  public static func report(_ ledger: Ledger, tenant: Slug, gateway: StripeGateway) throws -> Report {
    let notes = try gateway.creditNotes()
    let refunds = try gateway.refunds(beside: notes)
    var report = try compare(
      ledger, invoices: try gateway.invoices(of: tenant), notes: notes, items: try gateway.items(),
      refunds: refunds ?? [])
    report.hasSeenRefunds = refunds != nil
    return report
  }

  static func compare(
    _ ledger: Ledger, invoices: [StripeInvoice], notes: [StripeCreditNote], items: [StripeInvoiceItem],
    refunds: [StripeRefund]
  ) throws -> Report {
    var work = InvoiceReconciling(
      ledger: ledger, notes: Dictionary(grouping: notes, by: \.invoice),
      items: Dictionary(grouping: items, by: \.invoice), refunds: Dictionary(grouping: refunds, by: \.invoice))
    let remote = Dictionary(invoices.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for standing in ledger.standings {
      guard let invoice = standing.issue.remoteID.flatMap({ remote[$0] }) else {
        work.find(.missingThere, standing, here: standing.issue.status.rawValue)
        continue
      }
      let before = work.report.differences.count
      work.compare(standing, invoice)
      try work.compareContent(standing, invoice)
      work.compareLines(standing, invoice)
      work.compareNotes(standing, invoice)
      work.compareJournal(standing)
      if work.report.differences.count == before { work.report.matched += 1 }
    }
    work.findStrangers(invoices)
    return work.report
  }

  private init(
    ledger: Ledger, notes: [String: [StripeCreditNote]], items: [String: [StripeInvoiceItem]],
    refunds: [String: [StripeRefund]]
  ) {
    self.ledger = ledger
    self.notes = notes
    self.items = items
    self.refunds = refunds
  }

  mutating func find(
    _ kind: Difference.Kind, _ standing: InvoiceStanding, here: String? = nil, there: String? = nil, line: String? = nil
  ) {
    report.differences.append(
      Difference(
        kind: kind, number: standing.number, remoteID: standing.issue.remoteID, here: here, there: there, line: line))
  }

  func words(_ effect: String) -> String? { ledger.words[effect] }

  /// The items of an invoice at Stripe.
  func items(of remote: StripeInvoice) -> [StripeInvoiceItem] { items[remote.id] ?? [] }

  private mutating func compare(_ standing: InvoiceStanding, _ remote: StripeInvoice) {
    let (balance, currency) = (standing.balance, standing.balance.total.currency)
    func text(_ minor: Int64?) -> String? { minor.map { "\(Money(minor: $0, currency))" } }
    if remote.status != standing.issue.status.rawValue {
      find(.status, standing, here: standing.issue.status.rawValue, there: remote.status)
    }
    if remote.currency != currency.code.lowercased() {
      find(.currency, standing, here: currency.code, there: remote.currency?.uppercased())
    }
    if remote.total != balance.total.minor {
      find(.total, standing, here: text(balance.total.minor), there: text(remote.total))
    }
    // What Stripe was told of is no money of Stripe's.
    let paid = remote.amountPaid ?? 0
    let byStripe = paid - (remote.paidOutside ?? min(paid, balance.paidOutside))
    if byStripe != balance.paidByStripe {
      find(.paid, standing, here: text(balance.paidByStripe), there: text(byStripe))
    }
  }

  private mutating func compareNotes(_ standing: InvoiceStanding, _ remote: StripeInvoice) {
    let currency = standing.balance.total.currency
    for kind in InvoiceCredit.Kind.allCases {
      let difference: Difference.Kind = kind == .credit ? .credit : .refund
      var ours = standing.credits.filter { $0.kind == kind && $0.status == .done }
      var theirs = (notes[remote.id] ?? []).filter { !$0.isVoid }
        .map { (id: $0.id, minor: kind == .credit ? $0.beforePayment : $0.afterPayment) }
      if kind == .refund { theirs += (refunds[remote.id] ?? []).map { (id: $0.id, minor: $0.amount) } }
      for (id, minor) in theirs where minor > 0 {
        let there = "\(id) \(Money(minor: minor, currency))"
        guard let place = ours.firstIndex(where: { $0.remoteID == id }) else {
          find(difference, standing, there: there)
          continue
        }
        let credit = ours.remove(at: place)
        if credit.amount.minor != minor {
          find(difference, standing, here: "\(credit.reference) \(credit.amount)", there: there)
        }
      }
      for credit in ours { find(difference, standing, here: "\(credit.reference) \(credit.amount)") }
    }
  }

  /// What the payer owes and what lies at Stripe, by the journal and by the invoice's own records.
  private mutating func compareJournal(_ standing: InvoiceStanding) {
    let (balance, currency) = (standing.balance, standing.balance.total.currency)
    let refunds = standing.credits.filter { $0.kind == .refund && $0.source == .stripe && $0.status == .done }
    var expected: [(JournalAccount, Int64)] = [
      (.receivable(standing.issue.payer), standing.issue.status == .open ? balance.left : 0),
      (.money(.stripe), balance.paidByStripe - refunds.reduce(0) { $0 + $1.amount.minor }),
    ]
    if let (account, taxes) = standing.taxAccount(standing.invoice.content.taxes.minor), taxes != 0 {
      let back = standing.credits.filter { $0.status == .done }.reduce(0) { $0 + ($1.taxMinor ?? 0) }
      expected.append((account, standing.issue.status == .void ? 0 : back - taxes))
    }
    let postings = (ledger.entries[standing.invoice.id] ?? []).flatMap(\.postings)
    for (account, minor) in expected {
      let booked = postings.filter { $0.account == account }.reduce(Int64(0)) { $0 + $1.amount.minor }
      guard booked != minor else { continue }
      let text = { (minor: Int64) in "\(account) \(Money(minor: minor, currency))" }
      report.differences.append(
        Difference(
          kind: .journal, number: standing.number, remoteID: nil, here: text(booked), there: text(minor)))
    }
  }

  private mutating func findStrangers(_ invoices: [StripeInvoice]) {
    let known = Set(ledger.standings.compactMap(\.issue.remoteID))
    let numbers = Set(ledger.standings.map(\.number))
    for invoice in invoices where !known.contains(invoice.id) {
      let number = invoice.reference ?? ""
      // A draft may be one that is being issued just now; nobody pays a void double.
      if invoice.status == "draft" && ledger.waiting.contains(number) { continue }
      if invoice.status == "void" && numbers.contains(number) { continue }
      report.differences.append(
        Difference(
          kind: numbers.contains(number) ? .duplicate : .missingHere, number: invoice.reference, remoteID: invoice.id,
          here: nil, there: invoice.status))
    }
  }
}
