import PodctlCore
import PodctlGateways

/// The two ways of a mail. Which one it takes is part of what is frozen when it is planned.
public enum MailTransport: String, Sendable, CaseIterable {
  case sendGrid = "sendgrid"
  case smtp

  public var kind: EffectKind {
    switch self {
    case .sendGrid: .mail
    case .smtp: .letter
    }
  }

  /// The other way, by which a failure of this one is told.
  public var other: MailTransport { self == .sendGrid ? .smtp : .sendGrid }

  /// A mail as its transport sends it, to the byte.
  func request(_ mail: OutgoingMail, at now: Instant) throws -> Effect.Request {
    switch self {
    case .sendGrid: EffectRequest.post(SendGridMail.path, try SendGridMail(mail).body())
    case .smtp: EffectRequest.frozen(SMTPSubmission.method, "/", SMTPSubmission(mail, at: now).bytes)
    }
  }
}
