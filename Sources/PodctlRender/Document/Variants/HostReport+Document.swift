import PodctlCore

extension HostReport {
  /// The report as a document.
  public func document(command: String) -> Document {
    let span = DateText.range(period.start, period.last)
    return Document(
      title: "\(title), \(span)",
      masthead: Document.Masthead(
        kicker: "Host report by \(tenantName)", heading: title, subheading: span,
        facts: [
          Document.Fact("Period", "\(period.start) to \(period.last)"),
          Document.Fact("Time zone", period.zone.identifier), Document.Fact("Contact", contact ?? FigureText.unknown),
        ], verdict: nil),
      sections: [
        Document.Section(
          id: "summary", title: "This \(period.noun) at a glance", blocks: [.cards(cards)]),
        Document.Section(
          id: "ads", title: "Ads that were heard",
          blocks: airings.isEmpty
            ? [.paragraph("No ad of this show was heard in this \(period.noun).")] : [.table(ads)] + note),
        Document.Section(
          id: "next", title: "Reads to come",
          blocks: bookings.isEmpty ? [.paragraph("Nothing is booked yet.")] : [.table(next)]),
        Document.Section(
          id: "method", title: "Method",
          blocks: [
            .paragraph(
              "Downloads counted from the logs. An ad is heard in the downloads of its episode from its "
                + "air date to the end of its window."),
            .command(command),
          ]),
      ],
      footer: [claim.sentences] + (isDemo ? ["Demo data."] : []))
  }

  private var note: [Document.Block] {
    airings.contains { $0.windowTotal != nil && !$0.airing.isWindowOver }
      ? [.note("† The measuring window is still open; the figure may rise.")] : []
  }

  private var cards: [Card] {
    let aired = airings.count { period.contains($0.airing.airsOn) && $0.airing.status == .aired }
    return [
      Card(label: "Downloads of the show", value: FigureText.units(downloads.value), change: change),
      Card(
        label: "Ads aired", value: FigureText.units(Int64(aired)),
        details: ["of \(Set(airings.map(\.sponsor)).count) sponsors heard"]),
      Card(label: "Reads to come", value: FigureText.units(Int64(bookings.count))),
    ]
  }

  private var change: Card.Change? {
    guard let share = downloads.changePerMille, let value = downloads.value, let before = downloads.before else {
      return nil
    }
    if value == before { return Card.Change(.level, "as in the \(period.noun) before", tone: .neutral) }
    let size = FigureText.percent(Int64(clamping: share.magnitude))
    return value > before
      ? Card.Change(.up, "up \(size) on the \(period.noun) before", tone: .good)
      : Card.Change(.down, "down \(size) on the \(period.noun) before", tone: .caution)
  }

  private var ads: DocumentTable {
    func open(_ value: Int64?, isOver: Bool) -> String {
      FigureText.units(value) + (value != nil && !isOver ? "†" : "")
    }
    return DocumentTable(
      caption: "",
      columns: [
        .init("Episode"), .init("Air date, slot", isDate: true), .init("Sponsor"), .init("7 days", isFigure: true),
        .init("Window", isFigure: true), .init("This \(period.noun)", isFigure: true),
      ],
      rows: airings.map { ad in
        [
          DocumentTable.Cell(ad.airing.episode), .init(DateText.short(ad.airing.airsOn), detail: ad.position.rawValue),
          .init(ad.sponsor, detail: ad.campaign), .init(open(ad.firstSevenDays, isOver: ad.airing.hasSevenDays)),
          .init(open(ad.windowTotal, isOver: ad.airing.isWindowOver), spark: ad.trend),
          .init(FigureText.units(ad.inPeriod)),
        ]
      })
  }

  private var next: DocumentTable {
    DocumentTable(
      caption: "", columns: [.init("Airs on", isDate: true), .init("Episode"), .init("Sponsor"), .init("Slot")],
      rows: bookings.map { booking in
        [
          DocumentTable.Cell(DateText.weekday(booking.spot.airsOn)), .init(booking.spot.episode),
          .init(booking.sponsor, detail: booking.campaign), .init(booking.spot.position.rawValue),
        ]
      })
  }

  /// For CSV and JSON: an airing a line.
  public static let listing = Listing<Airing>(
    schema: "podctl.report.host/1",
    [
      Column("airs_on", "Air date") { .day($0.airing.airsOn) },
      Column("episode", "Episode") { .text($0.airing.episode) },
      Column("sponsor", "Sponsor") { .text($0.sponsor) },
      Column("campaign", "Campaign") { .text($0.campaign) },
      Column("position", "Slot") { .text($0.position.rawValue) },
      Column("status", "Status") { .text($0.airing.status.rawValue) },
      Column("seven_days", "7 days", .trailing) { .integer($0.firstSevenDays) },
      Column("window", "Window", .trailing) { .integer($0.windowTotal) },
      Column("in_period", "In period", .trailing) { .integer($0.inPeriod) },
      Column("window_over", "Final") { .boolean($0.airing.isWindowOver) },
    ])
}
