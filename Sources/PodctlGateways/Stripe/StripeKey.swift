import PodctlCore

/// A secret or restricted key of Stripe. It says of itself only which kind it is; nothing shows its letters.
public struct StripeKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let secret: String
  public let isLive: Bool
  public let isRestricted: Bool

  /// Throws `gateway_key_invalid` for what is no key of Stripe, an organisation's key among them.
  public init(_ text: String) throws(PodctlError) {
    let kinds = [("sk_test_", false), ("rk_test_", false), ("sk_live_", true), ("rk_live_", true)]
    guard let kind = kinds.first(where: { text.hasPrefix($0.0) }), text.utf8.count > kind.0.utf8.count + 3,
      text.utf8.count <= 512,
      text.utf8.allSatisfy({ Character(UnicodeScalar($0)).isLetter || (48...57).contains($0) || $0 == 95 })
    else {
      throw PodctlError(
        .gatewayKeyInvalid, "this is no key of Stripe",
        hint: "a key begins with rk_test_, sk_test_, rk_live_ or sk_live_; restricted ones (rk_) are the better choice")
    }
    secret = text
    isLive = kind.1
    isRestricted = text.hasPrefix("rk_")
  }

  var authorization: String { "Bearer \(secret)" }

  public var description: String { "\(isRestricted ? "rk" : "sk")_\(isLive ? "live" : "test")_…" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
