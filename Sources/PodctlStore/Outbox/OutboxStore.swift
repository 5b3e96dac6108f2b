import PodctlCore

/// A tenant's outbox: every effect that was ever planned, and what became of it.
public struct OutboxStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Writes an effect down unless one of its name is there; gives the one that stands.
  public func plan(_ effect: Effect) throws -> Effect {
    let request = effect.request
    try tx.run(
      """
      INSERT INTO outbox (tenant_id, effect_id, is_live, name, chain, kind, state, method, path, body, body_sha256,
        key_stem, key_epoch, attempts, faults, looks_first, is_adopted, planned_at, batch_id, send_at)
      VALUES (\(tx.tenant), \(effect.id), \(effect.isLive), \(effect.name), \(effect.chain), \(effect.kind),
        \(effect.state), \(request.method), \(request.path), \(request.body), \(request.sha256), \(effect.keyStem),
        \(effect.epoch), \(effect.attempts), \(effect.faults), \(effect.looksFirst), \(effect.isAdopted),
        \(effect.plannedAt), \(effect.window?.batch), \(effect.window?.sendAt))
      ON CONFLICT (tenant_id, is_live, name) DO NOTHING
      """)
    guard let standing = try find(effect.name, isLive: effect.isLive) else {
      throw PodctlError(.internalFault, "effect \(effect.name) was planned and is not there")
    }
    return standing
  }

  /// Writes down what became of an effect; what is asked for never changes.
  public func save(_ effect: Effect) throws {
    let changed = try tx.run(
      """
      UPDATE outbox SET state = \(effect.state), key_epoch = \(effect.epoch), key_used_at = \(effect.keyUsedAt),
        attempts = \(effect.attempts), attempted_at = \(effect.attemptedAt), doubt_at = \(effect.doubtAt),
        faults = \(effect.faults), looks_first = \(effect.looksFirst), is_adopted = \(effect.isAdopted),
        not_before = \(effect.notBefore), last_outcome = \(effect.lastOutcome), reason = \(effect.reason),
        remote_id = \(effect.remoteID), settled_at = \(effect.settledAt)
      WHERE tenant_id = \(tx.tenant) AND effect_id = \(effect.id)
      """)
    guard changed == 1 else { throw PodctlError(.internalFault, "effect \(effect.name) has gone from the outbox") }
  }

  public func find(_ name: String, isLive: Bool) throws -> Effect? {
    try effects("name = \(name) AND is_live = \(isLive)").first
  }

  public func find(_ id: Identifier<Effect>) throws -> Effect? { try effects("effect_id = \(id)").first }

  /// The mail that its service took under a name.
  public func mail(taken remoteID: String) throws -> Effect? {
    try effects("kind = \(EffectKind.mail) AND remote_id = \(remoteID)").first
  }

  /// The effects of a name in either mode; a person may mean both.
  public func all(named name: String) throws -> [Effect] { try effects("name = \(name)") }

  /// The effects of a chain in one mode, in the order of their planning.
  public func chain(_ chain: String, isLive: Bool) throws -> [Effect] {
    try effects("chain = \(chain) AND is_live = \(isLive)")
  }

  /// The chains in one mode with a mail that is not settled, or that waits at its service to go after an instant.
  public func chainsWithOpenMails(isLive: Bool, waitingAt now: Instant) throws -> [String] {
    try tx.rows(
      """
      SELECT chain FROM outbox
      WHERE tenant_id = \(tx.tenant) AND is_live = \(isLive) AND kind IN (\(EffectKind.mail), \(EffectKind.letter))
        AND (state IN (\(Effect.State.planned), \(Effect.State.sending), \(Effect.State.unknown))
          OR (state = \(Effect.State.done) AND send_at > \(now)))
      GROUP BY chain ORDER BY \(bytewise: "chain")
      """
    ).map { try $0["chain"] }
  }

  /// The effects of one kind in one mode, in the order of their planning.
  public func all(of kind: EffectKind, isLive: Bool) throws -> [Effect] {
    try effects("kind = \(kind) AND is_live = \(isLive)")
  }

  /// The effects in some states, or all, in the order of their planning.
  public func all(in states: [Effect.State]? = nil) throws -> [Effect] {
    guard let states else { return try effects("1 = 1") }
    return try effects("state IN \(anyOf: states)")
  }

  /// How many effects are in each state that any is in.
  public func counts() throws -> [Effect.State: Int] {
    let rows = try tx.rows(
      "SELECT state, count(*) AS effects FROM outbox WHERE tenant_id = \(tx.tenant) GROUP BY state")
    return try Dictionary(rows.map { (try $0["state"], try $0["effects"]) }) { $0 + $1 }
  }

  /// Every name in use, for a suggestion when one is not found.
  public func names() throws -> [String] {
    try tx.rows(
      "SELECT name FROM outbox WHERE tenant_id = \(tx.tenant) GROUP BY name ORDER BY \(bytewise: "name") LIMIT 1000"
    )
    .map { try $0["name"] }
  }

  private func effects(_ condition: Statement) throws -> [Effect] {
    try tx.rows(
      """
      SELECT effect_id, is_live, name, chain, kind, state, method, path, body, body_sha256, key_stem, key_epoch,
        key_used_at, attempts, attempted_at, doubt_at, faults, looks_first, is_adopted, not_before, last_outcome, reason,
        remote_id, planned_at, settled_at, batch_id, send_at
      FROM outbox WHERE tenant_id = \(tx.tenant) AND \(sql: condition)
      ORDER BY planned_at, effect_id
      """
    ).map(OutboxStore.effect)
  }

  private static func effect(_ row: Row) throws -> Effect {
    var progress = Effect.Progress(looksFirst: try row["looks_first"])
    progress.state = try row["state"]
    progress.epoch = try row["key_epoch"]
    progress.keyUsedAt = try row["key_used_at"]
    progress.attempts = try row["attempts"]
    progress.attemptedAt = try row["attempted_at"]
    progress.doubtAt = try row["doubt_at"]
    progress.faults = try row["faults"]
    progress.isAdopted = try row["is_adopted"]
    progress.notBefore = try row["not_before"]
    progress.lastOutcome = try row["last_outcome"]
    progress.reason = try row["reason"]
    progress.remoteID = try row["remote_id"]
    progress.settledAt = try row["settled_at"]
    let (batch, sendAt): (String?, Instant?) = (try row["batch_id"], try row["send_at"])
    return Effect(
      id: try row["effect_id"], name: try row["name"], chain: try row["chain"], kind: try row["kind"],
      isLive: try row["is_live"],
      request: Effect.Request(
        method: try row["method"], path: try row["path"], body: try row["body"], sha256: try row["body_sha256"]),
      keyStem: try row["key_stem"], plannedAt: try row["planned_at"],
      window: batch.flatMap { batch in sendAt.map { Effect.Window(batch: batch, sendAt: $0) } }, progress: progress)
  }
}

extension Effect.State: SQLBindable, SQLReadable {}
extension EffectKind: SQLBindable, SQLReadable {}
extension EffectOutcome.Word: SQLBindable, SQLReadable {}
