import PodctlCore

/// Writes a report as lines of single figures.
struct ReportLines {
  private(set) var all: [ReportLine] = []
  private let report: SponsorReport

  init(_ page: SponsorReportPage) {
    report = page.report
    head(page)
    summary()
    report.groups.forEach { group($0) }
    report.flights.forEach { flight($0) }
    report.spots.forEach { airing($0) }
    credit()
  }

  private mutating func add(
    _ section: String, _ figure: String, _ value: FieldValue, flight: Slug? = nil, day: Day? = nil,
    item: String? = nil, currency: Currency? = nil, provenance: Provenance? = nil
  ) {
    all.append(
      ReportLine(
        section: section, flight: flight?.text, day: day, item: item, figure: figure, value: value,
        currency: currency, provenance: provenance?.rawValue))
  }

  private func amount(_ minor: Int64?) -> FieldValue {
    minor.map { .decimal(units: $0, digits: report.currency.minorDigits) } ?? .null
  }

  private func hundredths(_ value: Int64?) -> FieldValue { value.map { .decimal(units: $0, digits: 2) } ?? .null }

  private mutating func head(_ page: SponsorReportPage) {
    add("report", "sponsor", .text(report.sponsorSlug.text))
    add("report", "campaign", .text(report.campaignSlug.text))
    add("report", "period_from", .day(report.period.start))
    add("report", "period_to", .day(report.period.last))
    add("report", "zone", .text(report.period.zone.identifier))
    add("report", "through", .day(report.through))
    add("report", "report_id", page.revision.isStored ? .text("\(page.revision.id)") : .null)
    add("report", "revision", page.revision.isStored ? .integer(page.revision.number) : .null)
  }

  private mutating func summary() {
    let summary = report.summary
    func both(_ name: String, _ figure: ReportFigure, _ write: (Int64?) -> FieldValue, currency: Currency? = nil) {
      add("summary", name, write(figure.value), currency: currency)
      add("summary", name + "_before", write(figure.before), currency: currency)
    }
    both("reach", summary.reach) { .integer($0) }
    both("frequency", summary.frequencyHundredths, hundredths)
    both("conversions", summary.conversionsHundredths, hundredths)
    both("redemptions", summary.redemptions) { .integer($0) }
    both("redeemed", summary.redeemedMinor, amount, currency: report.currency)
    both("spend", summary.spendMinor, amount, currency: report.currency)
    both("ecpm", summary.ecpmMinor, amount, currency: report.currency)
    both("revenue", summary.revenueMinor, amount, currency: report.currency)
    both("roas", summary.roasHundredths, hundredths)
    both("cpa", summary.cpaMinor, amount, currency: report.currency)
  }

  private mutating func group(_ group: DeliveryGroup) {
    let figures: [(String, Int64?)] = [
      ("delivered", group.delivered), ("goal", group.goal), ("expected", group.expected),
      ("in_period", group.inPeriod.value), ("in_period_before", group.inPeriod.before),
    ]
    for (name, value) in figures { add("delivery", name, .integer(value), provenance: group.figures) }
    add("delivery", "pacing", hundredths(group.pacingHundredths), provenance: group.figures)
    add("delivery", "projected", .integer(group.projected), provenance: .modelled)
    for point in group.days where report.period.contains(point.day) {
      add("day", "delivered", .integer(point.units), day: point.day, provenance: group.provenance)
    }
  }

  private mutating func flight(_ flight: FlightFigures) {
    let figures: [(String, FieldValue)] = [
      ("delivered", .integer(flight.delivered)), ("goal", .integer(flight.goal)),
      ("in_period", .integer(flight.inPeriod)), ("pacing", hundredths(flight.pacingHundredths)),
      ("redemptions", .integer(flight.redemptions)), ("conversions", hundredths(flight.conversionsHundredths)),
    ]
    for (name, value) in figures {
      add("flight", name, value, flight: flight.slug, item: flight.name, provenance: flight.provenance)
    }
    add(
      "flight", "projected", .integer(flight.projected), flight: flight.slug, item: flight.name, provenance: .modelled)
    for (name, minor) in [
      ("spend", flight.spendMinor), ("revenue", flight.revenueMinor), ("redeemed", flight.redeemedMinor),
    ] {
      add("flight", name, amount(minor), flight: flight.slug, item: flight.name, currency: report.currency)
    }
  }

  private mutating func airing(_ spot: SpotFigures) {
    let provenance = report.flights.first { $0.slug == spot.flight }?.provenance
    let item = spot.airing?.episode ?? spot.flightName
    let section = spot.airing == nil ? "whole_flight" : "airing"
    let day = spot.airing?.airsOn
    for (name, value) in [
      ("first_7_days", spot.firstSevenDays), ("window", spot.windowTotal), ("in_period", spot.inPeriod),
    ] where spot.airing != nil || name != "first_7_days" {
      add(section, name, .integer(value), flight: spot.flight, day: day, item: item, provenance: provenance)
    }
    add(section, "conversions", hundredths(spot.conversionsHundredths), flight: spot.flight, day: day, item: item)
    if spot.airing == nil {
      add(section, "redemptions", .integer(spot.redemptions), flight: spot.flight, item: item)
    }
    for (name, minor) in [("spend", spot.spendMinor), ("revenue", spot.revenueMinor)] {
      add(section, name, amount(minor), flight: spot.flight, day: day, item: item, currency: report.currency)
    }
  }

  private mutating func credit() {
    let models = AttributionModel.allCases
    for row in report.credit.rows {
      for (model, share) in zip(models, row.household ?? []) {
        add("credit", "conversions", hundredths(share.hundredths), flight: row.flight, item: model.rawValue)
        add(
          "credit", "revenue", amount(share.minor), flight: row.flight, item: model.rawValue,
          currency: report.currency)
      }
      if let code = row.code {
        add("credit", "conversions", hundredths(code.hundredths), flight: row.flight, item: "promo-code")
        add("credit", "revenue", amount(code.minor), flight: row.flight, item: "promo-code", currency: report.currency)
      }
    }
  }
}
