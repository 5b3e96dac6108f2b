import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("old days' listeners are forgotten")
struct ListenerPurgeTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  /// Two weeks of October, a listener who comes back on each Monday, and one who is short of a download.
  private func show(_ kind: TestDatabase.Kind) throws -> LoggedShow {
    let show = try LoggedShow(try TestDatabase(kind))
    try show.ingest(
      [
        LoggedShow.line("192.0.2.7", "2026-10-05T10:00:00Z"), LoggedShow.line("192.0.2.7", "2026-10-05T11:00:00Z"),
        LoggedShow.line("192.0.2.7", "2026-10-06T10:00:00Z", episode: 11),
        LoggedShow.line("192.0.2.8", "2026-10-06T10:00:00Z", agent: "AntennaPod/3.4"),
        LoggedShow.line("192.0.2.9", "2026-10-06T10:00:00Z", bytes: 10),
        LoggedShow.line("192.0.2.7", "2026-10-12T10:00:00Z"),
      ], now: try instant("2026-10-13T00:00:00Z"))
    return show
  }

  private func plan(_ show: LoggedShow, _ age: Int, at now: String, breaksWindows: Bool = false) throws
    -> ListenerPurge.Plan
  {
    try show.readWithTenant { tx, tenant in
      try ListenerPurge.plan(
        tx, tenant: tenant, olderThan: age, breaksWindows: breaksWindows, now: try instant(now))
    }
  }

  /// Everything that must outlive the keys.
  private func figures(_ show: LoggedShow) throws -> [String] {
    try show.readWithTenant { tx, tenant in
      let days = try #require(Day("2026-10-05"))...(try #require(Day("2026-10-12")))
      let scope = DownloadScope(podcast: nil, days: days)
      let store = DownloadFigureStore(tx)
      let survey = try AudienceSurvey(tx, of: nil, tenant: tenant, days: days)
      let byApp = try store.by(.app, scope).map { "\($0.key ?? "-") \($0.value.counted)" }.sorted()
      return try ReasonLedger.of(tx).map { "\($0.reason) \($0.lines)" } + byApp
        + store.byDay(scope).map { "\($0.key) \($0.value.counted)" }.sorted()
        + survey.rows(by: .week).map { "\($0.span.name) \($0.counted.listeners ?? -1)" }
        + survey.rows(by: .day).map { "\($0.span.name) \($0.counted.listeners ?? -1)" }.filter { !$0.hasSuffix(" 0") }
    }
  }

  private func keys(_ show: LoggedShow) throws -> Int64 {
    try show.read { tx in
      try tx.first(
        """
        SELECT (SELECT count(*) FROM downloads WHERE tenant_id = \(tx.tenant))
          + (SELECT count(*) FROM coverage WHERE tenant_id = \(tx.tenant)) AS keys
        """)?["keys"] ?? 0
    }
  }

  @Test("downloads, lines by reason and listeners stay what they were", arguments: TestDatabase.kinds)
  func keepsFigures(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    let before = try figures(show)
    #expect(before.contains("2026-W41 2") && before.contains("counted 4") && before.contains("threshold 1"))
    let plan = try plan(show, 75, at: "2026-12-20T00:00:00Z")
    #expect(plan.days.map(\.day.description) == ["2026-10-05"])
    try ListenerPurge.apply(plan, tenant: show.tenant(), in: show.world.database, now: instant("2026-12-20T00:00:00Z"))
    #expect(try keys(show) == 4)
    #expect(try figures(show) == before)
    // The rest of the week goes later; the week's listeners were counted while all were there.
    let rest = try self.plan(show, 75, at: "2027-01-20T00:00:00Z")
    try ListenerPurge.apply(rest, tenant: show.tenant(), in: show.world.database, now: instant("2027-01-20T00:00:00Z"))
    #expect(try keys(show) == 0)
    #expect(try figures(show) == before)
    #expect(try self.plan(show, 75, at: "2027-01-20T00:00:00Z").days.isEmpty)
  }

  @Test(
    "a run that was killed between two batches is gone on with, and the ledger was exact in between",
    arguments: TestDatabase.kinds)
  func killed(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    let before = try figures(show)
    let day = try #require(Day("2026-10-06"))
    let now = try instant("2026-12-25T00:00:00Z")
    // As far as a run comes that dies after its first batch of one listener.
    try show.world.database.write(for: show.world.tenant.id) { tx in
      for unit in CalendarUnit.allCases { try ListenerCountStore(tx).keep(unit, from: unit.start(of: day)) }
      try PurgeStore(tx).mark(day, now: now)
      #expect(try PurgeStore(tx).purge(day, show.world.id(10), limit: 1) > 0)
    }
    #expect(
      try figures(show).filter { $0.contains("counted") || $0.contains("W41") || $0.contains("duplicate") }
        == before.filter { $0.contains("counted") || $0.contains("W41") || $0.contains("duplicate") })
    let plan = try plan(show, 75, at: "2026-12-25T00:00:00Z")
    #expect(plan.days.map(\.day.description) == ["2026-10-05", "2026-10-06"])
    try ListenerPurge.apply(plan, tenant: show.tenant(), in: show.world.database, now: now)
    #expect(try figures(show) == before)
  }

  @Test("what a window needs and what still takes late lines is left", arguments: TestDatabase.kinds)
  func left(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    let error = #expect(throws: PodctlError.self) { try plan(show, 74, at: "2026-12-20T00:00:00Z") }
    #expect(error?.code == .transitionRefused && error?.message.contains("75 days") == true)
    let forced = try plan(show, 10, at: "2026-10-20T00:00:00Z", breaksWindows: true)
    #expect(forced.days.isEmpty)
    #expect(forced.open.map(\.day.description) == ["2026-10-05", "2026-10-06"])
  }
}
