import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore

/// An attribution world whose downloads come out of logs, with the tenant's secret in a folder of its own. Each of its
/// episodes is a file of 1,000 bytes whose whole is its threshold.
public struct LoggedShow {
  public let world: AttributionWorld
  public let secrets: SecretDirectory
  public let folder: TemporaryFolder
  public let ids = CountingIdentifiers()

  /// Episodes are named by their numbers; their files are `/10.mp3` and so on. Two shows of one database need two salts.
  public init(
    _ test: TestDatabase, episodes: [UInt64] = [10, 11], zone: String = "UTC", rules: CountingRules = .standard,
    salt: UInt64 = 1, host: String? = nil
  ) throws {
    world = try AttributionWorld(test, salt: salt, zone: zone)
    folder = try TemporaryFolder()
    secrets = SecretDirectory(dataDirectory: folder.path, credentials: nil)
    let secret = try secrets.secret(forNew: world.tenant.slug, seed: "logged")
    try change { tenant in
      tenant.secretFingerprint = secret.fingerprint
      tenant.counting = rules
    }
    for number in episodes {
      try world.addEpisode(number)
      try world.database.write(for: world.tenant.id) { tx in
        try EpisodeStore(tx).upsert(
          EpisodePath(
            path: "/\(number).mp3", episode: world.id(number), bytes: 1000, mediaType: nil, host: host,
            isCurrent: true, firstSeenAt: FixedTime.now))
      }
    }
  }

  /// The tenant as it is stored now.
  public func tenant() throws -> Tenant { try TenantStore.find(slug: world.tenant.slug.text, in: world.database) }

  public func change(_ body: (inout Tenant) -> Void) throws {
    var tenant = try tenant()
    body(&tenant)
    let changed = tenant
    try world.database.write { tx in try TenantStore(tx).update(changed) }
  }

  public func keys() throws -> ListenerKeys {
    try ListenerKeys(of: tenant(), in: secrets, database: world.database)
  }

  /// A line of the combined format; `bytes` of 1,000 are a download.
  public static func line(
    _ address: String, _ at: String, episode: UInt64 = 10, bytes: Int = 1000, agent: String = "Overcast/3"
  ) -> String {
    let instant = Instant(at) ?? Instant(seconds: 0)
    let day = Zone.utc.day(of: instant).civil
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let date = "\(day.day < 10 ? "0" : "")\(day.day)/\(months[day.month - 1])/\(day.year)"
    let clock = instant.description.split(separator: "T")[1].prefix(8)
    return "\(address) - - [\(date):\(clock) +0000] \"GET /\(episode).mp3 HTTP/1.1\" 200 \(bytes) \"-\" \"\(agent)\""
  }

  /// Writes a log and takes it in; gives its path.
  @discardableResult
  public func ingest(
    _ lines: [String], as name: String = "a.log", now: Instant = FixedTime.now,
    formats: FormatChoice = .detected, lists: FilterLists? = nil
  ) throws -> String {
    let path = try folder.write(lines.map { $0 + "\n" }.joined(), to: name)
    let ingest = try LogIngest(
      tenant: tenant(), keys: { try keys() }, lists: { try lists ?? FilterLists.builtIn() }, formats: formats,
      database: world.database, ids: ids, now: now, threads: 1)
    _ = try ingest.take([path])
    return path
  }

  public func read<Result>(_ body: (TenantTransaction) throws -> Result) throws -> Result {
    try world.database.read(for: world.tenant.id, body)
  }

  /// Reads with the tenant as it is stored.
  public func readWithTenant<Result>(_ body: (TenantTransaction, Tenant) throws -> Result) throws -> Result {
    let tenant = try tenant()
    return try read { tx in try body(tx, tenant) }
  }
}
