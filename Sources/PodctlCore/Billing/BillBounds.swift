/// What keeps an invoice from being approved along with the others.
public enum BillBounds {
  public enum Finding: String, Sendable, CaseIterable, Codable {
    /// More lines than Stripe takes; it is never split silently.
    case tooManyLines = "too-many-lines"
    /// Over nothing: there is nothing to issue, and it is skipped.
    case zero
    /// It gives back more than it takes: that is a credit note's affair.
    case negative
    /// More than five times what the same payer was billed for the period before.
    case unusual
    /// A currency whose smallest unit podctl and Stripe do not agree on for certain.
    case currency
    /// Late logs may still come.
    case early
    /// Nobody to send it to.
    case noAddress = "no-address"
    /// Drafting again would make another invoice of it.
    case stale
    /// A source that its lines stand on ends before the period does.
    case incomplete
    /// A line with nothing behind it, or a fee of which nobody knows whether it is due.
    case noData = "no-data"
    /// Delivery far above what was booked: a wrong day, more likely than not.
    case spike

    /// Whether a person may let it pass by name.
    public var canBeWaived: Bool {
      switch self {
      case .unusual, .early, .stale, .incomplete, .noData, .spike: true
      case .tooManyLines, .zero, .negative, .currency, .noAddress: false
      }
    }

    /// Those that a person may let pass, as a sentence names them: `unusual, early and stale`, or with `or`.
    public static func waivable(_ conjunction: String) -> String {
      let words = allCases.filter(\.canBeWaived).map(\.rawValue)
      return words.dropLast().joined(separator: ", ") + words.suffix(1).map { " \(conjunction) \($0)" }.joined()
    }
  }

  public static let mostLines = 250
  /// Above this multiple of the period before, a person looks.
  public static let usualMultiple: Int64 = 5
  /// Above this multiple of its goal, what a flight has delivered is looked at.
  public static let goalMultiple: Int64 = 3

  /// `previousMinor` is what the order was billed for the period before; nil where there was none. `review` is what
  /// today's figures say of it.
  public static func findings(
    _ content: InvoiceContent, previousMinor: Int64?, isEarly: Bool, email: String?, review: BillReview
  ) -> [Finding] {
    var findings: [Finding] = []
    if content.charges.count > mostLines { findings.append(.tooManyLines) }
    let total = content.total.minor
    if total == 0 { findings.append(.zero) }
    if total < 0 { findings.append(.negative) }
    if let previousMinor, previousMinor > 0, Int128(total) > Int128(previousMinor) * Int128(usualMultiple) {
      findings.append(.unusual)
    }
    if !isPayable(content) { findings.append(.currency) }
    if isEarly { findings.append(.early) }
    if email?.contains("@") != true { findings.append(.noAddress) }
    if review.isStale(content) { findings.append(.stale) }
    if !review.incomplete.isEmpty { findings.append(.incomplete) }
    if !review.withoutData.isEmpty { findings.append(.noData) }
    if !review.spikes.isEmpty { findings.append(.spike) }
    return findings
  }

  /// Stripe counts some currencies in other units than ISO 4217 does, and its own pages disagree on a few.
  static func isPayable(_ content: InvoiceContent) -> Bool {
    let doubtful: Set<String> = ["ISK", "UGX", "HUF", "TWD", "MGA", "IQD", "LYD"]
    guard !doubtful.contains(content.currency.code) else { return false }
    return content.currency.minorDigits < 3 || content.charges.allSatisfy { $0.amountMinor % 10 == 0 }
  }
}
