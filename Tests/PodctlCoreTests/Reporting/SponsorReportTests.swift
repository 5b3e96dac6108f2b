import PodctlCore
import PodctlTestSupport
import Testing

@Suite("sponsor report figures") struct SponsorReportTests {
  private let figures: [(String, @Sendable (SpotFigures) -> Int64?, @Sendable (SponsorReport) -> Int64?)] = [
    ("in period", \.inPeriod, { $0.groups.reduce(0) { $0 + ($1.inPeriod.value ?? 0) } }),
    ("window", \.windowTotal, { $0.groups.reduce(0) { $0 + ($1.delivered ?? 0) } }),
    ("conversions", \.conversionsHundredths, { $0.summary.conversionsHundredths.value }),
    ("redemptions", \.redemptions, { $0.summary.redemptions.value }),
    ("spend", \.spendMinor, { $0.summary.spendMinor.value }),
    ("revenue", \.revenueMinor, { $0.summary.revenueMinor.value }),
  ]

  @Test("printed rows add up to the headline, whatever the price", arguments: Flight.PriceModel.allCases)
  func rowsAddUp(_ price: Flight.PriceModel) throws {
    for percent: Int64 in [13, 71, 100, 187] {
      let report = try SampleReports.weekly(downloads: percent, dynamic: .imported, price: price)
      for (name, row, headline) in figures {
        #expect(report.total(row) == headline(report), "\(name) at \(percent) %, \(price)")
      }
    }
  }

  @Test("every model gives the same total")
  func totals() throws {
    let credit = try SampleReports.weekly().credit
    #expect(credit.totals.count == AttributionModel.allCases.count)
    #expect(Set(credit.totals).count == 1)
    #expect(credit.totals.first?.hundredths == 1800)
  }

  @Test("weeks of spend add up to what the whole owes")
  func spend() throws {
    let report = try SampleReports.weekly()
    // 2,151 downloads of the week at 25.00 a thousand, between two roundings of the sum.
    #expect(report.groups[0].inPeriod.value == 2151)
    #expect(report.summary.spendMinor.value == 5377)
  }

  @Test("a spot is paid for in the period of its air date alone, also on the eve of the next")
  func spendOnTheEve() throws {
    var input = try SampleReports.input(price: .spot)
    let flight = input.deliveries[0].flight
    // The period is Monday the 19th to Sunday the 25th of October; the one before ends on the 18th.
    let spots = ["2026-10-11", "2026-10-18", "2026-10-19", "2026-10-25", "2026-10-26"].enumerated().map { place, day in
      Spot(
        id: Identifier(high: 7, low: UInt64(place)), flight: flight.id,
        episode: Identifier(high: 8, low: UInt64(place)), airsOn: Day(day) ?? Day(number: 0), status: .aired,
        airedAt: SampleReports.made, note: nil, createdAt: SampleReports.made)
    }
    input.deliveries[0] = .counted(flight, spots: spots, downloads: [:], through: input.through)
    let spend = try SponsorReport(input).summary.spendMinor
    #expect(spend == ReportFigure(2 * flight.rateMinor, before: flight.rateMinor))
  }

  @Test("an open week is not compared with a full one")
  func open() throws {
    let report = try SampleReports.weekly(through: "2026-10-24")
    #expect(!report.isComplete)
    #expect(report.before == nil)
    #expect(report.summary.reach.before == nil)
    #expect(report.notes.contains(.incomplete(through: Day("2026-10-24"))))
  }

  @Test("counted and imported delivery stay apart")
  func apart() throws {
    let report = try SampleReports.weekly(dynamic: .imported)
    #expect(report.groups.map(\.provenance) == [.counted, .imported])
    #expect(report.groups[1].inPeriod.value == 679)
    #expect(report.summary.ecpmMinor.value == nil)
    #expect(report.groups[0] == (try SampleReports.weekly().groups[0]))
  }

  @Test("what is unknown is nil, and what is known of other flights stands")
  func unknown() throws {
    let report = try SampleReports.weekly(isAttributed: false, dynamic: .silent)
    #expect(report.groups[1].delivered == nil)
    #expect(report.summary.conversionsHundredths.value == nil)
    #expect(report.summary.revenueMinor.value == nil)
    #expect(report.flights.map(\.spendMinor) == [5377, nil])
    #expect(report.summary.spendMinor.value == 5377 && report.unknownFlights == 1)
    #expect(report.summary.ecpmMinor.value == nil && report.summary.roasHundredths.value == nil)
    #expect(report.notes.contains(.notImported(flight: "Autumn dynamic")))
  }
}
