import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("downloads and listeners as they are shown")
struct AudienceTests {
  private func days(_ first: String, _ last: String) throws -> ClosedRange<Day> {
    try #require(Day(first))...(try #require(Day(last)))
  }

  /// One address listens on Monday, Tuesday and the next Monday; another on Tuesday to two episodes with two players.
  private func show(_ kind: TestDatabase.Kind) throws -> LoggedShow {
    let show = try LoggedShow(try TestDatabase(kind))
    try show.ingest([
      LoggedShow.line("192.0.2.7", "2026-10-05T10:00:00Z"), LoggedShow.line("192.0.2.7", "2026-10-06T10:00:00Z"),
      LoggedShow.line("192.0.2.7", "2026-10-12T10:00:00Z"), LoggedShow.line("192.0.2.8", "2026-10-06T11:00:00Z"),
      LoggedShow.line("192.0.2.8", "2026-10-06T12:00:00Z", episode: 11),
      LoggedShow.line("192.0.2.8", "2026-10-06T12:00:00Z", episode: 11, agent: "AntennaPod/3.4"),
    ])
    return show
  }

  private func listeners(
    _ show: LoggedShow, _ unit: CalendarUnit, _ days: ClosedRange<Day>, limit: Int64 = AudienceFigure.exactLimit
  ) throws -> [AudienceFigure] {
    try show.readWithTenant { tx, tenant in
      try AudienceSurvey(tx, of: nil, tenant: tenant, days: days, exactLimit: limit).rows(by: unit)
        .map(\.counted)
    }
  }

  @Test("a listener counts once in each row, so that rows do not add up", arguments: TestDatabase.kinds)
  func distinct(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    let days = try days("2026-10-05", "2026-10-12")
    #expect(try listeners(show, .day, days).map(\.listeners) == [1, 3, 0, 0, 0, 0, 0, 1])
    #expect(try listeners(show, .week, days).map(\.listeners) == [3, 1])
    #expect(try listeners(show, .month, days) == [AudienceFigure(3, .exact)])
    let apps = try show.readWithTenant { tx, tenant in
      try AudienceSurvey(tx, of: nil, tenant: tenant, days: days).rows(by: DownloadDimension.app)
    }
    #expect(apps.map(\.value) == ["Overcast", "AntennaPod"])
    #expect(apps.map(\.counted.listeners) == [2, 1])
  }

  @Test(
    "more keys than are compared are estimated with their error, unless they turn out to be few",
    arguments: TestDatabase.kinds)
  func estimated(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    let days = try days("2026-10-05", "2026-10-12")
    let figure = try #require(try listeners(show, .month, days, limit: 2).first)
    #expect(figure == AudienceFigure(3, .estimate))
    // 2 × 1.04 ÷ √65,536 is 0.81 %.
    #expect(figure.errorBasisPoints == 82)
    // Six downloads are more than five, but the three keys behind them are not.
    #expect(try listeners(show, .month, days, limit: 5) == [AudienceFigure(3, .exact)])
  }

  @Test("a row over a new secret says that it is an upper bound", arguments: TestDatabase.kinds)
  func rotated(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    let now = try #require(Instant("2026-10-05T12:00:00Z"))
    _ = try SecretRotation.rotate(
      show.tenant(), from: nil, breaksWindows: false, in: show.world.database, secrets: show.secrets, seed: nil,
      now: now)
    try show.ingest([
      LoggedShow.line("192.0.2.7", "2026-10-05T10:00:00Z"), LoggedShow.line("192.0.2.7", "2026-10-06T10:00:00Z"),
    ])
    let days = try days("2026-10-05", "2026-10-06")
    #expect(try listeners(show, .week, days) == [AudienceFigure(2, .upperBound)])
    #expect(try listeners(show, .day, days) == [AudienceFigure(1, .exact), AudienceFigure(1, .exact)])
  }

  @Test("downloads by day and by app agree with what was ingested", arguments: TestDatabase.kinds)
  func downloads(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    try show.read { tx in
      let store = DownloadFigureStore(tx)
      let days = try #require(try store.days(of: nil))
      #expect(try days == self.days("2026-10-05", "2026-10-12"))
      let scope = DownloadScope(podcast: nil, days: days)
      #expect(try store.byDay(scope).values.reduce(0) { $0 + $1.counted } == 6)
      #expect(try store.by(.app, scope) == ["Overcast": .init(counted: 5), "AntennaPod": .init(counted: 1)])
      #expect(try store.by(.country, scope) == [nil: .init(counted: 6)])
      let other = DownloadScope(podcast: show.world.id(99), days: days)
      #expect(try store.byDay(other).isEmpty)
    }
  }
}
