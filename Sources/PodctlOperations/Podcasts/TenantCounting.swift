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

  /// Reads the tenant's episodes and paths; throws `nothing_measured` when there are none.
  init(
    _ tenant: Tenant, keys: ListenerKeys, lists: FilterLists, database: Database, threads: Int
  ) throws {
    let (known, paths) = try database.read(for: tenant.id) { tx in
      (try EpisodeStore(tx).list(of: nil), try EpisodeStore(tx).paths(of: nil))
    }
    guard !paths.isEmpty else {
      throw PodctlError(
        .nothingMeasured, "tenant \(tenant.slug) has no episode whose downloads could be counted",
        hint: "add its podcasts first", commands: ["podctl podcast add --tenant \(tenant.slug) --feed URL"])
    }
    self.tenant = tenant
    self.keys = keys
    history = CatalogueHistory(known, paths)
    episodes = known.map(\.id)
    let numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.id, $0) })
    self.numbers = numbers
    let measured = paths.compactMap { path -> MeasuredPath? in
      guard let number = numbers[path.episode] else { return nil }
      let episode = known[number]
      return MeasuredPath(
        path: path.path, episode: number, bytes: path.bytes, seconds: episode.durationSeconds, kbps: episode.kbps,
        headerBytes: episode.headerBytes)
    }
    counter = DownloadCounter(
      try EpisodeCatalogue(episodes: known.map(\.guid), paths: measured), lists: lists, rules: tenant.counting,
      zone: tenant.zone, threads: threads, keepsListeners: true)
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
