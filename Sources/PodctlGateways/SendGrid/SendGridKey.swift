import PodctlCore

/// A key of SendGrid; nothing shows its letters. One that begins with `SG.test` is for a server of tests alone.
public struct SendGridKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let secret: String
  public let isLive: Bool

  /// Throws `gateway_key_invalid` for what is no key of SendGrid.
  public init(_ text: String) throws(PodctlError) {
    guard text.hasPrefix("SG."), (10...256).contains(text.utf8.count),
      text.utf8.allSatisfy({
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
          || [45, 46, 95].contains($0)
      })
    else {
      throw PodctlError(
        .gatewayKeyInvalid, "this is no key of SendGrid",
        hint: "a key begins with SG., and needs the right to send mail")
    }
    secret = text
    isLive = !text.hasPrefix("SG.test")
  }

  var authorization: String { "Bearer \(secret)" }

  public var description: String { "SG.…" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
