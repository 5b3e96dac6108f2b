extension Effect {
  /// Writes down that a request is about to leave; this is committed before it does.
  public mutating func begin(at now: Instant) {
    precondition(progress.state == .planned, "only what is planned is sent")
    progress.state = .sending
    progress.attempts += 1
    progress.attemptedAt = now
    progress.keyUsedAt = progress.keyUsedAt ?? now
    progress.notBefore = nil
  }

  /// Ends what was planned and is not to be sent after all; the reason is for people, without an address.
  public mutating func withhold(_ reason: String, at now: Instant) {
    precondition(progress.state == .planned, "only what is planned can be withheld")
    progress.reason = reason
    settle(.withheld, nil, at: now)
  }

  /// A request that was on its way when its process died: nobody knows what came of it.
  public mutating func recover() {
    guard progress.state == .sending else { return }
    progress.state = .unknown
    progress.doubtAt = progress.attemptedAt
    progress.lastOutcome = .interrupted
    progress.reason = "podctl was stopped while the request was on its way"
  }

  /// Writes down what came of a request.
  public mutating func record(_ outcome: EffectOutcome, at now: Instant) {
    precondition(progress.state == .sending, "an outcome belongs to a request that was sent")
    progress.lastOutcome = outcome.word
    progress.reason = outcome.reason
    switch outcome {
    case .done(let remoteID): settle(.done, remoteID, at: now)
    case .notSent, .barred: progress.state = .planned
    case .lost:
      progress.state = .unknown
      progress.doubtAt = now
    case .fault(_, let isAnswer, let mayRetry):
      progress.faults += 1
      if !isAnswer { progress.doubtAt = now }
      progress.state = mayRetry && kind.isKeyed && progress.faults < RetryRule.mostFaults ? .planned : .unknown
    case .busy(_, let seconds):
      progress.state = .planned
      progress.notBefore = seconds.map { now.advanced(seconds: Int64(min(max($0, 0), Int(RetryRule.longestPause)))) }
    case .refused:
      // Somebody may have done by hand what is now refused because it is done.
      if kind.canBeLookedUp { progress.state = .unknown } else { settle(.failed, nil, at: now) }
    case .conflict: settle(.failed, nil, at: now)
    }
  }

  /// Writes down what a look found.
  public mutating func record(_ sight: EffectSight, at now: Instant) {
    precondition(
      progress.state == .planned || progress.state == .unknown, "a look settles what is planned or unknown")
    switch sight {
    case .present(let remoteID):
      progress.isAdopted = true
      progress.reason = nil
      settle(.done, remoteID, at: now)
    case .several(let ids):
      progress.reason = "more than one bears its mark: \(ids.joined(separator: ", "))"
      settle(.failed, nil, at: now)
    case .impossible(let why):
      progress.reason = why
      settle(.failed, nil, at: now)
    case .unclear(let why), .barred(let why): progress.reason = why
    case .absent: recordAbsence(at: now)
    }
  }

  private mutating func recordAbsence(at now: Instant) {
    progress.looksFirst = false
    progress.notBefore = nil
    if progress.lastOutcome == .refused {
      settle(.failed, nil, at: now)
      return
    }
    // A saved error of the server would be replayed under its key for ever, and an old key is forgotten: both want a
    // new one, which is safe only when no request with the present one can still arrive.
    guard progress.keyUsedAt != nil, progress.faults > 0 || !isKeyYoung(at: now) else {
      progress.state = .planned
      return
    }
    if let doubtAt = progress.doubtAt, (0..<RetryRule.settlingSeconds).contains(now.seconds - doubtAt.seconds) {
      progress.state = .unknown
      progress.notBefore = doubtAt.advanced(seconds: RetryRule.settlingSeconds)
      return
    }
    renewKey()
  }

  private mutating func renewKey() {
    progress.epoch += 1
    progress.keyUsedAt = nil
    progress.faults = 0
    progress.doubtAt = nil
    progress.state = .planned
  }

  mutating func settle(_ state: State, _ remoteID: String?, at now: Instant) {
    progress.state = state
    progress.remoteID = remoteID ?? progress.remoteID
    progress.settledAt = now
    progress.notBefore = nil
  }
}
