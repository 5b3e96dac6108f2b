import PodctlCore
import PodctlMeasurement
import PodctlStore

/// All that a tenant's lines are counted with; made only when some file has to be counted.
struct TenantCounting: Sendable {
  let tenant: Tenant
  private(set) var counter: DownloadCounter
  /// The episodes by their numbers in the catalogue.
  let episodes: [Identifier<Episode>]
  let numbers: [Identifier<Episode>: Int]
  let keys: ListenerKeys
  let history: CatalogueHistory

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
    try self.init(tenant, known, keys: keys, lists: lists, formats: formats, threads: threads)
  }

  /// The same with episodes that have been read. A log that tenants share is searched for paths alone: GUIDs are not
  /// theirs alone.
  init(
    _ tenant: Tenant, _ known: KnownEpisodes, keys: ListenerKeys, lists: FilterLists, formats: FormatChoice,
    threads: Int, isShared: Bool = false
  ) throws {
    self.tenant = tenant
    self.keys = keys
    history = CatalogueHistory(known.episodes, known.paths)
    episodes = known.episodes.map(\.id)
    numbers = Dictionary(uniqueKeysWithValues: episodes.enumerated().map { ($1, $0) })
    let catalogue = try EpisodeCatalogue(
      episodes: known.episodes.map(\.guid), paths: known.measured + (isShared ? [] : known.named))
    var counter = DownloadCounter(
      catalogue, lists: lists, rules: tenant.counting, zone: tenant.zone, threads: threads, keepsListeners: true)
    counter.formats = formats
    self.counter = counter
  }

  /// The same, for a file that was taken before: read as it was read then, unless a format is said now.
  func reading(as file: IngestedFile) throws(PodctlError) -> TenantCounting {
    guard counter.formats == .detected else { return self }
    var counting = self
    counting.counter.formats = try file.saidFormat.choice(for: file.path)
    return counting
  }

  /// A file, counted, and what stands for its content.
  struct CountedLog: Sendable {
    var count: DownloadCount
    var content: ContentHash
  }

  /// Counts a file; unless its hash is known, another thread begins to make it once all cores have counted.
  func count(_ log: LogFile, sha256: String?) throws -> CountedLog {
    let count = try counter.count([.file(log.path)])
    return CountedLog(count: count, content: ContentHash(of: log, known: sha256))
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

  /// Episodes by their GUIDs, as exports of hosts name them that know no paths. A GUID that two shows have, and one
  /// that could be taken for a path or an address, names none.
  var named: [MeasuredPath] {
    let episodesOf = Dictionary(grouping: episodes.indices) { episodes[$0].guid }
    return episodes.enumerated().compactMap { number, episode in
      guard episodesOf[episode.guid]?.count == 1, !episode.guid.isEmpty,
        !episode.guid.contains(where: { "/?%".contains($0) })
      else { return nil }
      return MeasuredPath(path: episode.guid, episode: number, bytes: nil)
    }
  }

  /// The paths with what their thresholds are made of.
  var measured: [MeasuredPath] {
    let numbers = Dictionary(uniqueKeysWithValues: episodes.enumerated().map { ($1.id, $0) })
    return paths.compactMap { path in
      guard let number = numbers[path.episode] else { return nil }
      let episode = episodes[number]
      return MeasuredPath(
        path: path.path, episode: number, bytes: path.bytes, seconds: episode.durationSeconds,
        kbps: episode.kbps, headerBytes: episode.headerBytes, host: path.host)
    }
  }
}
