import PodctlCore
import PodctlDigest
import PodctlStore

/// What listeners and households are hashed with: each day of the counting zone under the secret of that day, so that
/// late lines of a day before a rotation meet the listeners of that day.
public struct ListenerKeys: Sendable {
  private struct Key: Sendable {
    var span: SecretSpan
    /// Nil where the secret's file is gone.
    var hashing: HMACSHA256?
  }

  /// The days of each secret, in order.
  public let spans: [SecretSpan]
  private let keys: [Key]
  private let tenant: Tenant

  /// Takes the tenant's secrets from their files; throws `secret_missing`, `secret_mismatch` and `secret_too_open` for
  /// the newest. An older one that is gone is missed only on its days.
  public init(of tenant: Tenant, in secrets: SecretDirectory, database: Database) throws {
    let stored = try database.read(for: tenant.id) { tx in try SecretStore(tx).spans() }
    try self.init(of: tenant, spans: stored, in: secrets)
  }

  /// The same, with the spans as they are stored; none for a tenant whose secret was never rotated.
  public init(of tenant: Tenant, spans stored: [SecretSpan], in secrets: SecretDirectory) throws(PodctlError) {
    self.tenant = tenant
    spans = SecretSpan.ordered(stored, of: tenant)
    let newest = try secrets.secret(of: tenant)
    var keys: [Key] = []
    for span in spans {
      let secret =
        span.fingerprint == tenant.secretFingerprint
        ? newest : try secrets.kept(tenant.slug, fingerprint: span.fingerprint)
      keys.append(Key(span: span, hashing: secret?.hashing()))
    }
    self.keys = keys
  }

  /// The keyed hash of a day's listeners and households; throws `secret_missing` where that day's secret is gone.
  public func hashing(on day: Day) throws(PodctlError) -> HMACSHA256 {
    let index = spans.index(on: day)
    if let hashing = keys[index].hashing { return hashing }
    let last = index + 1 < spans.count ? spans[index + 1].firstDay?.advanced(by: -1) : nil
    throw PodctlError(
      .secretMissing,
      "the secret that keyed the days \(last.map { "to \($0)" } ?? "before") of tenant \(tenant.slug) is gone",
      hint: keys[index].span.droppedAt == nil
        ? "bring its file back from a backup; lines of \(day) cannot meet their listeners without it"
        : "it was dropped when no window could reach its days any more; lines of \(day) cannot be taken",
      commands: ["podctl tenant show \(tenant.slug)"], context: [.init("day", "\(day)")])
  }

  /// Throws `database_busy` where the secret was rotated since the keys were taken; whatever stores keyed hashes
  /// asks within its transaction.
  public func requireCurrent(_ tx: TenantTransaction) throws {
    guard SecretSpan.ordered(try SecretStore(tx).spans(), of: tenant).map(\.firstDay) == spans.map(\.firstDay) else {
      throw PodctlError(
        .databaseBusy, "the secret of tenant \(tenant.slug) was rotated while this ran", hint: "run it again")
    }
  }

  /// The household of a typed address on a day; nil for what is no address.
  public func household(_ address: String, on day: Day) throws(PodctlError) -> [UInt8]? {
    guard let address = ListenerAddress(address) else { return nil }
    return try hashing(on: day).code(for: address.listenerBytes)
  }

  /// The same household under the secret before, where the longest attribution window reaches back to that secret's
  /// days; nil where it does not, or where that secret is gone, which no window in use can then reach.
  public func householdBefore(_ address: String, on day: Day) -> [UInt8]? {
    let index = spans.index(on: day)
    guard index > 0, let firstDay = spans[index].firstDay, let address = ListenerAddress(address),
      firstDay.distance(to: day) <= AttributionWindow.allowed.upperBound
    else { return nil }
    return keys[index - 1].hashing?.code(for: address.listenerBytes)
  }
}
