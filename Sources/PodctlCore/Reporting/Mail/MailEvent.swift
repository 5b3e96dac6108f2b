/// What a mail service tells of a mail that it took.
public struct MailEvent: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The service took it and will try.
    case processed
    /// The recipient's server asked for patience.
    case deferred
    case delivered
    /// The recipient's server refused it for good: there is no such mailbox.
    case bounced
    /// The recipient's server refused it for now, by its content or its sender.
    case blocked
    /// The service took it and did not try.
    case dropped
    /// The recipient called it spam.
    case spamReport = "spam-report"
    case unsubscribed
    /// The recipient wants mail again; only a person lifts a suppression.
    case resubscribed
    /// It was opened, or a link in it was followed.
    case read
  }

  /// Unique at the service: it tells an event many times.
  public var id: String
  public var kind: Kind
  /// The effect whose mark the mail bears; nil where it bears none.
  public var effect: Identifier<Effect>?
  /// What the service called the mail when it took it.
  public var message: String?
  public var address: MailAddress
  /// In the service's words, without addresses.
  public var reason: String?
  public var occurredAt: Instant

  public init(
    id: String, kind: Kind, effect: Identifier<Effect>?, message: String?, address: MailAddress, reason: String?,
    occurredAt: Instant
  ) {
    self.id = id
    self.kind = kind
    self.effect = effect
    self.message = message
    self.address = address
    self.reason = reason
    self.occurredAt = occurredAt
  }

  /// Why the address takes no more mail after this; nil where it still does. A drop for the mail's own sake (its content,
  /// a package used up) says nothing of the address.
  public var suppression: String? {
    switch kind {
    case .bounced: "bounced"
    case .spamReport: "called it spam"
    case .unsubscribed: "unsubscribed"
    case .dropped:
      switch reason?.lowercased() {
      case let reason? where reason.contains("bounced"): "bounced"
      case let reason? where reason.contains("spam report"): "called it spam"
      case let reason? where reason.contains("unsubscribed"): "unsubscribed"
      case let reason? where reason.contains("invalid"): "no such address"
      default: nil
      }
    case .processed, .deferred, .delivered, .blocked, .resubscribed, .read: nil
    }
  }
}
