import PodctlCore

/// A sponsor's report with what the document says around its figures.
public struct SponsorReportPage: Sendable {
  public var report: SponsorReport
  /// Nil for a draft that is nowhere kept.
  public var revision: ReportRevision
  /// The command that makes the same report again.
  public var command: String

  public init(report: SponsorReport, revision: ReportRevision, command: String) {
    self.report = report
    self.revision = revision
    self.command = command
  }

  public var document: Document {
    let period = DateText.range(report.period.start, report.period.last)
    // Many campaigns bear their sponsor's name; a subject says it once.
    let name =
      report.campaignName.hasPrefix(report.sponsorName)
      ? report.campaignName : "\(report.sponsorName): \(report.campaignName)"
    return Document(
      title: "\(name), \(period)",
      masthead: Document.Masthead(
        kicker: "Sponsor report by \(report.tenantName)", heading: "\(report.sponsorName)",
        subheading: "\(report.campaignName), \(period)", facts: facts, verdict: verdict),
      sections: [summary, delivery, airings, credit, notes, next, method],
      footer: [
        report.method.claim.sentences,
        report.isDemo ? "Demo data: neither listeners nor sponsor exist." : nil,
      ].compactMap { $0 })
  }

  private var facts: [Document.Fact] {
    let zone = report.period.zone
    var name = "\(revision.number)"
    if let before = revision.restatesReportOf {
      name += ", restates the report of \(DateText.clock(before, in: zone))"
    }
    return [
      Document.Fact("Period", periodName),
      Document.Fact("Time zone", zone.identifier),
      Document.Fact("Data through", dataThrough),
      Document.Fact("Report", revision.isStored ? "\(revision.id)" : "not stored"),
      Document.Fact("Revision", revision.isStored ? name : "—"),
      Document.Fact("Contact", report.contact ?? "—"),
    ]
  }

  private var periodName: String {
    let days = "\(report.period.start) to \(report.period.last)"
    return report.period.weekName.map { "\(days) (\($0))" } ?? days
  }

  private var dataThrough: String {
    guard let instant = report.dataThrough else { return "—" }
    return DateText.clock(instant, in: report.period.zone)
  }

  private var verdict: Document.Verdict? {
    guard let group = report.mainGroup, let verdict = report.verdict else { return nil }
    return VerdictText.of(verdict, group, through: report.through, without: report.unknownFlights)
  }

  private var summary: Document.Section {
    var blocks: [Document.Block] = [.cards(SponsorCards(report: report).all)]
    if report.isImmature {
      let last = report.period.last.advanced(by: report.method.attributionDays)
      blocks.append(
        .note(
          "† Not final. Orders follow an ad for weeks, so conversions and revenue of this \(report.period.noun) "
            + "rise until \(DateText.long(last)). Of all response within 60 days, 58 % is in after 7 days and 87 % "
            + "after 30 (Magellan AI benchmark, Q1 2026)."))
    }
    return Document.Section(id: "summary", title: "This \(report.period.noun) at a glance", blocks: blocks)
  }

  private var delivery: Document.Section {
    var blocks: [Document.Block] = report.groups.compactMap { group in
      DeliveryCharts(report: report, group: group).line.map { .line($0) }
    }
    blocks += report.groups.compactMap { DeliveryCharts(report: report, group: $0).days.map { .bars($0) } }
    blocks.append(.table(ReportTables(report: report).flights))
    if report.groups.count > 1 {
      blocks.append(
        .note("Counted and imported figures come from different counters. They stand side by side and are never added.")
      )
    }
    return Document.Section(id: "delivery", title: "Delivery against goal", blocks: blocks)
  }

  private var airings: Document.Section {
    var blocks: [Document.Block] = [.table(ReportTables(report: report).airings)]
    if report.spots.contains(where: { $0.windowTotal != nil && !($0.airing?.isWindowOver ?? true) }) {
      blocks.append(.note("† The measuring window is still open; the figure may rise for up to 30 days."))
    }
    return Document.Section(id: "episodes", title: "By episode", blocks: blocks)
  }

  private var credit: Document.Section {
    guard report.credit.runAt != nil else {
      return Document.Section(
        id: "credit", title: "How the credit was given",
        blocks: [.paragraph("Conversions have not been credited yet, so none are shown.")])
    }
    return Document.Section(
      id: "credit", title: "How the credit was given",
      blocks: [
        .paragraph(
          "The same conversions of this \(report.period.noun), shared out under five models. The total is the same "
            + "under each; a model only moves credit between flights."),
        .table(ReportTables(report: report).conversions), .table(ReportTables(report: report).revenue),
        .note(
          "Promo code orders stand beside the household credit and are never added to it: one order can be in both."),
      ])
  }

  private var notes: Document.Section {
    let said = NoteText.restatements(revision, report) + report.notes.map { NoteText.of($0, report) }
    return Document.Section(
      id: "notes", title: "Delivery notes",
      blocks: said.isEmpty ? [.paragraph("Everything aired as ordered. Nothing was restated.")] : [.list(said)])
  }

  private var next: Document.Section {
    let shown = report.upcoming.prefix(6)
    var blocks: [Document.Block] = []
    if shown.isEmpty {
      blocks.append(.paragraph("No further spots are booked in this campaign."))
    } else {
      blocks.append(
        .table(
          DocumentTable(
            caption: "",
            columns: [.init("Airs on", isDate: true), .init("Episode"), .init("Podcast"), .init("Flight")],
            rows: shown.map { spot in
              [
                DocumentTable.Cell(DateText.weekday(spot.airsOn)), .init(spot.episode), .init(spot.podcast),
                .init("\(spot.flightName), \(spot.position.rawValue)"),
              ]
            })))
      let more = report.upcoming.count - shown.count
      if more > 0 { blocks.append(.note("and \(more) more after that.")) }
    }
    let asked = NoteText.asked(report)
    blocks.append(asked.count == 1 ? .paragraph(asked[0]) : .list(asked))
    return Document.Section(id: "next", title: "Next", blocks: blocks)
  }

  private var method: Document.Section {
    Document.Section(
      id: "method", title: "Method",
      blocks: [
        .facts(MethodText.facts(report)),
        .paragraph("The same figures, to the cent, come with --format csv or json. This command makes them again:"),
        .command(command),
      ])
  }
}
