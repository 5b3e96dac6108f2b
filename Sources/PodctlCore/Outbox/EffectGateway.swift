/// The service behind an outbox: it sends a frozen request once, and it can be asked what is there.
public protocol EffectGateway: AnyObject {
  /// Sends the request once and says what came of it; it never tries again by itself.
  func send(_ effect: Effect) -> EffectOutcome
  /// Asks whether the effect is there; it changes nothing.
  func look(for effect: Effect) -> EffectSight
}
