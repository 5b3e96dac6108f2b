import PodctlCore
import PodctlMeasurement

/// One file of the demo, by its path below the demo's folder.
public struct DemoFile: Sendable, Equatable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What a demo tenant is made of: files as its host, its CDN, its sponsors and its ad server would give them, and the
/// names under which they go through the pipeline. It depends on seed, anchor and weeks alone.
public struct DemoWorld: Sendable {
  public struct SponsorSet: Sendable {
    public var slug: String
    public var name: String
    /// The edge case it stands for, in words.
    public var shows: String
    public var campaign: String
    public var orderFile: DemoFile
    public var conversions: DemoFile
    /// What the ad server counted; nil for baked-in flights.
    public var delivery: DemoFile?
  }

  public var slug: String
  public var name: String
  public var kind: Tenant.Kind
  public var zone: Zone
  public var currency: Currency
  public var contact: String
  public var feeds: [(slug: String, file: DemoFile)]
  /// One log a week, oldest first.
  public var logs: [DemoFile]
  /// Logs that have not come yet when the demo is made: ingest them to see a restatement.
  public var lateLogs: [DemoFile]
  public var sponsors: [SponsorSet]

  public static var tenantSlugs: [String] { DemoCast.tenants.map(\.slug) }

  /// Makes one tenant's files; throws only what zlib and the zone's name can throw.
  public static func make(
    tenant slug: String, seed: UInt64, anchor: Day, weeks: Int
  ) throws(PodctlError) -> DemoWorld? {
    guard let role = DemoCast.tenants.first(where: { $0.slug == slug }) else { return nil }
    return try DemoWorld(role: role, seed: seed, anchor: anchor, weeks: weeks)
  }

  private init(role: DemoCast.TenantRole, seed: UInt64, anchor: Day, weeks: Int) throws(PodctlError) {
    slug = role.slug
    name = role.name
    kind = role.kind
    zone = try Zone(role.zone)
    currency = try Currency(role.currency)
    contact = role.contact
    let host = "cdn.\(role.slug).example"
    let listeners = role.shows.reduce(0) { $0 + $1.audience } * 5
    let audience = DemoAudience(count: listeners, seed: seed, tenant: role.slug)
    let start = anchor.advanced(by: -7 * weeks)

    feeds = []
    logs = []
    lateLogs = []
    var episodes: [String: [DemoEpisode]] = [:]
    var requests: [String: [DemoRequest]] = [:]
    var weekly = [[DemoRequest]](repeating: [], count: weeks)
    var late: [DemoRequest] = []
    let lateShows = Set(role.sponsors.filter { $0.part == .lateLogs }.map(\.show))
    for show in role.shows {
      let shown = DemoEpisode.all(of: show, in: zone, anchor: anchor, weeks: weeks, seed: seed)
      episodes[show.slug] = shown
      let feed = DemoFeed.text(of: show, host: host, episodes: shown)
      feeds.append((show.slug, DemoFile(path: "\(role.slug)/feeds/\(show.slug).xml", bytes: Array(feed.utf8))))
      var traffic = DemoTraffic(audience: audience, zone: zone, seed: seed, part: "traffic/\(show.slug)")
      for day in stride(from: start, to: anchor, by: 1) {
        let made = shown.flatMap { traffic.requests(of: $0, on: day) }
        let week = start.distance(to: day) / 7
        // The missing log is that of the last two days of the last week.
        if lateShows.contains(show.slug), day >= anchor.advanced(by: -2) {
          late += made
        } else {
          weekly[week] += made
        }
        requests[show.slug, default: []] += made
      }
    }
    for (week, made) in weekly.enumerated() {
      let first = start.advanced(by: week * 7)
      logs.append(
        DemoFile(
          path: "\(role.slug)/logs/\(first).log.gz",
          bytes: try Self.log(made, host: host, seed: seed, part: "\(role.slug)/\(week)")))
    }
    if !late.isEmpty {
      lateLogs.append(
        DemoFile(
          path: "\(role.slug)/late/\(anchor.advanced(by: -2)).log.gz",
          bytes: try Self.log(late, host: host, seed: seed, part: "\(role.slug)/late")))
    }
    sponsors = []
    for sponsor in role.sponsors {
      sponsors.append(
        try DemoOrders.set(
          for: sponsor, role: role, episodes: episodes[sponsor.show] ?? [], requests: requests[sponsor.show] ?? [],
          zone: zone, currency: currency, anchor: anchor, weeks: weeks, seed: seed))
    }
  }

  private static func log(
    _ requests: [DemoRequest], host: String, seed: UInt64, part: String
  ) throws(PodctlError) -> [UInt8] {
    var random = SeededRandom(seed: seed, "lines/\(part)")
    var bytes = Array(DemoRequest.header.utf8)
    let ordered = requests.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    for (_, request) in ordered { bytes += Array(request.line(host: host, &random).utf8) }
    return try GzipWriter.member(bytes)
  }

  /// Every file of the tenant, in the order in which it is written.
  public var files: [DemoFile] {
    feeds.map(\.file) + logs + lateLogs
      + sponsors.flatMap { [$0.orderFile, $0.conversions] + ($0.delivery.map { [$0] } ?? []) }
  }
}
