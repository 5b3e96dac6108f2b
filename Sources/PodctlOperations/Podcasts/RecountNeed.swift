import PodctlCore
import PodctlMeasurement
import PodctlStore

/// A file that was counted by other means than lines are counted by now.
public struct RecountNeed: Sendable, Hashable {
  /// What has changed since.
  public enum Change: String, Sendable, CaseIterable {
    case rules, zone, lists, episodes
  }

  public var file: IngestedFile
  public var changes: [Change]

  /// The files of a tenant that want a recount, oldest first. Files all of whose days are closed or purged want none:
  /// their figures stand. A file of before the episodes' hash was kept is not said to have other episodes.
  public static func files(of tenant: Tenant, lists: FilterLists, in tx: TenantTransaction, now: Instant) throws
    -> [RecountNeed]
  {
    let known = try KnownEpisodes(tx)
    let history = CatalogueHistory(known.episodes, known.paths)
    let settled = try DayClosing(tenant: tenant).settled(tx, now: now)
    return try IngestedFileStore(tx).all().compactMap { file in
      guard tenant.touches(file, otherThan: settled) else { return nil }
      var changes: [Change] = []
      if file.rules != tenant.counting.name { changes.append(.rules) }
      if file.zone != tenant.zone.identifier { changes.append(.zone) }
      if file.listVersion != lists.version { changes.append(.lists) }
      if let hash = file.catalogue, hash != history.sha256(through: file.lastAt) { changes.append(.episodes) }
      return changes.isEmpty ? nil : RecountNeed(file: file, changes: changes)
    }
  }
}
