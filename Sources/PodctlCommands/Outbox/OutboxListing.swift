import PodctlCore
import PodctlRender

/// The columns of the outbox commands.
enum OutboxListing {
  static func effects(at now: Instant, schema: String) -> Listing<Effect> {
    Listing(
      schema: schema,
      [
        Column("name", "Effect") { .text($0.name) },
        Column("kind", "Kind") { .text($0.kind.rawValue) },
        Column("state", "State") { .text($0.state.rawValue) },
        Column("is_live", "Live", inTable: false) { .boolean($0.isLive) },
        Column("last_outcome", "Last outcome", inTable: false) { .text($0.lastOutcome?.rawValue) },
        Column("why", "Why") { .text($0.reason) },
        Column("next", "Next") { .text(next($0.step(at: now), $0)) },
        Column("attempts", "Sent", .trailing) { .integer($0.attempts) },
        Column("remote_id", "At the service", inTable: false) { .text($0.remoteID) },
        Column("is_adopted", "Adopted", inTable: false) { .boolean($0.isAdopted) },
        Column("planned_at", "Planned") { .instant($0.plannedAt) },
        Column("goes_at", "Goes", inTable: false) { .instant($0.window?.sendAt) },
        Column("attempted_at", "Last sent", inTable: false) { .instant($0.attemptedAt) },
        Column("settled_at", "Settled", inTable: false) { .instant($0.settledAt) },
        Column("chain", "Chain", inTable: false) { .text($0.chain) },
        Column("method", "Method", inTable: false) { .text($0.request.method) },
        Column("path", "Path", inTable: false) { .text($0.request.path) },
        Column("body_sha256", "Body", inTable: false) { .text($0.request.sha256) },
        Column("key", "Key", inTable: false) { .text($0.key) },
        Column("key_used_at", "Key used", inTable: false) { .instant($0.keyUsedAt) },
        Column("id", "Id", inTable: false) { .text("\($0.id)") },
      ])
  }

  private static func next(_ step: EffectStep, _ effect: Effect) -> String {
    switch step {
    case .send: "send"
    case .look: "look"
    case .wait(let until): "wait until \(until)"
    case .rest:
      switch effect.state {
      case .done, .withheld, .cancelled: "nothing"
      case .planned, .sending, .failed, .unknown: "resolve by hand"
      }
    }
  }
}
