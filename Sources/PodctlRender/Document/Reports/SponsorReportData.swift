import PodctlCore

/// A sponsor's report as data.
public enum SponsorReportData {
  public static let schema = "podctl.report.sponsor/2"

  /// The figures alone: what is stored, and by whose hash a revision is told from another.
  public static func figures(_ report: SponsorReport) -> FieldValue {
    let data = ReportFields(report: report)
    return .object([
      .init("through", .day(report.through)),
      .init("restatable", data.restatable),
      .init("summary", data.summary),
      .init("delivery", .list(report.groups.map(data.group))),
      .init("flights", .list(report.flights.map(data.flight))),
      .init("airings", .list(report.spots.map(data.airing))),
      .init("credit", data.credit),
    ])
  }

  static func data(_ page: SponsorReportPage) -> FieldValue {
    let report = page.report
    let verdict = page.document.masthead.verdict
    guard case .object(let figures) = figures(report) else { return .null }
    return .object(
      [
        .init("tenant", .text(report.tenantSlug.text)), .init("sponsor", .text(report.sponsorSlug.text)),
        .init("sponsor_name", .text(report.sponsorName)), .init("campaign", .text(report.campaignSlug.text)),
        .init("campaign_name", .text(report.campaignName)), .init("period_from", .day(report.period.start)),
        .init("period_to", .day(report.period.last)), .init("zone", .text(report.period.zone.identifier)),
        .init("currency", .text(report.currency.code)), .init("complete", .boolean(report.isComplete)),
        .init("compared_from", .day(report.before?.start)), .init("compared_to", .day(report.before?.last)),
        .init("data_through", .instant(report.dataThrough)), .init("final", .boolean(!report.isImmature)),
        .init("report_id", page.revision.isStored ? .text("\(page.revision.id)") : .null),
        .init("revision", page.revision.isStored ? .integer(page.revision.number) : .null),
        .init("verdict", .text(verdict?.word)), .init("verdict_text", .text(verdict?.sentence)),
      ] + figures + [
        .init("notes", .list(report.notes.map { .text(NoteText.of($0, report)) })),
        .init("upcoming", .list(report.upcoming.map(ReportFields.upcoming))),
        .init("method", ReportFields(report: report).method), .init("command", .text(page.command)),
      ])
  }
}

extension SponsorReportPage {
  /// The report as one thing with its fields, for JSON.
  public var listing: Listing<[FieldValue.Entry]> {
    guard case .object(let entries) = SponsorReportData.data(self) else { return Listing(schema: "", []) }
    return Listing(
      schema: SponsorReportData.schema,
      entries.enumerated().map { index, entry in Column(entry.name, entry.name) { $0[index].value } })
  }

  /// The fields' values, in the listing's order.
  public var entries: [FieldValue.Entry] {
    guard case .object(let entries) = SponsorReportData.data(self) else { return [] }
    return entries
  }

  /// The figures one a line, for CSV.
  public var lines: [ReportLine] { ReportLines(self).all }
}
