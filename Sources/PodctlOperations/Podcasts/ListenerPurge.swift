import PodctlCore
import PodctlStore

/// Forgets the listeners of old days and keeps what was counted of them.
public enum ListenerPurge {
  /// What a purge would do.
  public struct Plan: Sendable, Hashable {
    /// Days before this one are old.
    public var cutoff: Day
    public var days: [PurgeStore.KeyedDay]
    /// Old days that still take late lines, so that their listeners must be known.
    public var open: [PurgeStore.KeyedDay]

    public var downloads: Int64 { days.reduce(0) { $0 + $1.downloads } }
    public var unfinished: Int64 { days.reduce(0) { $0 + $1.unfinished } }
  }

  /// Listeners whose rows go in one transaction.
  public static let batch = 5000

  /// Days older than so many, counted back from today in the tenant's zone. Throws `transition_refused` where an
  /// attribution window in use could still reach one of them, unless `breaksWindows`.
  public static func plan(
    _ tx: TenantTransaction, tenant: Tenant, olderThan age: Int, breaksWindows: Bool, now: Instant
  ) throws -> Plan {
    let window = try WindowsInUse(tx).longest()
    let least = window + tenant.closesAfterDays
    guard age >= least || breaksWindows else {
      throw PodctlError(
        .transitionRefused,
        "days of the last \(least) days are still needed: attribution looks back \(window) days, and orders and lines"
          + " may come \(tenant.closesAfterDays) days late",
        hint:
          "purge what is older than \(least)d, or add --breaks-windows: later conversions then find no touches there",
        context: [.init("least_days", String(least))])
    }
    let cutoff = tenant.zone.day(of: now).advanced(by: -age)
    let found = try PurgeStore(tx).keyedDays(before: cutoff)
    let isOpen = { (day: PurgeStore.KeyedDay) in !isClosed(day, tenant: tenant, now: now) }
    return Plan(cutoff: cutoff, days: found.filter { !isOpen($0) }, open: found.filter(isOpen))
  }

  private static func isClosed(_ day: PurgeStore.KeyedDay, tenant: Tenant, now: Instant) -> Bool {
    if day.closedAt != nil || day.purgedAt != nil { return true }
    // A day that is older than that record was first ingested when it was over, as far as anyone knows.
    let end = tenant.zone.start(of: day.day.advanced(by: 1))
    return DayClosing(tenant: tenant).closes(day.day, firstIngestedAt: day.firstIngestedAt ?? end) <= now
  }

  /// Does what the plan says, a few thousand listeners at a time. It may be killed at any moment: the ledger is exact
  /// after each step, and the next run goes on.
  public static func apply(
    _ plan: Plan, tenant: Tenant, in database: Database, now: Instant, progress: (Day) -> Void = { _ in }
  ) throws {
    try tenant.requireActive()
    for keyed in plan.days {
      progress(keyed.day)
      let episodes = try database.write(for: tenant.id) { tx in
        try IngestedFileStore(tx).lock()
        if keyed.purgedAt == nil {
          // Before the first key goes, whatever needs all keys of the day, its week and its month is counted.
          let kept = ListenerCountStore(tx)
          for unit in CalendarUnit.allCases { try kept.keep(unit, from: unit.start(of: keyed.day)) }
          try PurgeStore(tx).mark(keyed.day, now: now)
        }
        try PurgeStore(tx).forgetSpared(on: keyed.day)
        return try PurgeStore(tx).episodes(on: keyed.day)
      }
      for episode in episodes {
        while try forgetBatch(of: episode, on: keyed.day, tenant, database) > 0 {}
      }
    }
  }

  /// Another purge, or a recount, goes on between two batches and never within one: what is gone is gone for it too, and
  /// what is left it sees.
  private static func forgetBatch(
    of episode: Identifier<Episode>, on day: Day, _ tenant: Tenant, _ database: Database
  ) throws -> Int {
    try database.write(for: tenant.id) { tx in
      try IngestedFileStore(tx).lock()
      return try PurgeStore(tx).purge(day, episode, limit: batch)
    }
  }
}
