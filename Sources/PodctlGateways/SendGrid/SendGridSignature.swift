import Foundation
import PodctlCore
import PodctlDigest

/// The signature that SendGrid puts to its events: ECDSA over the time, as it stands in its header, and the body to the
/// byte, its last line break included.
public struct SendGridSignature: Sendable {
  /// A time further ahead of ours than this is no time of SendGrid's. An old one may be: events are kept and applied later,
  /// and one that is told again changes nothing.
  private static let secondsAhead: Int64 = 300

  public var signature: String
  public var timestamp: String

  public init(signature: String, timestamp: String) {
    self.signature = signature
    self.timestamp = timestamp
  }

  /// Throws `webhook_key_invalid` for what is no public key, and `signature_invalid` where SendGrid did not sign this.
  public func verify(_ body: [UInt8], key text: String, now: Instant) throws(PodctlError) {
    guard let bytes = Data(base64Encoded: text), let key = SignatureKey(subjectPublicKeyInfo: Array(bytes)) else {
      throw PodctlError(
        .webhookKeyInvalid, "that is no public key of SendGrid's event webhook",
        hint: "copy the verification key from SendGrid's mail settings, in base64 as it stands there")
    }
    guard let seconds = Int64(timestamp), seconds <= now.seconds + Self.secondsAhead else {
      throw PodctlError(
        .signatureInvalid, "the events' time is no time, or lies ahead of this machine's clock",
        hint: "pass the header X-Twilio-Email-Event-Webhook-Timestamp as it came, and look at the clock")
    }
    guard let signature = Data(base64Encoded: signature),
      key.isValid(Array(signature), of: Array(timestamp.utf8) + body)
    else {
      throw PodctlError(
        .signatureInvalid, "the events are not signed by the holder of this key",
        hint: "keep the body to the byte, its last line break too; nothing of it was used")
    }
  }
}
