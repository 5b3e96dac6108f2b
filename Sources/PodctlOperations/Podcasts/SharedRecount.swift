import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Counts a tenant's lines of shared logs again, with the paths of all tenants at hand: a path may be another's too.
struct SharedRecount {
  private let others: [LogOwner]

  /// Reads the other tenants' episodes, if any of the tenant's files was shared.
  init(_ counting: TenantCounting, _ database: Database) throws {
    let isAsked = try database.read(for: counting.tenant.id) { tx in try IngestedFileStore(tx).hasShared() }
    guard isAsked else {
      others = []
      return
    }
    let tenants = try database.read { tx in try TenantStore(tx).all(withArchived: false) }
    others = try tenants.filter { $0.id != counting.tenant.id }.map { tenant in
      let known = try database.read(for: tenant.id) { tx in try KnownEpisodes(tx) }
      let catalogue = try EpisodeCatalogue(episodes: known.episodes.map(\.guid), paths: known.measured)
      // Never asked what it thinks of a line, only whose the line is.
      return LogOwner(tenant.slug.text, DownloadCounter(catalogue, lists: counting.counter.lists, threads: 1))
    }
  }

  /// Throws what counting throws, and `path_taken` when a line may be another tenant's as well.
  func count(_ log: LogFile, _ counting: TenantCounting) throws -> DownloadCount {
    let counter = try SharedCounter([LogOwner(counting.tenant.slug.text, counting.counter)] + others)
    let shares = try counter.count(.file(log.path), for: [0])
    guard let count = shares.counts[0] else { preconditionFailure("the count that was asked for is there") }
    return count
  }
}
