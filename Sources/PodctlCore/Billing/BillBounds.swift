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

    /// Whether a person may let it pass by name.
    public var canBeWaived: Bool { self == .unusual || self == .early }
  }

  public static let mostLines = 250
  /// Above this multiple of the period before, a person looks.
  public static let usualMultiple: Int64 = 5

  /// `previousMinor` is what the order was billed for the period before; nil where there was none.
  public static func findings(_ content: InvoiceContent, previousMinor: Int64?, isEarly: Bool, email: String?)
    -> [Finding]
  {
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
    return findings
  }

  /// Stripe counts some currencies in other units than ISO 4217 does, and its own pages disagree on a few.
  static func isPayable(_ content: InvoiceContent) -> Bool {
    let doubtful: Set<String> = ["ISK", "UGX", "HUF", "TWD", "MGA", "IQD", "LYD"]
    guard !doubtful.contains(content.currency.code) else { return false }
    return content.currency.minorDigits < 3 || content.charges.allSatisfy { $0.amountMinor % 10 == 0 }
  }
}
