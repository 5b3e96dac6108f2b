import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore

extension Examination {
  /// The age of the stored lists, and what of each active tenant's counting wants to be looked at.
  func counting(in database: Database) -> [Finding] {
    do {
      let tenants = try database.read { tx in try TenantStore(tx).all(withArchived: false) }
      let common = try CountingLists(of: nil, folders: context.settings.lists, in: database, now: context.now)
      return storedLists(common, in: database) + (try tenants.flatMap { try findings(of: $0, common, in: database) })
    } catch {
      return [.fail("counting", error)]
    }
  }

  private func storedLists(_ lists: CountingLists, in database: Database) -> [Finding] {
    guard let set = lists.set else {
      let hasStored = (try? database.read { tx in try FilterSetStore(tx).current() }) != nil
      guard hasStored, !context.settings.lists.isEmpty else { return [] }
      return [
        .warn(
          "stored lists", "the setting lists goes before them, so that they are not counted with",
          fix: "unset lists, or leave it: podctl config show --origin")
      ]
    }
    let check = "stored lists"
    if let oldest = lists.oldLists.max(by: { $0.days < $1.days }) {
      return [
        .warn(
          check,
          "\(lists.oldLists.count) were last read more than \(CountingLists.daysFresh) days ago"
            + " (\(oldest.name): \(oldest.days) days)", fix: "podctl podcast filters update")
      ]
    }
    let days = set.lists.map { (context.now.seconds - $0.readAt.seconds) / 86_400 }.max() ?? 0
    return [.ok(check, "\(set.lists.count) of version \(set.version), the oldest read \(max(0, days)) days ago")]
  }

  private func findings(
    of tenant: Tenant, _ common: CountingLists, in database: Database
  ) throws -> [Finding] {
    let look = try database.read(for: tenant.id) { tx in try Self.look(of: tenant, BrandStore(tx).find()) }
    let monthAgo = Instant(seconds: context.now.seconds - 30 * 86_400)
    let (safe, closed) = try database.read(for: tenant.id) { tx in
      (try SafeNetworkStore(tx).all(), try ClosedLineStore(tx).count(since: monthAgo))
    }
    // Reading lists takes longer than all the rest: only a tenant with a safe list has lists of its own.
    let lists =
      safe.isEmpty
      ? common : try CountingLists(of: tenant, folders: context.settings.lists, in: database, now: context.now)
    let now = context.now
    let outdated = try database.read(for: tenant.id) { tx in
      try OutdatedFile.all(of: tenant, lists: lists.lists.version, now: now, tx)
    }
    return [
      Self.volume(of: tenant), look, safeList(of: tenant, safe), recount(of: tenant, outdated),
      late(of: tenant, closed),
    ].compactMap { $0 }
  }

  private func safeList(of tenant: Tenant, _ safe: [SafeNetwork]) -> Finding? {
    guard !safe.isEmpty else { return nil }
    let check = "safe list of \(tenant.slug)"
    let stale = safe.filter { $0.isStale(at: context.now) }
    guard let first = stale.first else { return .ok(check, "\(safe.count) networks, all looked at in time") }
    return .warn(
      check, "\(stale.count) of \(safe.count) were not looked at for \(SafeNetwork.daysValid) days, and still apply",
      fix: "podctl podcast filters safe renew --tenant \(tenant.slug) \(first.network), or safe remove")
  }

  private func recount(of tenant: Tenant, _ outdated: [OutdatedFile]) -> Finding? {
    guard !outdated.isEmpty else { return nil }
    let differences = OutdatedFile.Difference.allCases.filter { difference in
      outdated.contains { $0.differences.contains(difference) }
    }.map(\.rawValue)
    let named = outdated.prefix(3).map(\.path).joined(separator: ", ") + (outdated.count > 3 ? ", …" : "")
    return .warn(
      "counts of \(tenant.slug)",
      "\(outdated.count) \(outdated.count == 1 ? "file was" : "files were") counted with other"
        + " \(differences.joined(separator: ", ")) than today's: \(named)",
      fix: "podctl podcast filters diff --tenant \(tenant.slug) --since DAY says what a recount would change;"
        + " podctl podcast ingest --tenant \(tenant.slug) --again recounts")
  }

  private func late(of tenant: Tenant, _ closed: (lines: Int64, files: Int64)) -> Finding? {
    guard closed.lines > 0 else { return nil }
    return .warn(
      "late lines of \(tenant.slug)",
      "\(closed.lines) lines of \(closed.files) files of the last 30 days came after their windows were closed and do"
        + " not count",
      fix: "ingest logs within \(tenant.closesAfterDays) days, or let windows stay open longer:"
        + " podctl tenant update \(tenant.slug) --closes-after DAYS")
  }
}
