extension Effect {
  /// What a person decided about an effect that podctl cannot or will not settle.
  public enum Verdict: Sendable, Hashable {
    /// It is there, under this name.
    case done(remoteID: String)
    /// It is not there and is not wanted any more.
    case failed
    /// Try again: a look comes first, and a new key is taken where the old one is spent.
    case retry
  }

  /// Applies a person's verdict; false where it changes nothing, since the effect is done.
  public mutating func resolve(_ verdict: Verdict, at now: Instant) -> Bool {
    guard progress.state != .done, progress.state != .cancelled else { return false }
    switch verdict {
    case .done(let remoteID):
      progress.isAdopted = true
      progress.reason = "settled by hand"
      settle(.done, remoteID, at: now)
    case .failed:
      progress.reason = "given up by hand"
      settle(.failed, nil, at: now)
    case .retry:
      // The spent key counts as one that was answered with an error, so that only a look can renew it.
      if progress.state == .failed, progress.keyUsedAt != nil { progress.faults = max(progress.faults, 1) }
      recover()
      if progress.lastOutcome == .refused || progress.lastOutcome == .conflict { progress.lastOutcome = nil }
      // Where the service cannot be asked, the person has looked.
      progress.state = kind.canBeLookedUp ? .unknown : .planned
      progress.settledAt = nil
      progress.remoteID = nil
      progress.notBefore = nil
      progress.reason = "to be tried again, as decided by hand"
    }
    return true
  }

  /// Writes down that its service has taken it back; whether it ever got there does not matter then. False for what had
  /// its end before.
  public mutating func cancel(_ reason: String, at now: Instant) -> Bool {
    switch progress.state {
    case .failed, .withheld, .cancelled: return false
    case .planned, .sending, .done, .unknown:
      progress.reason = reason
      settle(.cancelled, nil, at: now)
      return true
    }
  }

  /// Says why nothing is done about it in this run; only what is planned can wait.
  public mutating func wait(_ reason: String) {
    if progress.state == .planned { progress.reason = reason }
  }

  /// Takes the service's own later word that it has the mail; false where that is known, or a request is on its way whose
  /// answer will say so, or the mail was taken back: that the service had it does not matter then.
  public mutating func confirm(remoteID: String, at now: Instant) -> Bool {
    guard ![.done, .sending, .cancelled].contains(progress.state) else { return false }
    progress.isAdopted = true
    progress.reason = "an event of the service shows that it was taken"
    settle(.done, remoteID, at: now)
    return true
  }
}
