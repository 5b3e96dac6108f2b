import PodctlCore
import PodctlMeasurement
import PodctlStore

/// All that a tenant's lines are counted with; made only when some file has to be counted.
struct TenantCounting: Sendable {
  let tenant: Tenant
  let counter: DownloadCounter
  /// The episodes by their numbers in the catalogue.
  let episodes: [Identifier<Episode>]
  let numbers: [Identifier<Episode>: Int]
  let keys: ListenerKeys
  let history: CatalogueHistory

  /// Where lines of several tenants are counted together: the tenant's number among them, and each episode's owner.
  private(set) var owner: Int?
  private(set) var owners: [Int] = []

  /// Reads the tenant's episodes and paths; throws `nothing_measured` when there are none.
  init(
    _ tenant: Tenant, keys: ListenerKeys, lists: FilterLists, formats: FormatChoice, database: Database, threads: Int
  ) throws {
    let known = try database.read(for: tenant.id) { tx in try KnownEpisodes(tx) }
    guard !known.paths.isEmpty else {
      throw PodctlError(
        .nothingMeasured, "tenant \(tenant.slug) has no episode whose downloads could be counted",
        hint: "add its podcasts first", commands: ["podctl podcast add --tenant \(tenant.slug) --feed URL"])
    }
    self.tenant = tenant
    self.keys = keys
    history = CatalogueHistory(known.episodes, known.paths)
    episodes = known.episodes.map(\.id)
    numbers = Dictionary(uniqueKeysWithValues: episodes.enumerated().map { ($1, $0) })
    let catalogue = try EpisodeCatalogue(episodes: known.episodes.map(\.guid), paths: known.measured(from: 0))
    var counter = DownloadCounter(
      catalogue, lists: lists, rules: tenant.counting, zone: tenant.zone, threads: threads, keepsListeners: true)
    counter.formats = formats
    self.counter = counter
  }

  /// One of several tenants whose lines one counter counts; `all` are their episodes, in the catalogue's order.
  init(
    _ tenant: Tenant, _ known: KnownEpisodes, keys: ListenerKeys, counter: DownloadCounter,
    all: [Identifier<Episode>], owner: Int, owners: [Int]
  ) {
    self.tenant = tenant
    self.keys = keys
    self.counter = counter
    self.owner = owner
    self.owners = owners
    history = CatalogueHistory(known.episodes, known.paths)
    episodes = all
    let mine = all.indices.filter { owners[$0] == owner }
    numbers = Dictionary(uniqueKeysWithValues: mine.map { (all[$0], $0) })
  }

  /// A file, counted, and the hash of its content.
  struct CountedLog: Sendable {
    var count: DownloadCount
    var sha256: String
  }

  /// Counts a file, and hashes it at the same time unless its hash is known.
  func count(_ log: LogFile, sha256: String?) throws -> CountedLog {
    let hash = sha256 == nil ? Ahead { try log.sha256() } : nil
    let count = try counter.count([.file(log.path)])
    return CountedLog(count: count, sha256: try hash?.value() ?? sha256 ?? "")
  }

  /// The union of what two files cover; nil when together they reach the threshold.
  func merged(_ key: EpisodeDay, _ stored: [UInt8], _ added: [UInt8]) throws -> [UInt8]? {
    var coverage = try Coverage(state: stored)
    coverage.merge(try Coverage(state: added))
    guard let number = numbers[key.episode] else { return coverage.state }
    return counter.catalogue.isReached(coverage, episode: number) ? nil : coverage.state
  }
}

/// A tenant's episodes and their paths.
struct KnownEpisodes {
  let episodes: [Episode]
  let paths: [EpisodePath]

  init(_ tx: TenantTransaction) throws {
    episodes = try EpisodeStore(tx).list(of: nil)
    paths = try EpisodeStore(tx).paths(of: nil)
  }

  /// The paths with what their thresholds are made of; the first episode has the number `first` in the catalogue.
  func measured(from first: Int) -> [MeasuredPath] {
    let numbers = Dictionary(uniqueKeysWithValues: episodes.enumerated().map { ($1.id, $0) })
    return paths.compactMap { path in
      guard let number = numbers[path.episode] else { return nil }
      let episode = episodes[number]
      return MeasuredPath(
        path: path.path, episode: first + number, bytes: path.bytes, seconds: episode.durationSeconds,
        kbps: episode.kbps, headerBytes: episode.headerBytes)
    }
  }
}
