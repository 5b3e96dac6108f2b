/// One movement of money between two accounts. Since every entry is made of such, no entry can be out of balance.
public struct JournalTransfer: Sendable, Hashable {
  public var debit: JournalAccount
  public var credit: JournalAccount
  /// Over zero.
  public var amount: Money

  /// Nil for nothing; a negative amount goes the other way.
  public init?(debit: JournalAccount, credit: JournalAccount, _ amount: Money) {
    guard amount.minor != 0, debit != credit else { return nil }
    self.debit = amount.minor > 0 ? debit : credit
    self.credit = amount.minor > 0 ? credit : debit
    self.amount = amount.minor > 0 ? amount : Money(minor: -amount.minor, amount.currency)
  }

  public var reversed: JournalTransfer {
    var reversed = self
    (reversed.debit, reversed.credit) = (credit, debit)
    return reversed
  }
}

/// What one event of an invoice did to the books.
public struct JournalEntry: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case issued, payment, credit, refund, uncollectible, void
  }

  /// One leg: what an account gains, in minor units; negative for what it gives.
  public struct Posting: Sendable, Hashable {
    public var account: JournalAccount
    public var amount: Money
  }

  public var id: Identifier<JournalEntry>
  /// Unique in its tenant: the same event is never in the books twice.
  public var name: String
  public var kind: Kind
  public var invoice: Identifier<Invoice>
  public var isLive: Bool
  /// In the tenant's zone.
  public var day: Day
  public var description: String
  public var recordedAt: Instant
  public var transfers: [JournalTransfer]

  public init(
    id: Identifier<JournalEntry>, name: String, kind: Kind, invoice: Identifier<Invoice>, isLive: Bool, day: Day,
    description: String, recordedAt: Instant, transfers: [JournalTransfer]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.invoice = invoice
    self.isLive = isLive
    self.day = day
    self.description = description
    self.recordedAt = recordedAt
    self.transfers = transfers
  }

  /// The legs by account, each account once in a currency, without those that come to nothing. They sum to zero.
  public var postings: [Posting] {
    var sums: [JournalAccount: [Currency: Int64]] = [:]
    for transfer in transfers {
      sums[transfer.debit, default: [:]][transfer.amount.currency, default: 0] += transfer.amount.minor
      sums[transfer.credit, default: [:]][transfer.amount.currency, default: 0] -= transfer.amount.minor
    }
    return sums.keys.sorted().flatMap { account in
      (sums[account] ?? [:]).sorted { $0.key.code < $1.key.code }.filter { $0.value != 0 }
        .map { Posting(account: account, amount: Money(minor: $0.value, $0.key)) }
    }
  }
}
