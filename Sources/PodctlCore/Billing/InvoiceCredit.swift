/// A credit note: against what is still owed, or with money that goes back.
public struct InvoiceCredit: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case credit, refund }

  /// Stripe's words; it takes no others.
  public enum Reason: String, Sendable, CaseIterable {
    case duplicate, fraudulent
    case orderChange = "order_change"
    case productUnsatisfactory = "product_unsatisfactory"
  }

  public enum Status: String, Sendable, CaseIterable {
    /// Asked for; it counts against the bound until it has failed.
    case planned
    case done, failed
  }

  /// Where refunded money goes back to.
  public enum Source: String, Sendable, CaseIterable {
    case stripe
    /// By cheque or transfer, as it came; Stripe is only told.
    case outside
  }

  public var id: Identifier<InvoiceCredit>
  public var invoice: Identifier<Invoice>
  public var kind: Kind
  /// Chosen by whoever asks: the same reference is the same credit note, however often it is asked for.
  public var reference: String
  /// Nil for a credit.
  public var source: Source?
  public var amount: Money
  public var reason: Reason?
  public var memo: String?
  /// As much of the amount as is tax; nil where none was split off.
  public var taxMinor: Int64?
  public var status = Status.planned
  public var remoteID: String?
  public var plannedAt: Instant
  public var settledAt: Instant?

  public init(
    id: Identifier<InvoiceCredit>, invoice: Identifier<Invoice>, kind: Kind, reference: String, source: Source?,
    amount: Money, reason: Reason?, memo: String?, plannedAt: Instant
  ) {
    self.id = id
    self.invoice = invoice
    self.kind = kind
    self.reference = reference
    self.source = source
    self.amount = amount
    self.reason = reason
    self.memo = memo
    self.plannedAt = plannedAt
  }

  /// The effect's name in the outbox: `NUMBER/credit/REFERENCE`.
  public func effectName(_ number: String) -> String { "\(number)/\(kind.rawValue)/\(reference)" }

  /// Letters, digits, `.`, `_` and `-`, at most 60: it is part of a name.
  public static func isReference(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || [45, 46, 95].contains($0)
      }
  }
}
