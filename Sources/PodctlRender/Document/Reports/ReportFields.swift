import PodctlCore

/// The parts of a sponsor's report as fields of JSON.
struct ReportFields {
  let report: SponsorReport

  private func money(_ minor: Int64?) -> FieldValue { .money(minor.map { Money(minor: $0, report.currency) }) }
  private func hundredths(_ value: Int64?) -> FieldValue { value.map { .decimal(units: $0, digits: 2) } ?? .null }

  /// Headline figures as whole numbers, which a later revision is compared with.
  var restatable: FieldValue {
    let figures = report.restatable
    return .object(Restatement.Figure.allCases.map { .init($0.rawValue, .integer(figures[$0])) })
  }

  var summary: FieldValue {
    let summary = report.summary
    func both(_ figure: ReportFigure, _ write: (Int64?) -> FieldValue) -> FieldValue {
      .object([.init("value", write(figure.value)), .init("before", write(figure.before))])
    }
    return .object([
      .init("reach", both(summary.reach) { .integer($0) }),
      .init("frequency", both(summary.frequencyHundredths, hundredths)),
      .init("conversions", both(summary.conversionsHundredths, hundredths)),
      .init("redemptions", both(summary.redemptions) { .integer($0) }),
      .init("redeemed", both(summary.redeemedMinor, money)), .init("spend", both(summary.spendMinor, money)),
      .init("ecpm", both(summary.ecpmMinor, money)), .init("revenue", both(summary.revenueMinor, money)),
      .init("roas", both(summary.roasHundredths, hundredths)), .init("cpa", both(summary.cpaMinor, money)),
    ])
  }

  func group(_ group: DeliveryGroup) -> FieldValue {
    .object([
      .init("provenance", .text(group.figures?.rawValue)),
      .init("sources", .list(group.sources.map { .text($0) })), .init("delivered", .integer(group.delivered)),
      .init("goal", .integer(group.goal)), .init("expected", .integer(group.expected)),
      .init("pacing", hundredths(group.pacingHundredths)), .init("projected", .integer(group.projected)),
      .init("in_period", .integer(group.inPeriod.value)), .init("in_period_before", .integer(group.inPeriod.before)),
      .init(
        "days",
        .list(
          group.days.map { .object([.init("day", .day($0.day)), .init("units", .integer($0.units))]) })),
    ])
  }

  func flight(_ flight: FlightFigures) -> FieldValue {
    .object([
      .init("flight", .text(flight.slug.text)), .init("name", .text(flight.name)),
      .init("position", .text(flight.position.rawValue)), .init("insertion", .text(flight.insertion.rawValue)),
      .init("provenance", .text(flight.provenance?.rawValue)), .init("source", .text(flight.source)),
      .init("starts_on", .day(flight.startsOn)), .init("ends_on", .day(flight.endsOn)),
      .init("goal", .integer(flight.goal)), .init("delivered", .integer(flight.delivered)),
      .init("in_period", .integer(flight.inPeriod)), .init("pacing", hundredths(flight.pacingHundredths)),
      .init("projected", .integer(flight.projected)), .init("price_model", .text(flight.priceModel.rawValue)),
      .init("rate", money(flight.rateMinor)), .init("spend", money(flight.spendMinor)),
      .init("promo_code", .text(flight.promoCode)), .init("redemptions", .integer(flight.redemptions)),
      .init("redeemed", money(flight.redeemedMinor)), .init("conversions", hundredths(flight.conversionsHundredths)),
      .init("revenue", money(flight.revenueMinor)),
    ])
  }

  func airing(_ spot: SpotFigures) -> FieldValue {
    .object([
      .init("flight", .text(spot.flight.text)), .init("airs_on", .day(spot.airing?.airsOn)),
      .init("episode", .text(spot.airing?.episode)), .init("podcast", .text(spot.airing?.podcast)),
      .init("position", .text(spot.position.rawValue)), .init("first_7_days", .integer(spot.firstSevenDays)),
      .init("window", .integer(spot.windowTotal)), .init("window_ends_on", .day(spot.airing?.windowEndsOn)),
      .init("in_period", .integer(spot.inPeriod)), .init("conversions", hundredths(spot.conversionsHundredths)),
      .init("redemptions", .integer(spot.redemptions)), .init("spend", money(spot.spendMinor)),
      .init("revenue", money(spot.revenueMinor)),
    ])
  }

  var credit: FieldValue {
    let models = AttributionModel.allCases
    func share(_ share: CreditFigures.Share?) -> FieldValue {
      guard let share else { return .null }
      return .object([.init("conversions", hundredths(share.hundredths)), .init("revenue", money(share.minor))])
    }
    func household(_ shares: [CreditFigures.Share]?) -> FieldValue {
      guard let shares else { return .null }
      return .object(zip(models, shares).map { .init($0.field, share($1)) })
    }
    return .object([
      .init("window_days", .integer(report.credit.windowDays)),
      .init(
        "rows",
        .list(
          report.credit.rows.map { row in
            .object([
              .init("flight", .text(row.flight?.text)), .init("name", .text(row.name)),
              .init("household", household(row.household)), .init("promo_code", .text(row.promoCode)),
              .init("code", share(row.code)),
            ])
          })),
      .init("household_total", report.credit.totals.isEmpty ? .null : household(report.credit.totals)),
    ])
  }

  static func upcoming(_ spot: UpcomingSpot) -> FieldValue {
    .object([
      .init("airs_on", .day(spot.airsOn)), .init("flight", .text(spot.flightName)),
      .init("position", .text(spot.position.rawValue)), .init("episode", .text(spot.episode)),
      .init("podcast", .text(spot.podcast)),
    ])
  }

  var method: FieldValue {
    let method = report.method
    return .object([
      .init("rules", .list(method.rules.map { .text($0) })), .init("lists", .list(method.lists.map { .text($0) })),
      .init("delivery_window_days", .list(method.windowDays.map { .integer($0) })),
      .init("attribution_window_days", .integer(method.attributionDays)), .init("model", .text(method.model.rawValue)),
      .init("statement", .text(method.claim.standing)),
    ])
  }
}
