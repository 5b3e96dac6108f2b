import CCurl
import PodctlCore

/// A mail server as the service behind an outbox. Between a message's last dot and the server's answer lies the same doubt
/// as with any other post: a mail without that answer is unknown, and never sent again by itself.
public final class SMTPGateway: EffectGateway {
  private let address: SMTPAddress
  private let password: SMTPPassword?
  private let authorities: String?

  public var isLive: Bool { address.isReal }

  /// Whether the address may be used is `SMTPAddress.admit`'s affair. `authorities` is a file of certificates in PEM that
  /// are trusted in place of the system's, for a server whose own authority the system does not know.
  public init(_ address: SMTPAddress, password: SMTPPassword?, authorities: String? = nil) {
    self.address = address
    self.password = password
    self.authorities = authorities
  }

  public func send(_ effect: Effect) -> EffectOutcome {
    guard effect.isLive == isLive else { return .barred(reason: "the effect is of the other mode") }
    guard let submission = SMTPSubmission(bytes: effect.request.body) else {
      return .refused(reason: "what is written down is no mail for a mail server")
    }
    let dialogue = SMTPDialogue(submission.message)
    let code = CurlMailer(address, password, authorities: authorities).send(submission, dialogue)
    if code == CURLE_OK { return .done(remoteID: submission.messageID ?? "accepted") }
    return outcome(of: dialogue, code)
  }

  public func look(for effect: Effect) -> EffectSight {
    .unclear(reason: "a mail server cannot be asked what it was sent: look in its log, then resolve it by hand")
  }

  private func outcome(of dialogue: SMTPDialogue, _ code: CURLcode) -> EffectOutcome {
    let words = String(cString: curl_easy_strerror(code))
    guard
      let reply = (dialogue.isWhole ? dialogue.after : dialogue.before).first(where: {
        !$0.hasPrefix("221") && !isYes($0)
      })
    else { return dialogue.isWhole ? .lost(reason: words) : .notSent(reason: words) }
    let reason = SMTPDialogue.status(reply)
    // Refused by its greeting or for who we are, no other mail would fare better.
    let isOurs =
      code == CURLE_LOGIN_DENIED || ["530", "534", "535"].contains(reply.prefix(3)) || dialogue.before.first == reply
    switch reply.first {
    case "4": return .busy(reason: reason, seconds: nil)
    case "5": return isOurs ? .barred(reason: reason) : .refused(reason: reason)
    default: return dialogue.isWhole ? .lost(reason: words) : .notSent(reason: words)
    }
  }

  private func isYes(_ reply: String) -> Bool { reply.hasPrefix("2") || reply.hasPrefix("3") }
}
