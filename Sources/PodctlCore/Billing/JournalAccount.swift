/// An account of the journal, as a path of words that hledger takes as it is.
public struct JournalAccount: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let path: String
  public var description: String { path }

  public init(path: String) { self.path = path }

  /// What a payer owes; `payer` is the pseudonymous name of `InvoiceIssue.payer`.
  public static func receivable(_ payer: String) -> JournalAccount { .init(path: "assets:receivable:\(payer)") }

  /// What we owe a payer: money that came for an invoice over what was left of it.
  public static func owed(to payer: String) -> JournalAccount { .init(path: "liabilities:payer:\(payer)") }

  /// Where money of a payment lies: Stripe's clearing account, or the bank by the way it came.
  public static func money(_ method: InvoicePayment.Method) -> JournalAccount {
    .init(path: method == .stripe ? "assets:stripe" : "assets:bank:\(method.rawValue)")
  }

  public static func income(_ model: Flight.PriceModel) -> JournalAccount {
    .init(path: "income:advertising:\(model.rawValue)")
  }

  /// What agencies keep of what was earned.
  public static let commission = JournalAccount(path: "income:commission")

  /// A tax that was billed and is owed on, by its name.
  public static func tax(_ name: String) -> JournalAccount {
    .init(path: "liabilities:tax:\(Slug.proposed(for: name) ?? "other")")
  }

  /// Credit notes and refunds stand against income, in accounts of their own.
  public static let credits = JournalAccount(path: "income:credits")
  public static let refunds = JournalAccount(path: "income:refunds")
  public static let badDebt = JournalAccount(path: "expenses:bad-debt")

  /// By bytes, so that every machine sorts alike.
  public static func < (left: JournalAccount, right: JournalAccount) -> Bool {
    left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }
}
