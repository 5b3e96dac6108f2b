import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Windows that close, and figures that change after a report")
struct WindowClosingTests {
  private static func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  private static func ledger(_ show: LoggedShow) throws -> [String: Int64] {
    let rows = try show.read { tx in try ReasonLedger.of(tx) }
    return Dictionary(rows.map { ($0.reason, $0.lines) }, uniquingKeysWith: +)
  }

  private static func daily(_ show: LoggedShow) throws -> [Int64] {
    try show.read { tx in
      let episodes = try EpisodeStore(tx).list(of: nil).map(\.id)
      let days = try (Day(typed: "2026-06-01", for: "day"), Day(typed: "2026-06-30", for: "day"))
      return try DownloadStore(tx).daily(of: episodes, from: days.0, to: days.1).map(\.downloads)
    }
  }

  @Test(
    "a line on the last instant before its window closes counts, one on it is closed", arguments: TestDatabase.kinds)
  func boundary(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(TestDatabase(kind))
    let taken = try Self.instant("2026-06-12T08:00:00Z")
    try show.ingest([LoggedShow.line("85.1.1.1", "2026-06-10T10:00:00Z")], as: "a.log", now: taken)
    // The day's first ingest is later than its end, so 45 days are counted from there.
    let closes = taken.advanced(seconds: 45 * 86_400)
    try show.ingest(
      [LoggedShow.line("85.1.1.2", "2026-06-10T11:00:00Z")], as: "b.log",
      now: Instant(microseconds: closes.microseconds - 1))
    #expect(try Self.daily(show) == [2])
    try show.ingest(
      [
        LoggedShow.line("85.1.1.3", "2026-06-10T12:00:00Z"), LoggedShow.line("85.1.1.3", "2026-06-11T12:00:00Z"),
      ], as: "c.log", now: closes)
    // The eleventh was never heard of before, so its windows are open.
    #expect(try Self.daily(show) == [2, 1])
    #expect(try Self.ledger(show) == ["counted": 3, "closed": 1])
    let closed = try show.read { tx in try ClosedLineStore(tx).list(since: nil) }
    #expect(closed.map(\.lines) == [1] && closed.first?.file.hasSuffix("c.log") == true)
  }

  @Test("what is short of a download when its window closes is kept as lines alone", arguments: TestDatabase.kinds)
  func tallies(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(TestDatabase(kind))
    let taken = try Self.instant("2026-06-12T08:00:00Z")
    try show.ingest([LoggedShow.line("85.1.1.1", "2026-06-10T10:00:00Z", bytes: 10)], as: "a.log", now: taken)
    #expect(try Self.ledger(show) == ["threshold": 1])
    try show.ingest(
      [LoggedShow.line("85.1.1.1", "2026-06-10T10:01:00Z")], as: "b.log", now: taken.advanced(seconds: 46 * 86_400))
    #expect(try Self.ledger(show) == ["threshold": 1, "closed": 1])
    #expect(try Self.daily(show).isEmpty)
    let coverage: Int64? = try show.read { tx in
      try tx.first("SELECT count(*) AS rows FROM coverage WHERE tenant_id = \(tx.tenant)")?["rows"]
    }
    #expect(coverage == 0)
  }

  @Test("a recount leaves closed days as they are, and the ledger whole", arguments: TestDatabase.kinds)
  func recount(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(TestDatabase(kind))
    let taken = try Self.instant("2026-06-12T08:00:00Z")
    try show.ingest([LoggedShow.line("85.1.1.1", "2026-06-10T10:00:00Z")], as: "a.log", now: taken)
    let late = taken.advanced(seconds: 46 * 86_400)
    try show.ingest(
      [
        LoggedShow.line("85.1.1.2", "2026-06-10T10:00:00Z"), LoggedShow.line("85.1.1.2", "2026-06-11T10:00:00Z"),
        LoggedShow.line("85.1.1.2", "2026-06-11T10:00:00Z", agent: "Googlebot"),
      ], as: "b.log", now: late)
    let before = (try Self.ledger(show), try Self.daily(show))
    let ingest = LogIngest(
      tenant: try show.tenant(), keys: { try show.keys() }, lists: { try FilterLists.builtIn() },
      database: show.world.database, ids: show.ids, now: late, threads: 1)
    let recount = try ingest.again([])
    #expect(recount.settled == 1 && recount.entries.count == 1 && recount.changes.isEmpty)
    #expect(try Self.ledger(show) == before.0)
    #expect(try Self.daily(show) == before.1)
  }

  @Test("a recount of a file that is gone changes nothing and names it", arguments: TestDatabase.kinds)
  func gone(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(TestDatabase(kind))
    try show.ingest([LoggedShow.line("85.1.1.1", "2026-10-20T10:00:00Z")], as: "a.log")
    let kept = try show.ingest([LoggedShow.line("85.1.1.2", "2026-10-20T10:00:00Z")], as: "b.log")
    let before = try Self.ledger(show)
    try show.folder.write("other\n", to: "a.log")
    let ingest = LogIngest(
      tenant: try show.tenant(), keys: { try show.keys() }, lists: { try FilterLists.builtIn() },
      database: show.world.database, ids: show.ids, now: FixedTime.now, threads: 1)
    let error = #expect(throws: PodctlError.self) { try ingest.again([kept]) }
    #expect(error?.code == .contentChanged && error?.message.contains("a.log") == true)
    #expect(try Self.ledger(show) == before)
  }

  @Test("a figure that changes after a report of its day is a restatement", arguments: TestDatabase.kinds)
  func restatement(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(TestDatabase(kind))
    let world = show.world
    try world.addFlight(5, "first")
    try world.addSpot(20, flight: 5, episode: 10, airs: "2026-10-13")
    let line = LoggedShow.line("85.1.1.1", "2026-10-20T10:00:00Z")
    try show.ingest([line], as: "a.log", now: Self.instant("2026-10-21T00:00:00Z"))
    try world.database.write(for: world.tenant.id) { tx in
      try ReportStore(tx).insert(
        StoredReport(
          id: world.id(90), campaign: world.id(4),
          period: Day(typed: "2026-10-19", for: "day")...Day(typed: "2026-10-25", for: "day"), revision: 1,
          sha256: "x", figures: "{}", createdAt: Self.instant("2026-10-26T00:00:00Z")))
    }
    // The same line again, another listener's, and another episode's that no report has told.
    try show.ingest(
      [
        line, LoggedShow.line("85.1.1.2", "2026-10-20T11:00:00Z"),
        LoggedShow.line("85.1.1.2", "2026-10-20T11:00:00Z", episode: 11),
      ], as: "b.log", now: Self.instant("2026-10-27T00:00:00Z"))
    let found = try show.read { tx in try RestatementStore(tx).list(since: nil) }
    #expect(found.count == 1)
    #expect(found.first?.was == 1 && found.first?.became == 2 && found.first?.cause == .file)
    #expect(found.first?.file?.hasSuffix("b.log") == true)
    #expect(found.first?.reports.map(\.revision) == [1])
    #expect(found.first?.reports.map(\.campaign) == ["autumn"])
  }

  @Test("a file wants a recount when an episode's facts have changed, and not for a newer episode")
  func need() throws {
    let show = try LoggedShow(TestDatabase(.sqlite))
    try show.ingest([LoggedShow.line("85.1.1.1", "2026-10-20T10:00:00Z")], as: "a.log")
    func needs() throws -> [RecountNeed.Change] {
      try show.read { tx in
        try RecountNeed.files(of: show.tenant(), lists: .builtIn(), in: tx, now: FixedTime.now).flatMap(\.changes)
      }
    }
    #expect(try needs().isEmpty)
    try show.world.database.write(for: show.world.tenant.id) { tx in
      try tx.run("UPDATE episode_paths SET bytes = 900 WHERE tenant_id = \(tx.tenant)")
    }
    #expect(try needs() == [.episodes])
  }
}
