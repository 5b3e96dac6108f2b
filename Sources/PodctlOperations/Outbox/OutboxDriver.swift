import PodctlCore
import PodctlDigest
import PodctlStore

/// Brings effects of one tenant to their end, one at a time, under a lease. It obeys `Effect.step` and writes down every
/// step before the next is taken; whatever stops it, the next run goes on from what is written.
public final class OutboxDriver {
  private let database: Database
  private let tenant: Identifier<Tenant>
  private let lease: Lease
  private let gateway: any EffectGateway
  private let time: OutboxTime
  let reach: (OutboxCheckpoint, String) throws -> Void

  /// `checkpoint` is called at each place of `OutboxCheckpoint` with the effect's name.
  public init(
    _ database: Database, tenant: Identifier<Tenant>, lease: Lease, gateway: any EffectGateway, time: OutboxTime,
    checkpoint: @escaping (OutboxCheckpoint, String) throws -> Void = { _, _ in }
  ) throws {
    self.database = database
    self.tenant = tenant
    self.lease = lease
    self.gateway = gateway
    self.time = time
    reach = checkpoint
    // What is committed before a request leaves must be there after the power has failed.
    try database.keepDurably()
  }

  /// Writes an effect down, frozen; gives the one that stands where one of its name does.
  public func plan(_ effect: Effect) throws -> Effect {
    try reach(.beforeIntent, effect.name)
    let standing = try write { tx in try OutboxStore(tx).plan(effect) }
    try reach(.afterIntent, effect.name)
    return standing
  }

  /// Writes within the lease: a run that has been replaced changes nothing and throws `lease_lost`.
  public func write<Result>(_ body: (TenantTransaction) throws -> Result) throws -> Result {
    try database.write(for: tenant) { tx in
      try LeaseStore(tx).hold(lease, now: time.now())
      return try body(tx)
    }
  }

  /// Reads what is on record.
  public func read<Result>(_ body: (TenantTransaction) throws -> Result) throws -> Result {
    try database.read(for: tenant, body)
  }

  /// Takes an effect as far as it goes in this run. What comes back is done, failed, or to be resumed later.
  /// `whenDone` writes what the effect means for us, in the same transaction that writes it down as done. Throws
  /// `effect_changed` before anything is sent, and `gateway_refused` if the service rejected the credentials.
  public func settle(
    _ effect: Effect, whenDone: (Effect, TenantTransaction) throws -> Void = { _, _ in }
  ) throws -> Effect {
    var effect = effect
    var sendings = 0
    var looks = 0
    var failures = 0
    while true {
      switch effect.step(at: time.now()) {
      case .rest: return effect
      case .wait(let until):
        let milliseconds = Int((until.microseconds - time.now().microseconds + 999) / 1000)
        guard time.wait(milliseconds: milliseconds) else { return effect }
      case .look:
        guard looks < RetryRule.mostLooks, try pause(after: failures) else { return effect }
        looks += 1
        let isClear = try look(&effect, whenDone)
        failures = isClear ? 0 : failures + 1
      case .send:
        guard sendings < RetryRule.mostSendings, try pause(after: failures) else { return effect }
        sendings += 1
        failures += 1
        guard let outcome = try send(&effect, whenDone) else { return effect }
        if case .fault(_, _, mayRetry: false) = outcome { return effect }
      }
    }
  }

  private func pause(after failures: Int) throws -> Bool {
    guard !time.isOver else { return false }
    guard failures > 0 else { return true }
    return time.wait(milliseconds: RetryRule.pauseMilliseconds(after: failures, jitter: time.jitter()))
  }

  /// False where the service gave no clear answer.
  private func look(
    _ effect: inout Effect, _ whenDone: (Effect, TenantTransaction) throws -> Void
  ) throws -> Bool {
    if effect.state == .sending {
      effect.recover()
      try save(effect)
    }
    let sight = gateway.look(for: effect)
    effect.record(sight, at: time.now())
    let seen = effect
    try write { tx in
      try OutboxStore(tx).save(seen)
      if seen.state == .done { try whenDone(seen, tx) }
    }
    switch sight {
    case .barred(let reason): throw barred(reason)
    case .unclear: return false
    case .absent, .present, .several, .impossible: return true
    }
  }

  /// Nil where it may not be sent after all.
  private func send(
    _ effect: inout Effect, _ whenDone: (Effect, TenantTransaction) throws -> Void
  ) throws -> EffectOutcome? {
    guard effect.request.sha256 == EffectRequest.hash(effect.request) else {
      throw PodctlError(
        .effectChanged, "what \(effect.name) asks for is not what was written down when it was planned",
        hint: "somebody changed the database; nothing was sent", commands: ["podctl outbox show \(effect.name)"],
        context: [.init("effect", effect.name)])
    }
    guard try begin(&effect) else { return nil }
    try reach(.beforePost, effect.name)
    let outcome = hasSlept(effect) ? .notSent(reason: "the process slept before it sent") : gateway.send(effect)
    try reach(.afterReply, effect.name)
    effect.record(outcome, at: time.now())
    let recorded = effect
    try write { tx in
      try OutboxStore(tx).save(recorded)
      if recorded.state == .done { try whenDone(recorded, tx) }
      try reach(.beforeCommit, recorded.name)
    }
    try reach(.afterCommit, effect.name)
    if case .barred(let reason) = outcome { throw barred(reason) }
    return outcome
  }

  /// Writes down that the request is about to leave, or in the same transaction that it may not; false then.
  private func begin(_ effect: inout Effect) throws -> Bool {
    let planned = effect
    effect = try write { tx in
      var effect = planned
      if let reason = try MailWithholding.reason(effect, in: tx) {
        effect.withhold(reason, at: time.now())
      } else {
        effect.begin(at: time.now())
      }
      try OutboxStore(tx).save(effect)
      return effect
    }
    return effect.state == .sending
  }

  /// Between writing down and sending lies no time at all, unless the machine stood still: then another may have taken
  /// over, and a key that is forgotten by now would do it twice.
  private func hasSlept(_ effect: Effect) -> Bool {
    guard let begun = effect.attemptedAt else { return true }
    return !(0...RetryRule.leavingSeconds).contains(time.now().seconds - begun.seconds)
  }

  private func save(_ effect: Effect) throws { try write { tx in try OutboxStore(tx).save(effect) } }

  private func barred(_ reason: String) -> PodctlError {
    PodctlError(
      .gatewayRefused, "the service does not accept our key: \(reason)",
      hint: "check the key and its rights; nothing was done with it, run it again then")
  }
}
