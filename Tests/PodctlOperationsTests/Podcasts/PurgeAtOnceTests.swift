import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("two purges at once leave what one leaves")
struct PurgeAtOnceTests {
  private static let later = "2027-06-01T12:00:00Z"

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  /// Ten days of twelve listeners, each of whom came twice, and of one who is short of a download.
  private func show(_ test: TestDatabase) throws -> LoggedShow {
    let show = try LoggedShow(test)
    var lines: [String] = []
    for day in 10..<20 {
      for listener in 1...12 {
        lines.append(LoggedShow.line("192.0.2.\(listener)", "2026-10-\(day)T10:00:00Z"))
        lines.append(LoggedShow.line("192.0.2.\(listener)", "2026-10-\(day)T11:00:00Z"))
      }
      lines.append(LoggedShow.line("192.0.2.99", "2026-10-\(day)T10:00:00Z", bytes: 10))
    }
    try show.ingest(lines, now: try instant("2026-10-20T12:00:00Z"))
    return show
  }

  private func ledger(_ show: LoggedShow) throws -> [String] {
    try show.read { tx in try ReasonLedger.of(tx).map { "\($0.reason) \($0.lines)" } }
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

  @Test("the lines of rows that another has removed are added by that one alone", arguments: TestDatabase.kinds)
  func sameRows(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let show = try show(test)
    let before = try ledger(show)
    let tenant = show.world.tenant.id
    let episode = show.world.id(10, Episode.self)
    let day = try #require(Day("2026-10-12"))
    let errors = try AtOnce.run(2, behind: tenant, in: test) { tx in
      let gone = try PurgeStore(tx).purge(day, episode, limit: 5000)
      #expect(gone == 13)
    } _: { _, database in
      try database.write(for: tenant) { tx in _ = try PurgeStore(tx).purge(day, episode, limit: 5000) }
    }
    #expect(errors == [])
    #expect(try ledger(show) == before)
    #expect(try keys(show) == 9 * 13)
  }

  @Test("each with a plan of its own, made before either began", arguments: TestDatabase.kinds)
  func plans(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let show = try show(test)
    let before = try ledger(show)
    #expect(before.contains("counted 120") && before.contains("duplicate 120") && before.contains("threshold 10"))
    let now = try instant(Self.later)
    let tenant = try show.tenant()
    let plan = try show.read { tx in
      try ListenerPurge.plan(tx, tenant: tenant, olderThan: 100, breaksWindows: true, now: now)
    }
    #expect(plan.days.count == 10)
    let errors = try AtOnce.run(3, behind: tenant.id, in: test) { tx in
      try IngestedFileStore(tx).lock()
    } _: { _, database in
      try ListenerPurge.apply(plan, tenant: tenant, in: database, now: now)
    }
    #expect(errors == [])
    #expect(try keys(show) == 0)
    #expect(try ledger(show) == before)
  }
}
