import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// What pacing and check show: the same survey, the same columns.
enum PacingListing {
  static func listing(_ schema: String) -> Listing<PacingSurvey.Line> {
    Listing(
      schema: schema,
      [
        Column("flight", "Flight") { .text("\($0.campaign.slug)/\($0.flight.slug)") },
        Column("campaign_status", "Status", inTable: false) { .text($0.campaign.status.rawValue) },
        Column("starts", "Starts") { .day($0.flight.startsOn) },
        Column("ends", "Ends") { .day($0.flight.endsOn) },
        Column("elapsed_days", "Day", .trailing) { .integer($0.pacing?.elapsedDays) },
        Column("flight_days", "Of", .trailing) { .integer($0.flight.dayCount) },
        Column("goal", "Goal", .trailing) { .integer($0.flight.goal) },
        Column("expected", "Expected", .trailing) { .integer($0.pacing?.expected) },
        Column("delivered", "Delivered", .trailing) { .integer($0.delivery.units) },
        Column("pacing", "Pacing", .trailing) { line in
          line.pacing.map { .decimal(units: $0.hundredths, digits: 2) } ?? .null
        },
        Column("verdict", "Verdict") { .text($0.pacing?.verdict.rawValue) },
        Column("projected", "Projected", .trailing, inTable: false) { .integer($0.pacing?.projected) },
        Column("provenance", "Figures") { .text($0.delivery.figures?.rawValue) },
        Column("source", "Source", inTable: false) { .text($0.delivery.source) },
        Column("through", "Through", inTable: false) { .day($0.delivery.through) },
      ])
  }

  /// Surveys one campaign, or all of the given statuses, through a day that has begun.
  static func survey(
    _ slug: String?, statuses: [Campaign.Status], through: String?, owner: TenantOption, in context: CommandContext
  ) throws -> PacingSurvey {
    let tenant = try context.tenant(owner)
    let whole = DeliveryLedger.lastWholeDay(at: context.now, in: tenant.zone)
    let day = try through.map { try Day(typed: $0, for: "--through") } ?? whole
    guard day <= whole else {
      throw PodctlError(
        .invalidDate, "\(day) is not over in \(tenant.zone)", hint: "the last day that is over is \(whole)")
    }
    let survey = try context.database().read(for: tenant.id) { tx in
      let campaigns = try slug.map { [try CampaignStore(tx).find($0)] } ?? CampaignStore(tx).all(statuses)
      return try PacingSurvey.of(campaigns, tenant: tenant, through: day, in: tx)
    }
    warn(survey, context.console)
    return survey
  }

  static func meta(_ survey: PacingSurvey) -> [FieldValue.Entry] {
    [.init("through", .day(survey.through)), .init("data_through", .day(survey.dataThrough))]
  }

  /// Counted figures cannot reach past the logs: pacing would look worse than it is.
  private static func warn(_ survey: PacingSurvey, _ console: Console) {
    if let data = survey.dataThrough, data < survey.through,
      survey.lines.contains(where: { $0.delivery.figures == .counted })
    {
      console.warn("the logs reach to \(data) and the figures count through \(survey.through): ingest the missing logs")
    }
    let names = survey.uncounted.map { "\($0.campaign.slug)/\($0.flight.slug)" }
    guard !names.isEmpty else { return }
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
    console.warn("no log of the show covers any day of \(shown), so that nobody knows what was delivered")
  }
}
