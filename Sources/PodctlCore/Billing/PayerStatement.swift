/// A payer's account with us over some days: what was billed, paid, credited and given back, and what stood after each.
public struct PayerStatement: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public var day: Day
    /// Nil for what was brought forward.
    public var kind: JournalEntry.Kind?
    public var number: String
    public var description: String
    /// Over zero is owed to us.
    public var change: Money
    /// What stands after it; below zero is owed back.
    public var balance: Money
  }

  public var lines: [Line] = []

  /// By the journal alone: its postings between us and the payer, each currency and mode by itself, in the order of their
  /// days. `from` begins with what is brought forward from before it.
  public init(
    _ entries: [JournalEntry], of payer: String, _ invoices: [Identifier<Invoice>: BilledInvoice], from first: Day?,
    isLive: Bool
  ) {
    var balances: [Currency: Int64] = [:]
    var forward: [Currency: Int64] = [:]
    for entry in entries where entry.isLive == isLive {
      let between = entry.postings.filter { $0.account.isBetweenUs(and: payer) }
      let changes = Dictionary(grouping: between, by: \.amount.currency)
        .mapValues { $0.reduce(Int64(0)) { $0 + $1.amount.minor } }
      for (currency, change) in changes.sorted(by: { $0.key.code < $1.key.code }) where change != 0 {
        balances[currency, default: 0] += change
        if let first, entry.day < first {
          forward[currency] = balances[currency]
          continue
        }
        lines.append(
          Line(
            day: entry.day, kind: entry.kind, number: invoices[entry.invoice]?.number ?? "",
            description: entry.description, change: Money(minor: change, currency),
            balance: Money(minor: balances[currency] ?? 0, currency)))
      }
    }
    guard let first else { return }
    let brought = forward.sorted { $0.key.code < $1.key.code }.filter { $0.value != 0 }
    lines =
      brought.map { currency, minor in
        let money = Money(minor: minor, currency)
        return Line(day: first, kind: nil, number: "", description: "brought forward", change: money, balance: money)
      } + lines
  }
}
