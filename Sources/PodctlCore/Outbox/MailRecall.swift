/// The taking back of one batch of mails from its service. That it is wanted, and what for, is written down before the
/// service is asked.
public struct MailRecall: Sendable, Hashable {
  public enum Purpose: String, Sendable, CaseIterable {
    /// Nobody knew whether one of the mails had arrived: each is to go again, in a new batch.
    case again
    /// A person does not want them to go.
    case cancel
  }

  public enum State: String, Sendable, CaseIterable {
    /// Wanted; nobody knows yet what the service makes of it.
    case asked
    /// None of the batch goes.
    case taken
    /// The batch goes as it is.
    case refused
  }

  public let batch: String
  public let isLive: Bool
  public private(set) var purpose: Purpose
  public private(set) var state: State
  public let askedAt: Instant
  /// When a request was last left without an answer.
  public private(set) var doubtAt: Instant?
  /// Why it is not taken, for people.
  public private(set) var reason: String?

  public init(
    batch: String, isLive: Bool, purpose: Purpose, state: State = .asked, askedAt: Instant, doubtAt: Instant? = nil,
    reason: String? = nil
  ) {
    self.batch = batch
    self.isLive = isLive
    self.purpose = purpose
    self.state = state
    self.askedAt = askedAt
    self.doubtAt = doubtAt
    self.reason = reason
  }

  /// Wants it again after a refusal. What a person does not want to go is never sent again because of a doubt.
  public mutating func want(_ purpose: Purpose) {
    if purpose == .cancel { self.purpose = .cancel }
    if state == .refused { state = .asked }
  }

  /// Writes down what the service said.
  public mutating func record(_ answer: MailRecallAnswer, at now: Instant) {
    guard state == .asked else { return }
    reason = answer.reason
    switch answer {
    case .taken: state = .taken
    case .refused:
      // A request before it may still be on its way, and be heard.
      guard let doubtAt, (0..<RetryRule.settlingSeconds).contains(now.seconds - doubtAt.seconds) else {
        state = .refused
        return
      }
    case .unclear(_, let mayArrive): if mayArrive { doubtAt = now }
    case .barred: break
    }
  }
}

/// What a service made of the wish to have a batch back.
public enum MailRecallAnswer: Sendable, Hashable {
  case taken
  /// It keeps the batch: too late, or too many of them are held back.
  case refused(reason: String)
  /// No answer that can be believed; `mayArrive`: it may have been heard, or be heard later.
  case unclear(reason: String, mayArrive: Bool)
  /// The service rejected our credentials.
  case barred(reason: String)

  public var reason: String? {
    switch self {
    case .taken: nil
    case .refused(let reason), .unclear(let reason, _), .barred(let reason): reason
    }
  }
}
