import PodctlCore
import PodctlStore

/// When windows close: the tenant's number of days after the later of a window's end and its day's first ingest, by the
/// clock of the run. Until then late lines change the day that they belong to.
struct DayClosing {
  let tenant: Tenant

  /// A rolling window that opens in the last second of a day ends a day later; a day's windows close together.
  private var windowDays: Int { tenant.counting.window == .calendar ? 1 : 2 }

  /// The instant from which lines of a day come too late.
  func closes(_ day: Day, firstIngestedAt first: Instant) -> Instant {
    let end = tenant.zone.start(of: day.advanced(by: windowDays))
    return max(end, first).advanced(seconds: Int64(tenant.closesAfterDays) * 86_400)
  }

  /// All days whose figures stand, those among them whose time has come and which no run has closed yet.
  func settled(_ tx: TenantTransaction, now: Instant) throws -> Set<Day> {
    let days = CountedDayStore(tx)
    let due = try days.open().filter { closes($0.day, firstIngestedAt: $0.firstIngestedAt) <= now }
    return try days.settled().union(due.map(\.day))
  }

  /// Closes the days whose time has come, and gives all days whose figures stand.
  func settle(_ tx: TenantTransaction, now: Instant) throws -> Set<Day> {
    let days = CountedDayStore(tx)
    for (day, first) in try days.open() where closes(day, firstIngestedAt: first) <= now {
      try days.close(day, at: now)
    }
    return try days.settled()
  }
}
