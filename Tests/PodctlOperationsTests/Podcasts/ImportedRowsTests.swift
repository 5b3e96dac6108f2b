import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Rows that others have counted, from a log to a report")
struct ImportedRowsTests {
  private static func op3(_ audience: String, _ at: String, agent: String = "Castro", bot: String = "") -> String {
    let url = "https://op3.dev/e/cdn.example/10.mp3"
    let cells = [at, url, audience, "s1", "e1", "h", "app", agent, "", "", "", "", bot, "DE", "", "", "", "", ""]
    return cells.joined(separator: "\t")
  }

  private static let op3Header =
    "time\turl\taudienceId\tshowUuid\tepisodeId\thashedIpAddress\tagentType\tagentName\tdeviceType\tdeviceName"
    + "\treferrerType\treferrerName\tbotType\tcountryCode\tcontinentCode\tregionCode\tregionName\ttimezone\tmetroCode"

  private static func megaphone(_ id: String, episode: String, _ address: String, bad: Bool = false) -> String {
    #"{"id":"\#(id)","created_at":"2026-10-20 12:00:00 UTC","podcast_id":"p","episode_id":"\#(episode)","#
      + #""ip":"\#(address)","user_agent":"Overcast/3","blacklisted_ip":\#(bad),"blacklisted_ua":false,"country":"FR"}"#
  }

  /// Two counted downloads by one listener's own log, three of OP3's by two listeners, and one of Megaphone's.
  private func show(_ kind: TestDatabase.Kind) throws -> LoggedShow {
    let show = try LoggedShow(try TestDatabase(kind))
    try show.world.addFlight(5, "mid")
    try show.world.addSpot(20, flight: 5, episode: 10, airs: "2026-10-19")
    try show.ingest([
      LoggedShow.line("192.0.2.7", "2026-10-20T10:00:00Z"), LoggedShow.line("192.0.2.7", "2026-10-21T10:00:00Z"),
    ])
    try show.ingest(
      [
        Self.op3Header, Self.op3("a1", "2026-10-20T10:00:00.000Z"), Self.op3("a1", "2026-10-20T11:00:00.000Z"),
        Self.op3("a2", "2026-10-20T10:00:00.000Z"), Self.op3("a1", "2026-10-21T10:00:00.000Z"),
        Self.op3("a3", "2026-10-20T10:00:00.000Z", bot: "unknown-bot"),
      ], as: "op3.tsv")
    try show.ingest(
      [
        Self.megaphone("m1", episode: "guid-10", "192.0.2.7"),
        Self.megaphone("m2", episode: "guid-10", "192.0.2.9", bad: true),
        Self.megaphone("m3", episode: "another", "192.0.2.9"),
      ], as: "megaphone.json")
    return show
  }

  private func scope() throws -> DownloadScope {
    DownloadScope(podcast: nil, days: try #require(Day("2026-10-20"))...(try #require(Day("2026-10-21"))))
  }

  @Test("are downloads beside the counted ones, never added to them", arguments: TestDatabase.kinds)
  func downloads(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    let scope = try scope()
    try show.readWithTenant { tx, tenant in
      let store = DownloadFigureStore(tx)
      #expect(
        try store.byDay(scope) == [
          scope.days.lowerBound: .init(counted: 1, imported: 3), scope.days.upperBound: .init(counted: 1, imported: 1),
        ])
      #expect(try store.byEpisode(scope) == [show.world.id(10): .init(counted: 2, imported: 4)])
      #expect(
        try store.by(.country, scope) == [
          nil: .init(counted: 2), "DE": .init(imported: 3), "FR": .init(imported: 1),
        ])
      #expect(
        try store.by(.app, scope) == ["Overcast": .init(counted: 2, imported: 1), "Castro": .init(imported: 3)])
      let survey = try AudienceSurvey(tx, of: nil, tenant: tenant, days: scope.days)
      let week = try #require(try survey.rows(by: .week).first)
      // a1 on both days is one listener of OP3's; the address that Megaphone names is another key than the counted one.
      #expect(week.counted.listeners == 1 && week.imported == 3)
      let ledger = try Dictionary(uniqueKeysWithValues: ReasonLedger.of(tx).map { ($0.reason, $0.lines) })
      #expect(ledger == ["counted": 6, "duplicate": 1, "bot": 1, "datacenter": 1, "unknown-path": 1])
      #expect(try IngestedFileStore(tx).all().map(\.provenance).filter { $0 == .imported }.count == 0)
    }
  }

  @Test("do not reach a sponsor's report of baked-in spots", arguments: TestDatabase.kinds)
  func report(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    try show.readWithTenant { tx, tenant in
      let campaign = try CampaignStore(tx).find("autumn")
      let week = try Period(week: "2026-W43", zone: tenant.zone)
      let now = try #require(Instant("2026-10-27T09:00:00Z"))
      let report = try SponsorReporting(tenant, window: .standard, now: now, in: tx).report(campaign, week)
      #expect(report.groups.map(\.provenance) == [.counted] && report.groups.first?.delivered == 2)
      #expect(report.summary.reach.value == 1)
    }
  }

  @Test("are counted again to what they were", arguments: TestDatabase.kinds)
  func again(_ kind: TestDatabase.Kind) throws {
    let show = try show(kind)
    let tenant = try show.tenant()
    let before = try show.read { tx in try ReasonLedger.of(tx) }
    let recount = try LogIngest(
      tenant: tenant, keys: { try show.keys() }, lists: { try FilterLists.builtIn() }, database: show.world.database,
      ids: show.ids, now: FixedTime.now, threads: 2
    ).again([])
    #expect(recount.changes.isEmpty && recount.entries.count == 3)
    #expect(try show.read { tx in try ReasonLedger.of(tx) } == before)
  }
}
