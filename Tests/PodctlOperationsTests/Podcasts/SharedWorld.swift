import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport

/// Made-up lines of a log that two tenants share.
struct SharedLogs {
  static let mine: [UInt64] = [10, 11]
  static let theirs: [UInt64] = [20, 21]
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  /// How a tenant counts.
  mutating func plan(zones: [String]) -> SharedWorld.Plan {
    SharedWorld.Plan(
      zone: zones[below(zones.count)],
      rules: CountingRules(
        [.iab, .iab, .prefix][below(3)], MeasurementWindow.allCases[below(3)], volumeLimit: [nil, 1, 2][below(3)]),
      safe: below(2) == 0 ? nil : "85.1.1.1")
  }

  mutating func file() -> String { (0..<(5 + below(60))).map { _ in line() + "\n" }.joined() }

  private mutating func line() -> String {
    if below(20) == 0 { return "no line of a log" }
    let start = Instant("2026-10-24T20:00:00Z")?.seconds ?? 0
    let at = Instant(seconds: start + Int64(below(60)) * 3600 + Int64(below(3)) * 1799)
    let episode = (Self.mine + Self.theirs + [99])[below(5)]
    let bytes = [1000, 1000, 400, 700][below(4)]
    let agent = ["Overcast/3", "Podcasts/4", "Mozilla/5.0 (compatible; Googlebot/2.1)", "-"][below(10) % 4]
    let address = ["85.1.1.1", "85.1.1.2", "2001:db8::1", "::ffff:85.1.1.1"][below(4)]
    let text = LoggedShow.line(address, "\(at)", episode: episode, bytes: bytes, agent: agent)
    return below(12) == 0 ? text.replacing("\"GET", with: "\"HEAD") : text
  }

  /// Lines that ask for these episodes, whatever becomes of them.
  static func lines(of episodes: [UInt64], in file: String) -> Int {
    file.split(separator: "\n").count { line in episodes.contains { line.contains(" /\($0).mp3 ") } }
  }
}

/// Two tenants of one database.
struct SharedWorld {
  struct Plan {
    var zone: String
    var rules: CountingRules
    /// A network of the tenant's safe list.
    var safe: String?
  }

  struct Outcome: Equatable {
    var daily: [String]
    var reasons: [ReasonLedger.Row]
  }

  /// Reasons that an ingest of its own gives to the other tenant's lines too.
  static let ofAllLines: Set<String> = ["malformed", "unknown-path", "method", "status"]

  let shows: [LoggedShow]
  private let test: TestDatabase

  init(_ kind: TestDatabase.Kind, _ plans: [Plan]) throws {
    let test = try TestDatabase(kind)
    self.test = test
    shows = try plans.enumerated().map { number, plan in
      let show = try LoggedShow(
        test, episodes: [SharedLogs.mine, SharedLogs.theirs][number], zone: plan.zone, rules: plan.rules,
        salt: UInt64(number + 1))
      if let network = plan.safe {
        try test.database.write(for: show.world.tenant.id) { tx in
          try SafeNetworkStore(tx).upsert(
            SafeNetwork(network: network, note: nil, addedAt: FixedTime.now, validatedAt: FixedTime.now))
        }
      }
      return show
    }
  }

  private static func lists(_ tenant: Tenant, _ database: Database) throws -> FilterLists {
    try CountingLists(of: nil, folders: [], in: database, now: FixedTime.now).of(tenant, in: database).lists
  }

  static func ingest(_ shows: [LoggedShow]) throws -> SharedIngest {
    let database = shows[0].world.database
    let tenants = try shows.map { try $0.tenant() }
    return try SharedIngest(
      tenants,
      keys: { tenant in
        guard let show = shows.first(where: { $0.world.tenant.id == tenant.id }) else {
          throw PodctlError(.tenantNotFound, "no such tenant")
        }
        return try show.keys()
      }, lists: { try lists($0, database) }, database: database, ids: shows[0].ids, now: FixedTime.now, threads: 2)
  }

  func takeShared(_ files: [String]) throws -> [SharedIngest.Entry] {
    try Self.ingest(shows).take(try paths(files))
  }

  func takeApart(_ files: [String]) throws {
    for show in shows { _ = try Self.apart(show).take(try paths(files)) }
  }

  func again(_ place: Int) throws { try Self.again(shows[place]) }

  static func again(_ show: LoggedShow) throws { _ = try apart(show).again([]) }

  private static func apart(_ show: LoggedShow) throws -> LogIngest {
    let tenant = try show.tenant()
    return LogIngest(
      tenant: tenant, keys: { try show.keys() },
      lists: { try CountingLists(of: tenant, folders: [], in: show.world.database, now: FixedTime.now).lists },
      database: show.world.database, ids: show.ids, now: FixedTime.now, threads: 2)
  }

  private func paths(_ files: [String]) throws -> [String] {
    try files.enumerated().map { try shows[0].folder.write($1, to: "shared-\($0).log") }
  }

  func outcome(_ place: Int) throws -> Outcome {
    try shows[place].read { tx in
      let episodes = try EpisodeStore(tx).list(of: nil)
      let daily = try DownloadStore(tx).daily(
        of: episodes.map(\.id), from: Day(typed: "2026-10-01", for: "day"), to: Day(typed: "2026-11-30", for: "day"))
      return Outcome(
        daily: daily.map { row in
          "\(episodes.first { $0.id == row.episode }?.guid ?? "?") \(row.day) \(row.downloads)"
        }.sorted(), reasons: try ReasonLedger.of(tx))
    }
  }
}
