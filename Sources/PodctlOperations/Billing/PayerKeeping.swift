import PodctlCore
import PodctlStore

/// Keeps what is known of the names that insertion orders are billed to.
public enum PayerKeeping {
  /// What is to change, as it was typed; nil leaves a thing as it is, an empty text takes it back.
  public struct Change: Sendable {
    public var kind: Payer.Kind?
    public var email: String?
    public var tax: String?
    public var taxName: String?

    public init(kind: Payer.Kind? = nil, email: String? = nil, tax: String? = nil, taxName: String? = nil) {
      self.kind = kind
      self.email = email
      self.tax = tax
      self.taxName = taxName
    }
  }

  public struct Outcome: Sendable {
    public var payer: Payer
    public var hasChanged: Bool
    /// Whether an insertion order is billed to the name.
    public var isNamed: Bool
  }

  /// Throws `usage` for a name or address that cannot be, and `rate_invalid` for a tax that is no percentage.
  public static func set(_ name: String, _ change: Change, in tx: TenantTransaction, now: Instant) throws -> Outcome {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw PodctlError(.usage, "a payer's name cannot be empty", hint: "give it as insertion orders are billed to it")
    }
    let store = PayerStore(tx)
    let before = try store.find(name)
    var payer = before ?? Payer(name: name)
    payer.kind = change.kind ?? payer.kind
    if let email = change.email { payer.email = email.isEmpty ? nil : try address(email) }
    try setTax(of: &payer, change)
    let isNamed = try store.names().contains(name)
    guard payer != before else { return Outcome(payer: payer, hasChanged: false, isNamed: isNamed) }
    try store.save(payer, now: now)
    return Outcome(payer: payer, hasChanged: true, isNamed: isNamed)
  }

  private static func address(_ text: String) throws -> String {
    guard let address = MailAddress(text) else {
      throw PodctlError(.usage, "--email is not an email address", hint: "write it as name@example.com")
    }
    return address.text
  }

  private static func setTax(of payer: inout Payer, _ change: Change) throws {
    let called = change.taxName.flatMap { $0.isEmpty ? nil : $0 }
    if let text = change.tax {
      let rate = text.isEmpty ? Percent(thousandths: 0) : try Percent(typed: text, for: "--tax")
      payer.tax = rate.thousandths == 0 ? nil : Payer.Tax(name: called ?? payer.tax?.name ?? "Tax", rate: rate)
    } else if change.taxName != nil {
      guard payer.tax != nil else {
        throw PodctlError(
          .usage, "payer \"\(payer.name)\" is not taxed, so that its tax has no name", hint: "give --tax with it")
      }
      payer.tax?.name = called ?? "Tax"
    }
  }
}
