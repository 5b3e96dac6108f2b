import PodctlCore
import PodctlOperations
import PodctlRender

/// The columns of the attribution commands.
enum AttributionListings {
  static func imported(sponsor: Slug, file: String) -> Listing<ImportSummary> {
    Listing(
      schema: "podctl.attribution.import/1",
      [
        Column("import_id", "Import") { .text($0.importID.description) },
        Column("sponsor", "Sponsor") { _ in .text(sponsor.text) },
        Column("file", "File") { _ in .text(file) },
        Column("inserted", "Inserted", .trailing) { .integer($0.inserted) },
        Column("updated", "Updated", .trailing) { .integer($0.updated) },
        Column("unchanged", "Unchanged", .trailing) { .integer($0.unchanged) },
        Column("rejected", "Rejected", .trailing) { .integer($0.rejected) },
        Column("rejects_file", "Rejected rows") { .text($0.rejectsPath) },
      ])
  }

  static func run(sponsor: Slug) -> Listing<PodctlCore.AttributionRun> {
    Listing(
      schema: "podctl.attribution.run/1",
      [
        Column("sponsor", "Sponsor") { _ in .text(sponsor.text) },
        Column("window_days", "Window, days", .trailing) { .integer($0.window.days) },
        Column("from", "From") { .day($0.days?.lowerBound) },
        Column("to", "To") { .day($0.days?.upperBound) },
        Column("conversions", "Conversions", .trailing) { .integer($0.summary.conversions) },
        Column("attributed", "With touches", .trailing) { .integer($0.summary.attributed) },
        Column("unattributed", "Without", .trailing) { .integer($0.summary.unattributed) },
        Column("without_touch", "No touch in the window", .trailing) { .integer($0.summary.withoutTouch) },
        Column("without_household", "No address", .trailing) { .integer($0.summary.withoutHousehold) },
        Column("by_code", "By code (also above)", .trailing) { .integer($0.summary.byCode) },
        Column("unknown_codes", "Codes of no flight", .trailing) { .integer($0.summary.unknownCodes) },
        Column("touches", "Touches", .trailing) { .integer($0.summary.touches) },
        Column("run_at", "Run") { .instant($0.runAt) },
      ])
  }

  /// One row of a comparison, or its foot.
  struct Line {
    var flight: CreditedFlight?
    var airing: CreditedFlight.Airing?
    var currency: Currency?
    var household: [AttributionComparison.Figure]?
    var code: AttributionComparison.Figure?

    init(_ row: AttributionComparison.Row) {
      flight = row.flight
      airing = row.airing
      currency = row.currency
      household = row.household
      code = row.code
    }

    private init(totalOf rows: [AttributionComparison.Row]) {
      currency = rows.first?.currency
      household = AttributionModel.allCases.indices.map { model in
        Line.sum(rows.compactMap { $0.household?[model] }, currency)
      }
      let codes = rows.compactMap(\.code)
      code = codes.isEmpty ? nil : Line.sum(codes, currency)
    }

    /// The foot for each currency, in the rows' order.
    static func totals(of rows: [AttributionComparison.Row]) -> [Line] {
      var currencies: [Currency?] = []
      for row in rows where !currencies.contains(row.currency) { currencies.append(row.currency) }
      return currencies.map { currency in Line(totalOf: rows.filter { $0.currency == currency }) }
    }

    private static func sum(
      _ figures: [AttributionComparison.Figure], _ currency: Currency?
    ) -> AttributionComparison.Figure {
      AttributionComparison.Figure(
        hundredths: figures.reduce(0) { $0 + $1.hundredths },
        value: currency.map { Money(minor: figures.reduce(0) { $0 + ($1.value?.minor ?? 0) }, $0) })
    }
  }

  static func comparison(bySpot: Bool) -> Listing<Line> {
    var columns: [Column<Line>] = [
      Column("campaign", "Campaign") { .text($0.flight?.campaignSlug.text) },
      Column("flight", "Flight") { .text($0.flight?.slug.text ?? "total") },
      Column("spot", "Spot", inTable: false) { .text($0.airing?.spot.description) },
      Column("airs_on", "Aired", inTable: bySpot) { .day($0.airing?.airsOn) },
      Column("episode", "Episode", inTable: bySpot) { .text($0.airing?.episodeTitle) },
      Column("currency", "Currency", inTable: false) { .text($0.currency?.code) },
    ]
    for (index, model) in AttributionModel.allCases.enumerated() {
      columns.append(
        Column(model.field, model.title, .trailing) { line in count(line.household?[index]) })
      columns.append(
        Column(model.field + "_value", "Value", .trailing) { line in .money(line.household?[index].value) })
    }
    columns.append(Column("code", "By code", .trailing) { count($0.code) })
    columns.append(Column("code_value", "Value", .trailing) { .money($0.code?.value) })
    return Listing(schema: "podctl.attribution.compare/1", columns)
  }

  private static func count(_ figure: AttributionComparison.Figure?) -> FieldValue {
    figure.map { .decimal(units: $0.hundredths, digits: 2) } ?? .null
  }

  static let explanation = Listing<AttributionViews.Explained>(
    schema: "podctl.attribution.explain/1",
    [
      Column("order_id", "Order") { .text($0.explanation.conversion.orderID) },
      Column("conversion_id", "Conversion") { .text($0.explanation.conversion.id.description) },
      Column("occurred_at", "Occurred") { .instant($0.explanation.conversion.occurredAt) },
      Column("event", "Event") { .text($0.explanation.conversion.event) },
      Column("value", "Value") { .money($0.explanation.conversion.value) },
      Column("has_household", "Has an address") { .boolean($0.explanation.conversion.household != nil) },
      Column("window_days", "Window, days") { .integer($0.explanation.window.days) },
      Column("window_opens_at", "Window opens") { found in
        .instant(found.explanation.window.opening(before: found.explanation.conversion.occurredAt))
      },
      Column("promo_code", "Promo code") { .text($0.explanation.conversion.promoCode) },
      Column("code_flight", "Code credits") { found in
        .text(found.explanation.codeFlight.flatMap { id in found.flights.first { $0.id == id }?.slug.text })
      },
      Column("code_reason", "Why not by code") { .text(codeReason($0.explanation.code)) },
      Column("reason", "Why not by household") { .text($0.explanation.reason) },
      Column("agrees_with_run", "Agrees with the run") { .boolean($0.agreesWithRun) },
      Column("run_at", "Run") { .instant($0.run?.runAt) },
      Column("touches", "Touches", inTable: false) { .list(ExplainedTouch.all(of: $0).map(\.object)) },
    ])

  private static func codeReason(_ code: AttributionExplanation.Code) -> String? {
    switch code {
    case .credited: nil
    case .none: "the order has no code"
    case .unknown: "no flight of the sponsor has this code"
    case .early: "the code's first flight had not begun"
    }
  }

  /// The touches of an explanation, for people; JSON has them within it.
  static let touches = Listing<ExplainedTouch>(
    schema: "podctl.attribution.touch/1",
    [
      Column("at", "Touch") { .instant($0.line.touch.at) },
      Column("age", "Age", .trailing) { .text($0.age.description) },
      Column("flight", "Flight") { .text($0.flight?.slug.text) },
      Column("episode", "Episode") { .text($0.airing?.episodeTitle) },
    ]
      + AttributionModel.allCases.enumerated().map { index, model in
        Column(model.field, model.title, .trailing) { touch in .text(share(touch, index)) }
      })

  private static func share(_ touch: ExplainedTouch, _ model: Int) -> String {
    let points = touch.basisPoints[model]
    let cents = points % 100
    let percent = "\(points / 100).\(cents < 10 ? "0" : "")\(cents) %"
    return touch.value(model).map { "\(percent) \($0.decimal)" } ?? percent
  }
}
