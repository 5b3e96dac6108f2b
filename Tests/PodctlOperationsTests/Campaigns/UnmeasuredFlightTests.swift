import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("what no log covers is unknown, and what a log covers without a download is zero") struct UnmeasuredFlightTests {
  /// A log's one line.
  struct Line: Sendable, CustomTestStringConvertible {
    var day: String
    var episode: UInt64 = 10
    var bytes = 1000
    var agent = "Overcast/3"
    /// What the flight has delivered by the end of October.
    var units: Int64?
    var testDescription: String { "\(episode) on \(day), \(bytes) bytes by \(agent)" }
  }

  private static let lines = [
    Line(day: "2026-10-06", units: 1),
    // Short of a download; a bot's; another episode of the show; before the spot aired.
    Line(day: "2026-10-06", bytes: 10, units: 0), Line(day: "2026-10-06", agent: "Googlebot/2.1", units: 0),
    Line(day: "2026-10-31", episode: 11, units: 0), Line(day: "2026-10-01", units: 0),
    // No day of the flight or its window; a path that is no episode's.
    Line(day: "2026-09-30", units: nil), Line(day: "2026-11-20", episode: 11, units: nil),
    Line(day: "2026-10-06", episode: 99, units: nil),
  ]

  private static func show(_ kind: TestDatabase.Kind, episodes: [UInt64] = [10, 11]) throws -> LoggedShow {
    let show = try LoggedShow(try TestDatabase(kind), episodes: episodes)
    try show.world.addFlight(5, "read")
    try show.world.addSpot(20, flight: 5, episode: 10, airs: "2026-10-05")
    return show
  }

  private static func ingest(_ line: Line, _ show: LoggedShow, as name: String = "a.log") throws {
    try show.ingest(
      [
        LoggedShow.line(
          "203.0.113.9", "\(line.day)T12:00:00Z", episode: line.episode, bytes: line.bytes, agent: line.agent)
      ],
      as: name, now: show.world.instant("2026-11-21T09:00:00Z"))
  }

  private static func delivery(_ show: LoggedShow, through day: String = "2026-10-31") throws -> FlightDelivery {
    try show.read { tx in
      let flight = try #require(try FlightStore(tx).find(show.world.id(5, Flight.self)))
      return try DeliveryLedger(tx).delivery(of: flight, through: show.world.day(day))
    }
  }

  @Test("a line of its show on one of its days measures a flight", arguments: TestDatabase.kinds, lines)
  func line(_ kind: TestDatabase.Kind, _ line: Line) throws {
    let show = try Self.show(kind)
    #expect(try Self.delivery(show).units == nil)
    try Self.ingest(line, show)
    let delivery = try Self.delivery(show)
    #expect(delivery.units == line.units && delivery.pacing == nil)
    #expect(delivery.figures == (line.units == nil ? nil : .counted))
    #expect(delivery.spots.map(\.units) == [line.units] && delivery.spots.map(\.firstSevenDays) == [line.units])
  }

  @Test(
    "a flight that has not begun has delivered nothing; until its first log it is unknown",
    arguments: TestDatabase.kinds)
  func begins(_ kind: TestDatabase.Kind) throws {
    let show = try Self.show(kind)
    try Self.ingest(Line(day: "2026-10-08", episode: 11), show)
    #expect(try Self.delivery(show, through: "2026-09-30").units == 0)
    #expect(try Self.delivery(show, through: "2026-10-01").units == nil)
    #expect(try Self.delivery(show, through: "2026-10-07").units == nil)
    #expect(try Self.delivery(show, through: "2026-10-08").units == 0)
  }

  @Test("another show's log says nothing of it, not even of bots", arguments: TestDatabase.kinds)
  func otherShow(_ kind: TestDatabase.Kind) throws {
    let show = try Self.show(kind, episodes: [10, 11, 12])
    try show.world.database.write(for: show.world.tenant.id) { tx in
      try tx.run(
        """
        INSERT INTO podcasts (tenant_id, podcast_id, slug, title, created_at, updated_at)
        VALUES (\(tx.tenant), \(show.world.id(30, Podcast.self)), \(try Slug("other")), \("Other" as String),
          \(FixedTime.now), \(FixedTime.now))
        """)
      try tx.run(
        """
        UPDATE episodes SET podcast_id = \(show.world.id(30, Podcast.self))
        WHERE tenant_id = \(tx.tenant) AND episode_id = \(show.world.id(12, Episode.self))
        """)
    }
    try Self.ingest(Line(day: "2026-10-06", episode: 12), show)
    try Self.ingest(Line(day: "2026-10-07", agent: "Googlebot/2.1"), show, as: "b.log")
    #expect(try Self.delivery(show).units == nil)
    try Self.ingest(Line(day: "2026-10-08", bytes: 10), show, as: "c.log")
    #expect(try Self.delivery(show).units == 0)
  }

  @Test(
    "a flight without spots has delivered nothing where there are logs, and is unknown where not",
    arguments: TestDatabase.kinds)
  func withoutSpots(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    try show.world.addFlight(5, "read")
    #expect(try Self.delivery(show).units == nil)
    try Self.ingest(Line(day: "2026-10-06"), show)
    #expect(try Self.delivery(show).units == 0)
  }

  /// A dynamic flight beside it, of whose days the first 27 are imported.
  private static func hostRead(_ kind: TestDatabase.Kind) throws -> LoggedShow {
    let show = try Self.show(kind)
    try show.world.addFlight(6, "dai", to: "2026-10-27", insertion: .dynamic)
    let (first, flight) = (try show.world.day("2026-10-01"), show.world.id(6, Flight.self))
    try show.world.database.write(for: show.world.tenant.id) { tx in
      let figures = (0..<27).map {
        (DeliveryFigure.Key(day: first.advanced(by: $0), flight: flight, episode: nil), 1900 as Int64)
      }
      try DeliveryStore(tx).supersede(
        Dictionary(figures) { $1 }, source: "host", importID: show.world.id(80), now: FixedTime.now)
      try FlightStore(tx).setDeliverySource("host", of: flight, now: FixedTime.now)
    }
    return show
  }

  private static func report(_ show: LoggedShow) throws -> SponsorReport {
    try show.read { tx in
      let month = try Period(month: "2026-10", zone: .utc)
      return try SponsorReporting(
        show.world.tenant, window: .standard, now: show.world.instant("2026-11-12T09:00:00Z"), in: tx
      ).report(try CampaignStore(tx).find("autumn"), month)
    }
  }

  @Test("one that no log covers cuts off no figures that were imported for others", arguments: TestDatabase.kinds)
  func cutsOffNothing(_ kind: TestDatabase.Kind) throws {
    let show = try Self.hostRead(kind)
    let report = try Self.report(show)
    #expect(report.flights.map(\.delivered) == [51_300, nil] && report.flights.map(\.inPeriod) == [51_300, nil])
    #expect(report.flights.map(\.spendMinor) == [128_250, nil] && report.summary.spendMinor.value == 128_250)
    #expect(report.mainGroup?.provenance == .imported && report.verdict == .withoutGoal)
    #expect(report.notes.contains(.notCounted(flight: "read")))
    #expect(report.summary.reach.value == nil)
    // With logs that measure it, both stand.
    try Self.ingest(Line(day: "2026-10-31", episode: 11), show)
    let measured = try Self.report(show)
    #expect(measured.flights.map(\.delivered) == [51_300, 0] && measured.isComplete)
    #expect(measured.unknownFlights == 0 && !measured.notes.contains(.notCounted(flight: "read")))
  }

  @Test("alone it has no verdict and no figure, with or without logs of another time", arguments: TestDatabase.kinds)
  func alone(_ kind: TestDatabase.Kind) throws {
    let show = try Self.show(kind)
    for line in [nil, Line(day: "2026-09-30")] {
      if let line { try Self.ingest(line, show) }
      let report = try Self.report(show)
      #expect(report.verdict == .unknown && report.mainGroup?.delivered == nil)
      #expect(report.flights.map(\.delivered) == [nil] && report.summary.spendMinor.value == nil)
      #expect(report.notes.contains(.notCounted(flight: "read")))
    }
  }

  @Test("pacing and check name it and rate it not", arguments: TestDatabase.kinds)
  func pacing(_ kind: TestDatabase.Kind) throws {
    let show = try Self.hostRead(kind)
    let survey = try show.read { tx in
      try PacingSurvey.of(
        CampaignStore(tx).all(), tenant: show.world.tenant, through: show.world.day("2026-10-31"), in: tx)
    }
    #expect(survey.uncounted.map(\.flight.slug.text) == ["read"])
    #expect(survey.offPace.allSatisfy { $0.flight.slug.text != "read" })
  }

  @Test("a host of a show without logs is told of no zero", arguments: TestDatabase.kinds)
  func host(_ kind: TestDatabase.Kind) throws {
    let show = try Self.show(kind)
    func downloads() throws -> Int64? {
      try show.read { tx in
        try CampaignReports.host(
          "show", of: show.world.tenant, Period(month: "2026-10", zone: .utc),
          now: show.world.instant("2026-11-12T09:00:00Z"), in: tx
        ).downloads.value
      }
    }
    #expect(try downloads() == nil)
    try Self.ingest(Line(day: "2026-10-06", bytes: 10), show)
    #expect(try downloads() == 0)
  }
}
