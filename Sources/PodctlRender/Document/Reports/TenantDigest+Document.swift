import PodctlCore

extension TenantDigest {
  /// The digest as a document.
  public func document(command: String) -> Document {
    let span = DateText.range(period.start, period.last)
    let off = offPace
    let names = off.map(\.campaignName).joined(separator: ", ")
    return Document(
      title: "\(tenantName), \(span)",
      masthead: Document.Masthead(
        kicker: "Digest of all campaigns", heading: tenantName, subheading: span,
        facts: [
          Document.Fact("Period", "\(period.start) to \(period.last)"),
          Document.Fact("Time zone", period.zone.identifier),
          Document.Fact("Campaigns", "\(reports.count)"), Document.Fact("Contact", contact ?? FigureText.unknown),
        ],
        verdict: Document.Verdict(
          tone: off.isEmpty ? .good : .caution, word: off.isEmpty ? "All on pace" : "\(off.count) to look at",
          sentence: off.isEmpty ? "No campaign is under 0.8 or over 1.2 of its pace." : "\(names).")),
      sections: [
        Document.Section(
          id: "campaigns", title: "Campaigns, worst pacing first",
          blocks: reports.isEmpty
            ? [.paragraph("No campaign ran in this \(period.noun).")] : [.table(campaigns)]),
        Document.Section(
          id: "method", title: "Method",
          blocks: [
            .paragraph(
              "Each line is the campaign's own sponsor report of the same days. Counted and imported delivery are never "
                + "added, and reach is never summed. Money of different currencies is not added up."),
            .command(command),
          ]),
      ],
      footer: [claim.sentences] + (isDemo ? ["Demo data."] : []))
  }

  private var campaigns: DocumentTable {
    DocumentTable(
      caption: "",
      columns: [
        .init("Campaign"), .init("Standing"), .init("Delivered", isFigure: true), .init("Goal", isFigure: true),
        .init("Pacing", isFigure: true), .init("This \(period.noun)", isFigure: true), .init("Conv.", isFigure: true),
        .init("Spend", isFigure: true), .init("Revenue", isFigure: true),
      ],
      rows: reports.flatMap(rows))
  }

  /// One row for each way in which the campaign's delivery came about; what belongs to all stands in the first.
  private func rows(_ report: SponsorReport) -> [[DocumentTable.Cell]] {
    report.groups.enumerated().map { index, group in
      let verdict = VerdictText.head(ReportVerdict.of(group, through: report.through)).1
      let isFirst = index == 0
      return [
        DocumentTable.Cell(report.campaignName, detail: "\(report.sponsorName), \(Self.kind(of: group))"),
        .init(verdict), .init(FigureText.units(group.delivered)), .init(FigureText.units(group.goal)),
        .init(FigureText.ratio(group.pacingHundredths)), .init(FigureText.units(group.inPeriod.value)),
        .init(isFirst ? FigureText.ratio(report.summary.conversionsHundredths.value) : ""),
        .init(isFirst ? FigureText.money(report.summary.spendMinor.value, report.currency) : ""),
        .init(isFirst ? FigureText.money(report.summary.revenueMinor.value, report.currency) : ""),
      ]
    }
  }

  private static func kind(of group: DeliveryGroup) -> String {
    guard group.unknownFlights > 0 else { return group.provenance.word }
    return (group.figures.map { "\($0.word), " } ?? "") + SponsorCards.unknown(group.unknownFlights)
  }

  /// One campaign's delivery of one kind, for CSV and JSON.
  public struct Line: Sendable {
    var report: SponsorReport
    var group: DeliveryGroup
    var isFirst: Bool
  }

  public var lines: [Line] {
    reports.flatMap { report in
      report.groups.enumerated().map { Line(report: report, group: $1, isFirst: $0 == 0) }
    }
  }

  public static let listing = Listing<Line>(
    schema: "podctl.report.tenant/2",
    [
      Column("campaign", "Campaign") { .text($0.report.campaignSlug.text) },
      Column("sponsor", "Sponsor") { .text($0.report.sponsorSlug.text) },
      Column("standing", "Standing") {
        .text(VerdictText.head(ReportVerdict.of($0.group, through: $0.report.through)).1)
      },
      Column("provenance", "Provenance") { .text($0.group.figures?.rawValue) },
      Column("through", "Through") { .day($0.report.through) },
      Column("delivered", "Delivered", .trailing) { .integer($0.group.delivered) },
      Column("goal", "Goal", .trailing) { .integer($0.group.goal) },
      Column("pacing", "Pacing", .trailing) { line in
        line.group.pacingHundredths.map { .decimal(units: $0, digits: 2) } ?? .null
      },
      Column("in_period", "In period", .trailing) { .integer($0.group.inPeriod.value) },
      Column("conversions", "Conversions", .trailing) { line in
        guard line.isFirst, let value = line.report.summary.conversionsHundredths.value else { return .null }
        return .decimal(units: value, digits: 2)
      },
      Column("spend", "Spend", .trailing) { $0.money(\.spendMinor) },
      Column("revenue", "Revenue", .trailing) { $0.money(\.revenueMinor) },
    ])
}

extension TenantDigest.Line {
  /// Money belongs to the campaign as a whole and stands in its first line.
  fileprivate func money(_ figure: (ReportSummary) -> ReportFigure) -> FieldValue {
    guard isFirst, let minor = figure(report.summary).value else { return .null }
    return .money(Money(minor: minor, report.currency))
  }
}
