/// What is to be done next about an effect.
public enum EffectStep: Sendable, Hashable {
  case send
  /// Ask the service whether it is done already.
  case look
  case wait(until: Instant)
  /// Nothing: it is settled, or only a person can settle it.
  case rest
}

extension Effect {
  /// The next step at a moment. It depends on what is written down and the clock alone.
  public func step(at now: Instant) -> EffectStep {
    switch progress.state {
    case .done, .failed, .withheld, .cancelled: return .rest
    case .sending, .unknown:
      guard kind.canBeLookedUp else { return .rest }
      return pause(at: now) ?? .look
    case .planned:
      if let pause = pause(at: now) { return pause }
      if progress.looksFirst, kind.canBeLookedUp { return .look }
      // Without keys, what is planned has no request under way, however long ago the last one failed to leave.
      return !kind.isKeyed || isKeyYoung(at: now) ? .send : .look
    }
  }

  /// Whether the service still knows the key. A clock that was set back makes any key old.
  func isKeyYoung(at now: Instant) -> Bool {
    guard let used = progress.keyUsedAt else { return true }
    return (0..<RetryRule.youngSeconds).contains(now.seconds - used.seconds)
  }

  private func pause(at now: Instant) -> EffectStep? {
    // A time that lies further off than any rule says was written by another clock.
    guard let notBefore = progress.notBefore, notBefore > now,
      notBefore <= now.advanced(seconds: RetryRule.longestPause)
    else { return nil }
    return .wait(until: notBefore)
  }
}
