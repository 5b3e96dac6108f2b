/// What came of sending a request.
public enum EffectOutcome: Sendable, Hashable {
  /// The service says that it is done, and by what name it knows the result.
  case done(remoteID: String)
  /// Not one byte of the request left this machine.
  case notSent(reason: String)
  /// The request may have arrived, and no answer that can be believed came back.
  case lost(reason: String)
  /// An error of the server. `isAnswer`: the service itself said so, and work on the request has ended.
  case fault(reason: String, isAnswer: Bool, mayRetry: Bool)
  /// Not now: the rate, or the same key at work. Nothing was done and the key stays good.
  case busy(reason: String, seconds: Int?)
  /// The service rejected our credentials; nothing was done, and nothing else will be.
  case barred(reason: String)
  /// The request itself is refused.
  case refused(reason: String)
  /// The key is known for another request: a fault of ours or a changed database.
  case conflict(reason: String)

  /// The outcome as it is kept.
  public enum Word: String, Sendable, CaseIterable {
    case done
    case notSent = "not-sent"
    case lost, fault, busy, barred, refused, conflict
    /// The process that sent it died before the answer was written down.
    case interrupted
  }

  public var word: Word {
    switch self {
    case .done: .done
    case .notSent: .notSent
    case .lost: .lost
    case .fault: .fault
    case .busy: .busy
    case .barred: .barred
    case .refused: .refused
    case .conflict: .conflict
    }
  }

  public var reason: String? {
    switch self {
    case .done: nil
    case .notSent(let reason), .lost(let reason), .barred(let reason), .refused(let reason), .conflict(let reason):
      reason
    case .fault(let reason, _, _): reason
    case .busy(let reason, _): reason
    }
  }
}

/// What a look at the service found of an effect.
public enum EffectSight: Sendable, Hashable {
  case absent
  case present(remoteID: String)
  /// More than one that bears our mark: nothing is done before a person has looked.
  case several([String])
  /// It can never come to be: what it would change is gone, or bears our mark with other content.
  case impossible(reason: String)
  /// The service could not be asked, or its answer could not be believed.
  case unclear(reason: String)
  /// The service rejected our credentials.
  case barred(reason: String)
}
