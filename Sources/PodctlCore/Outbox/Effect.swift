/// Something that podctl does to the world outside, once. What is asked for is frozen when it is planned: everything
/// that changes afterwards is the record of the asking.
@dynamicMemberLookup
public struct Effect: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable, Codable {
    /// Written down; it may be sent, as far as anyone can tell no request of it is under way.
    case planned
    /// A request is on its way, or was when its process died.
    case sending
    case done
    /// Refused for good; a person must look at it.
    case failed
    /// A request may or may not have had its effect; nothing is sent before a look has settled it.
    case unknown
    /// Never sent: whoever it was for takes no mail any more. A person may have it tried again.
    case withheld
    /// Taken back from the service, within the window that it was given, before it went on.
    case cancelled
  }

  /// What is asked, to the byte.
  public struct Request: Sendable, Hashable {
    public var method: String
    /// The path on the service, with its leading slash.
    public var path: String
    public var body: [UInt8]
    /// SHA-256 of method, path and body, in hexadecimal; checked before every sending.
    public var sha256: String

    public init(method: String, path: String, body: [UInt8], sha256: String) {
      self.method = method
      self.path = path
      self.body = body
      self.sha256 = sha256
    }
  }

  /// The record of the asking.
  public struct Progress: Sendable, Hashable {
    public var state = State.planned
    /// Raised when a new key is needed; only ever after a look that found no effect.
    public var epoch = 1
    public var keyUsedAt: Instant?
    public var attempts = 0
    public var attemptedAt: Instant?
    /// When a request with the present key was last left without an answer; nil where each one was answered.
    public var doubtAt: Instant?
    /// Answers of the kind "an error of the server" under the present key.
    public var faults = 0
    /// True until a look has shown that an earlier life of this database did not do it already.
    public var looksFirst: Bool
    /// Whether a look found it, rather than an answer said it.
    public var isAdopted = false
    public var notBefore: Instant?
    public var lastOutcome: EffectOutcome.Word?
    /// Why it is not done, for people; no secret and no address in it.
    public var reason: String?
    public var remoteID: String?
    public var settledAt: Instant?

    public init(looksFirst: Bool) { self.looksFirst = looksFirst }
  }

  /// The time within which the service lets a mail be taken back; part of the frozen request.
  public struct Window: Sendable, Hashable {
    /// The service's name for the mails that are taken back together.
    public var batch: String
    /// When the service lets the mail go.
    public var sendAt: Instant

    /// How long before that SendGrid promises to take one back.
    public static let lastCallSeconds: Int64 = 600

    public init(batch: String, sendAt: Instant) {
      self.batch = batch
      self.sendAt = sendAt
    }

    /// The last moment at which it can be taken back.
    public var lastCall: Instant { sendAt.advanced(seconds: -Self.lastCallSeconds) }
  }

  public let id: Identifier<Effect>
  /// Unique in its tenant and mode: the index over it is what makes an effect happen once.
  public let name: String
  /// The effects that follow each other, such as those of one invoice.
  public let chain: String
  public let kind: EffectKind
  /// Whether it is done with a live key.
  public let isLive: Bool
  public let request: Request
  public let keyStem: String
  public let plannedAt: Instant
  /// Nil where the service does it at once.
  public let window: Window?

  /// All that changes after the planning; only `begin`, `record`, `recover` and `resolve` change it.
  public internal(set) var progress: Progress

  public init(
    id: Identifier<Effect>, name: String, chain: String, kind: EffectKind, isLive: Bool, request: Request,
    keyStem: String, plannedAt: Instant, window: Window? = nil, progress: Progress
  ) {
    self.id = id
    self.name = name
    self.chain = chain
    self.kind = kind
    self.isLive = isLive
    self.request = request
    self.keyStem = keyStem
    self.progress = progress
    self.plannedAt = plannedAt
    self.window = window
  }

  public subscript<Value>(dynamicMember path: KeyPath<Progress, Value>) -> Value { progress[keyPath: path] }

  /// What the service knows the effect by; the same for every attempt of an epoch.
  public var key: String { "\(keyStem):\(progress.epoch)" }

  public var isSettled: Bool {
    switch progress.state {
    case .done, .failed, .withheld, .cancelled: true
    case .planned, .sending, .unknown: false
    }
  }
}

/// The kinds of effect, and what the service behind each allows.
public enum EffectKind: String, Sendable, CaseIterable, Codable {
  case customer = "stripe.customer"
  case invoice = "stripe.invoice"
  case line = "stripe.line"
  case finalize = "stripe.finalize"
  case send = "stripe.send"
  case void = "stripe.void"
  case uncollectible = "stripe.uncollectible"
  case pay = "stripe.pay"
  case creditNote = "stripe.credit-note"
  case subscribe = "stripe.subscribe"
  case subscriptionChange = "stripe.subscription-change"
  case subscriptionEnd = "stripe.subscription-end"
  case mail = "sendgrid.mail"
  case letter = "smtp.mail"

  /// Whether the service keeps our key, so that the same request under it has one effect while the key is young.
  public var isKeyed: Bool { !isMail }

  /// Whether the service can be asked if the effect is there.
  public var canBeLookedUp: Bool { !isMail }

  /// A mail, whichever way it goes.
  public var isMail: Bool { self == .mail || self == .letter }
}
