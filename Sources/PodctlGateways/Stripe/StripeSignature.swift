import PodctlCore
import PodctlDigest

/// The signature that Stripe puts to a webhook's request: HMAC-SHA-256 over its time and its body to the byte.
public struct StripeSignature: Sendable {
  /// Stripe's own library lets any time ahead of ours pass; here both sides are bounded.
  private static let mostSeconds: Int64 = 300

  /// As it stands in the header: digits.
  private let time: String
  /// While a secret is rolled, there is a signature for each.
  private let codes: [String]

  /// Reads the header `Stripe-Signature`: `t=SECONDS,v1=HEX,…`; signatures of other schemes count for nothing.
  public init(header: String) {
    var time = ""
    var codes: [String] = []
    for part in header.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      switch pair[0].drop(while: { $0 == " " }) {
      case "t": time = String(pair[1])
      case "v1": codes.append(String(pair[1]))
      default: continue
      }
    }
    self.time = time
    self.codes = codes
  }

  /// Throws `webhook_key_invalid` for what is no secret of an endpoint, and `signature_invalid` where Stripe did not
  /// sign this body, or not within five minutes of `now`.
  public func verify(_ body: [UInt8], secret: String, now: Instant) throws(PodctlError) {
    guard secret.hasPrefix("whsec_"), secret.utf8.count > 12 else {
      throw PodctlError(
        .webhookKeyInvalid, "that is no signing secret of a Stripe endpoint",
        hint: "it starts with whsec_ and stands beside the endpoint in Stripe's Dashboard")
    }
    let expected = Array(HMACSHA256(key: Array(secret.utf8)).code(for: Array("\(time).".utf8) + body).hexadecimal.utf8)
    // Every one is compared: how long it takes must not tell which one came close.
    let isSigned = codes.reduce(false) { constantTimeEqual(Array($1.utf8), expected) || $0 }
    guard isSigned else {
      throw PodctlError(
        .signatureInvalid, "the event is not signed with this endpoint's secret",
        hint: "keep the body to the byte, and pass the header Stripe-Signature as it came; nothing was used")
    }
    guard let seconds = Int64(time), abs(seconds.distance(to: now.seconds)) <= StripeSignature.mostSeconds else {
      throw PodctlError(
        .signatureInvalid, "the event was signed more than five minutes from this machine's time",
        hint: "look at the clock; an old event comes again with podctl bill events pull")
    }
  }
}
