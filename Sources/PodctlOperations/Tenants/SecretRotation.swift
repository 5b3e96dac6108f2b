import PodctlCore
import PodctlStore

/// Gives a tenant a new secret from a day on. The old one keys its own days for as long as late lines or an attribution
/// window can reach them, so that counts and credits stay what they would have been.
public enum SecretRotation {
  public struct Outcome: Sendable {
    public var spans: [SecretSpan]
    public var firstDay: Day
    /// Where the newest secret lies.
    public var path: String
    /// False where the same rotation had been made before.
    public var hasChanged: Bool
  }

  /// Days that a rotation must lie after the one before: the longest window, and one for changes of clock.
  static let reach = AttributionWindow.allowed.upperBound + 1

  /// Writes the new secret first and its span then: a run that was stopped between the two takes the same secret the
  /// next time. `firstDay` nil is tomorrow in the tenant's zone. Throws `transition_refused` where days from it on are
  /// stored already, or the rotation before is so near that a window could reach over both, unless `breaksWindows`.
  public static func rotate(
    _ tenant: Tenant, from firstDay: Day?, breaksWindows: Bool, in database: Database, secrets: SecretDirectory,
    seed: String?, now: Instant
  ) throws -> Outcome {
    try tenant.requireActive()
    _ = try secrets.secret(of: tenant)
    let today = tenant.zone.day(of: now)
    let known = try database.read(for: tenant.id) { tx in
      SecretSpan.ordered(try SecretStore(tx).spans(), of: tenant)
    }
    if let made = try earlier(known, firstDay, today: today, tenant, secrets) { return made }
    let day = firstDay ?? today.advanced(by: 1)
    try require(day, after: known, today: today, breaksWindows: breaksWindows)
    let (secret, path) = try secrets.secret(
      forRotation: tenant.slug, known: Set(known.map(\.fingerprint)), seed: seed)
    let span = SecretSpan(fingerprint: secret.fingerprint, firstDay: day)
    let spans = try database.write(for: tenant.id) { tx in
      try IngestedFileStore(tx).lock()
      let store = SecretStore(tx)
      guard SecretSpan.ordered(try store.spans(), of: tenant) == known else {
        throw PodctlError(.databaseBusy, "another rotation of \(tenant.slug) was made meanwhile", hint: "run it again")
      }
      try requireNothing(tx, from: day, tenant)
      for each in known { try store.insert(each) }
      try store.insert(span)
      // As it is now: another command may have changed the tenant since it was read.
      var changed = try TenantStore(tx).find(tenant.slug.text)
      changed.secretFingerprint = secret.fingerprint
      changed.updatedAt = now
      try TenantStore(tx).update(changed)
      return known + [span]
    }
    return Outcome(spans: spans, firstDay: day, path: path, hasChanged: true)
  }

  /// The rotation that is to come already; throws when another day was asked for.
  private static func earlier(
    _ spans: [SecretSpan], _ asked: Day?, today: Day, _ tenant: Tenant, _ secrets: SecretDirectory
  ) throws -> Outcome? {
    guard let last = spans.last, let pending = last.firstDay, pending > today || pending == asked else { return nil }
    guard asked == nil || asked == pending else {
      throw PodctlError(
        .transitionRefused, "a new secret of \(tenant.slug) begins on \(pending) already",
        hint: "leave --from out; one rotation at a time can be waiting")
    }
    let path = try secrets.place(of: tenant.slug, fingerprint: last.fingerprint)
    return Outcome(spans: spans, firstDay: pending, path: path ?? "", hasChanged: false)
  }

  private static func require(
    _ day: Day, after spans: [SecretSpan], today: Day, breaksWindows: Bool
  ) throws(PodctlError) {
    guard day > today else {
      throw PodctlError(
        .transitionRefused, "a new secret cannot begin on \(day): listeners of that day may be stored already",
        hint: "the first day it can key is \(today.advanced(by: 1)), tomorrow in the tenant's zone")
    }
    guard let before = spans.last?.firstDay, before.distance(to: day) < reach, !breaksWindows else { return }
    throw PodctlError(
      .transitionRefused,
      "the secret was last changed from \(before) on, and an attribution window of up to"
        + " \(AttributionWindow.allowed.upperBound) days could reach over both changes",
      hint: "wait until \(before.advanced(by: reach)), or add --breaks-windows where the secret is known to others",
      context: [.init("before", "\(before)")])
  }

  private static func requireNothing(_ tx: TenantTransaction, from day: Day, _ tenant: Tenant) throws {
    guard let last = try KeyedDayStore(tx).last(), last >= day else { return }
    throw PodctlError(
      .transitionRefused, "listeners of \(last) are stored under the present secret already",
      hint: "some log or export runs ahead of the clock; begin after it: --from \(last.advanced(by: 1))")
  }

  /// A secret that was dropped and the files of it that a person must remove.
  public struct Dropped: Sendable {
    public var span: SecretSpan
    public var leftFiles: [String]
  }

  /// Drops secrets whose days neither a window nor a late line can reach any more; what an earlier run marked and did
  /// not remove is removed now.
  public static func dropExpired(
    _ tenant: Tenant, in database: Database, secrets: SecretDirectory, now: Instant
  ) throws -> [Dropped] {
    try tenant.requireActive()
    let today = tenant.zone.day(of: now)
    let spans = try database.read(for: tenant.id) { tx in
      SecretSpan.ordered(try SecretStore(tx).spans(), of: tenant)
    }
    var dropped: [Dropped] = []
    for (span, next) in zip(spans, spans.dropFirst()) {
      guard let end = next.firstDay else { continue }
      if span.droppedAt == nil {
        guard end.distance(to: today) >= reach + tenant.closesAfterDays else { continue }
        try database.write(for: tenant.id) { tx in try SecretStore(tx).drop(span.fingerprint, now: now) }
      }
      let isThere = try secrets.kept(tenant.slug, fingerprint: span.fingerprint) != nil
      let left = try secrets.remove(tenant.slug, fingerprint: span.fingerprint)
      if isThere { dropped.append(Dropped(span: span, leftFiles: left)) }
    }
    return dropped
  }
}
