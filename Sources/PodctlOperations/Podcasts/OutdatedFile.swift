import PodctlCore
import PodctlStore

/// A file that was counted with something other than what counts today, and can still be counted again.
public struct OutdatedFile: Sendable, Hashable {
  public enum Difference: String, Sendable, CaseIterable { case rules, lists, zone, episodes }

  public var path: String
  /// In the order of the cases; never empty.
  public var differences: [Difference]

  /// The files that were counted by other rules or in another zone than the tenant's, and where a version of the lists
  /// is given, with other lists or episodes; oldest first. Files of closed or purged days alone stand as they are.
  public static func all(
    of tenant: Tenant, lists: String?, now: Instant, _ tx: TenantTransaction
  ) throws -> [OutdatedFile] {
    let settled = try DayClosing(tenant: tenant).settled(tx, now: now)
    let history = try lists.map { _ in
      CatalogueHistory(try EpisodeStore(tx).list(of: nil), try EpisodeStore(tx).paths(of: nil))
    }
    return try IngestedFileStore(tx).all().compactMap { file in
      var differences: [Difference] = []
      if file.rules != tenant.counting.name { differences.append(.rules) }
      if let lists, file.listVersion != lists, file.provenance == .counted { differences.append(.lists) }
      if file.zone != tenant.zone.identifier { differences.append(.zone) }
      // Files of before episodes were written down count as they are.
      if let history, let counted = file.catalogue, counted != history.sha256(through: file.lastAt) {
        differences.append(.episodes)
      }
      guard !differences.isEmpty, tenant.touches(file, otherThan: settled) else { return nil }
      return OutdatedFile(path: file.path, differences: differences)
    }
  }
}
