import PodctlCore
import PodctlTestSupport
import Testing

@Suite("a flight that nobody has counted is no zero") struct UnknownDeliveryTests {
  private static func flight(
    _ number: UInt64, _ insertion: Flight.Insertion = .bakedIn, from first: String = "2026-09-01",
    to last: String = "2026-09-30", goal: Int64? = 1000
  ) throws -> Flight {
    var flight = try Flight.sample(slug: "f\(number)", from: first, to: last, insertion: insertion, number: number)
    flight.goal = goal
    return flight
  }

  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func counted(_ flight: Flight, _ units: Int64, through: String) throws -> FlightDelivery {
    FlightDelivery(
      flight: flight, through: try day(through), provenance: .counted, source: nil,
      days: units == 0 ? [] : [.init(day: flight.startsOn, units: units)], spots: [], units: units)
  }

  private static func unknown(_ flight: Flight, through: String = "2026-09-15") throws -> FlightDelivery {
    .unknown(flight, spots: [], through: try day(through))
  }

  private static func groups(_ deliveries: [FlightDelivery], asOf: String = "2026-09-15") throws -> [DeliveryGroup] {
    let days = try day("2026-09-01")...(try day(asOf))
    return DeliveryGroup.all(of: deliveries, asOf: try day(asOf), inPeriod: days, before: days)
  }

  @Test("its goal is in no share, no projection and no verdict of the flights that are known")
  func beside() throws {
    let known = try Self.counted(Self.flight(1), 500, through: "2026-09-15")
    let alone = try #require(try Self.groups([known]).first)
    var beside = try #require(try Self.groups([known, Self.unknown(Self.flight(2, goal: 80_000))]).first)
    #expect(beside.unknownFlights == 1 && !beside.isUnknown && beside.figures == .counted)
    #expect(beside.goal == 1000 && beside.reachedPerMille == 500 && beside.projected == 1000)
    #expect(ReportVerdict.of(beside, through: try Self.day("2026-09-15")) == .onPace)
    beside.unknownFlights = 0
    #expect(beside == alone)
  }

  @Test("a silent dynamic flight counts as little against the others")
  func silentDynamic() throws {
    let known = FlightDelivery.imported(
      try Self.flight(1, .dynamic), spots: [], figures: [nil: [.init(day: try Self.day("2026-09-02"), units: 1000)]],
      through: try Self.day("2026-09-30"))
    let silent = FlightDelivery.imported(
      try Self.flight(2, .dynamic), spots: [], figures: nil, through: try Self.day("2026-09-30"))
    let group = try #require(try Self.groups([known, silent], asOf: "2026-09-30").first)
    #expect(group.goal == 1000 && group.unknownFlights == 1)
    #expect(ReportVerdict.of(group, through: try Self.day("2026-09-30")) == .reached)
  }

  @Test("alone it has no figure, no provenance and no verdict, wherever the data ends")
  func alone() throws {
    for through in ["2026-08-31", "2026-09-15", "2026-09-30"] {
      let group = try #require(
        try Self.groups([Self.unknown(Self.flight(1), through: through)], asOf: "2026-09-30").first)
      #expect(group.isUnknown && group.figures == nil && group.goal == 1000)
      let figures = [
        group.delivered, group.towardGoal, group.expected, group.projected, group.inPeriod.value, group.inPeriod.before,
        group.pacingHundredths, group.reachedPerMille,
      ]
      #expect(figures.allSatisfy { $0 == nil } && group.days.isEmpty)
      #expect(ReportVerdict.of(group, through: try Self.day(through)) == .unknown)
    }
  }

  @Test("beside one that is to come it is still unknown, and one that is to come is not")
  func toCome() throws {
    let later = try Self.flight(2, from: "2026-11-01", to: "2026-11-30")
    let both = try #require(
      try Self.groups([Self.unknown(Self.flight(1)), Self.counted(later, 0, through: "2026-09-15")]).first)
    #expect(both.isUnknown && both.delivered == nil)
    let only = try #require(try Self.groups([Self.counted(later, 0, through: "2026-09-15")]).first)
    #expect(!only.isUnknown && only.delivered == 0)
    #expect(ReportVerdict.of(only, through: try Self.day("2026-09-15")) == .notBegun(startsOn: later.startsOn))
    // The goal of a dynamic flight that is to come is still to be reached.
    let dynamic = FlightDelivery.imported(
      try Self.flight(3, .dynamic, from: "2026-11-01", to: "2026-11-30"), spots: [], figures: nil,
      through: try Self.day("2026-09-15"))
    let now = FlightDelivery.imported(
      try Self.flight(4, .dynamic), spots: [], figures: [nil: [.init(day: try Self.day("2026-09-02"), units: 500)]],
      through: try Self.day("2026-09-15"))
    let group = try #require(try Self.groups([now, dynamic]).first)
    #expect(group.goal == 2000 && group.unknownFlights == 0 && group.projected == 2000)
  }

  @Test("a report leaves it out of every sum, says so, and speaks of the flights that are known")
  func report() throws {
    var input = try SampleReports.input()
    let without = try SponsorReport(input)
    let flight = try SampleReports.flight(9, "fern-read", "Fern read", .bakedIn, .cpm, goal: 80_000, code: "FERN")
    input.deliveries.append(.unknown(flight, spots: [], through: input.through))
    let report = try SponsorReport(input)
    #expect(report.unknownFlights == 1 && report.verdict == without.verdict)
    #expect(report.groups[0].delivered == without.groups[0].delivered)
    #expect(report.summary.spendMinor.value == without.summary.spendMinor.value)
    #expect(report.summary.conversionsHundredths.value == without.summary.conversionsHundredths.value)
    #expect(report.summary.roasHundredths.value == nil && without.summary.roasHundredths.value != nil)
    #expect(
      report.notes.contains(.notCounted(flight: "Fern read"))
        && !without.notes.contains(.notCounted(flight: "Fern read")))
    let figures = try #require(report.flights.last)
    #expect(figures.delivered == nil && figures.inPeriod == nil && figures.spendMinor == nil)
    #expect(figures.provenance == nil && figures.conversionsHundredths == nil && figures.redemptions == 0)
    #expect(report.restatable[.delivered] == without.restatable[.delivered])
  }

  @Test("a portfolio adds up what is known, and counts what is not")
  func portfolio() throws {
    let known = try SampleReports.weekly()
    var input = try SampleReports.input()
    let flight = try SampleReports.flight(9, "fern-read", "Fern read", .bakedIn, .cpm, goal: 80_000, code: nil)
    input.deliveries = [.unknown(flight, spots: [], through: input.through)]
    var other = try SponsorReport(input)
    other.campaignSlug = try Slug("fern-sep")
    var tenant = try TenantFixture.tenant("harbour", ids: CountingIdentifiers())
    tenant.name = known.tenantName
    func line(_ reports: [SponsorReport]) throws -> PortfolioReport.Line {
      try #require(PortfolioReport(TenantDigest(tenant: tenant, period: known.period, reports: reports)).lines.first)
    }
    #expect(try line([known, other]).counted == known.groups[0].inPeriod.value)
    #expect(try line([known, other]).unknownFlights == 1)
    #expect(try line([other]).counted == nil)
    #expect(
      TenantDigest(tenant: tenant, period: known.period, reports: [known, other]).reports.first?.campaignSlug.text
        == "fern-sep")
  }
}
