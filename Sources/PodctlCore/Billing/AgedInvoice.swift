/// What is left of an issued invoice on a day, by the journal alone, and how late it is.
public struct AgedInvoice: Sendable, Hashable {
  /// How long ago an invoice fell due.
  public enum Age: Int, Sendable, CaseIterable, Comparable {
    case notDue, upTo30, upTo60, upTo90, older

    /// `days` after the day on which it was due: on that day itself it is not late yet.
    public init(days: Int) {
      switch days {
      case ...0: self = .notDue
      case ...30: self = .upTo30
      case ...60: self = .upTo60
      case ...90: self = .upTo90
      default: self = .older
      }
    }

    public static func < (left: Age, right: Age) -> Bool { left.rawValue < right.rawValue }
  }

  public var invoice: BilledInvoice
  public var isLive: Bool
  public var issuedOn: Day
  public var dueOn: Day
  /// Days since it was due; negative before.
  public var daysLate: Int
  /// What the payer owes on it, in the invoice's currency; never zero.
  public var left: Money

  public var age: Age { Age(days: daysLate) }

  /// The invoices on which something was owed at the end of a day, longest late first. What came or went later does not
  /// count, so that the same day always gives the same answer.
  public static func all(
    _ entries: [JournalEntry], _ invoices: [Identifier<Invoice>: BilledInvoice], asOf day: Day
  ) -> [AgedInvoice] {
    let known = Dictionary(grouping: entries.filter { $0.day <= day }, by: \.invoice)
    return known.flatMap { id, entries -> [AgedInvoice] in
      guard let invoice = invoices[id], let issued = entries.first(where: { $0.kind == .issued }) else { return [] }
      let due = issued.day.advanced(by: invoice.termsDays)
      let owed = entries.flatMap(\.postings).filter { $0.account == .receivable(invoice.payer) }
      return Dictionary(grouping: owed, by: \.amount.currency).compactMap { currency, postings in
        let left = postings.reduce(Int64(0)) { $0 + $1.amount.minor }
        guard left != 0 else { return nil }
        return AgedInvoice(
          invoice: invoice, isLive: issued.isLive, issuedOn: issued.day, dueOn: due, daysLate: due.distance(to: day),
          left: Money(minor: left, currency))
      }
    }.sorted { ($1.daysLate, $0.invoice.number) < ($0.daysLate, $1.invoice.number) }
  }
}

/// What one payer owes in one currency, by age.
public struct PayerAging: Sendable, Hashable {
  public var payer: String
  public var billTo: String
  public var isLive: Bool
  public var currency: Currency
  public var invoices: Int
  public private(set) var amounts: [AgedInvoice.Age: Int64] = [:]

  public var total: Money { Money(minor: amounts.values.reduce(0, +), currency) }
  public func amount(_ age: AgedInvoice.Age) -> Money { Money(minor: amounts[age] ?? 0, currency) }

  /// By the payer's name; sums of two currencies, or of test and live mode, stand apart.
  public static func all(_ invoices: [AgedInvoice]) -> [PayerAging] {
    struct Key: Hashable {
      var payer: String
      var isLive: Bool
      var currency: Currency
    }
    let groups = Dictionary(grouping: invoices) {
      Key(payer: $0.invoice.payer, isLive: $0.isLive, currency: $0.left.currency)
    }
    return groups.map { key, invoices in
      var row = PayerAging(
        payer: key.payer, billTo: invoices.map(\.invoice.billTo).min() ?? "", isLive: key.isLive,
        currency: key.currency, invoices: invoices.count)
      for invoice in invoices { row.amounts[invoice.age, default: 0] += invoice.left.minor }
      return row
    }.sorted {
      ($0.billTo, $0.payer, $0.currency.code, $0.isLive ? 0 : 1) < (
        $1.billTo, $1.payer, $1.currency.code, $1.isLive ? 0 : 1
      )
    }
  }
}
