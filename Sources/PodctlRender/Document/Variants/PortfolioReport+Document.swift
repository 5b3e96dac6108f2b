import PodctlCore

extension PortfolioReport {
  /// The portfolio as a document.
  public func document(command: String) -> Document {
    let span = DateText.range(period.start, period.last)
    let off = lines.filter { $0.offPace > 0 }
    return Document(
      title: "\(tenantName), all sponsors, \(span)",
      masthead: Document.Masthead(
        kicker: "Portfolio of all sponsors", heading: tenantName, subheading: span,
        facts: [
          Document.Fact("Period", "\(period.start) to \(period.last)"),
          Document.Fact("Time zone", period.zone.identifier),
          Document.Fact("Sponsors", "\(Set(lines.map(\.sponsor)).count)"),
          Document.Fact("Contact", contact ?? FigureText.unknown),
        ],
        verdict: Document.Verdict(
          tone: off.isEmpty ? .good : .caution,
          word: off.isEmpty ? "All on pace" : "\(off.count) to look at",
          sentence: off.isEmpty
            ? "No sponsor has a campaign off its pace." : "\(off.map(\.sponsorName).joined(separator: ", ")).")),
      sections: [
        Document.Section(
          id: "sponsors", title: "Sponsors, largest spend first",
          blocks: lines.isEmpty ? [.paragraph("No campaign ran in this \(period.noun).")] : [.table(table)]),
        Document.Section(
          id: "method", title: "Method",
          blocks: [
            .paragraph(
              "Each line adds up the sponsor's campaigns in one currency. Delivery and spend leave out flights of which "
                + "nobody knows what they delivered, and the line says how many; any other sum with a part that is not "
                + "known is not known. Counted and imported delivery come from different counters and are never added."),
            .command(command),
          ]),
      ],
      footer: [claim.sentences] + (isDemo ? ["Demo data."] : []))
  }

  private var table: DocumentTable {
    DocumentTable(
      caption: "",
      columns: [
        .init("Sponsor"), .init("Campaigns", isFigure: true), .init("Counted", isFigure: true),
        .init("Imported", isFigure: true), .init("Conv.", isFigure: true), .init("Spend", isFigure: true),
        .init("Revenue", isFigure: true), .init("ROAS", isFigure: true),
      ],
      rows: lines.map { line in
        [
          DocumentTable.Cell(line.sponsorName, detail: detail(line)),
          .init(FigureText.units(Int64(line.campaigns))), .init(FigureText.units(line.counted)),
          .init(FigureText.units(line.imported)), .init(FigureText.ratio(line.conversionsHundredths)),
          .init(FigureText.money(line.spendMinor, line.currency)),
          .init(FigureText.money(line.revenueMinor, line.currency)), .init(FigureText.ratio(line.roasHundredths)),
        ]
      })
  }

  private func detail(_ line: Line) -> String? {
    let words = [
      line.offPace > 0 ? "\(line.offPace) off pace" : nil,
      line.unknownFlights > 0 ? SponsorCards.unknown(line.unknownFlights) : nil,
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  public static let listing = Listing<Line>(
    schema: "podctl.report.portfolio/2",
    [
      Column("sponsor", "Sponsor") { .text($0.sponsor.text) },
      Column("campaigns", "Campaigns", .trailing) { .integer($0.campaigns) },
      Column("unknown_flights", "Flights not known", .trailing, inTable: false) { .integer($0.unknownFlights) },
      Column("off_pace", "Off pace", .trailing) { .integer($0.offPace) },
      Column("counted", "Counted", .trailing) { .integer($0.counted) },
      Column("imported", "Imported", .trailing) { .integer($0.imported) },
      Column("conversions", "Conversions", .trailing) { line in
        line.conversionsHundredths.map { .decimal(units: $0, digits: 2) } ?? .null
      },
      Column("spend", "Spend", .trailing) { line in
        line.spendMinor.map { .money(Money(minor: $0, line.currency)) } ?? .null
      },
      Column("revenue", "Revenue", .trailing) { line in
        line.revenueMinor.map { .money(Money(minor: $0, line.currency)) } ?? .null
      },
      Column("roas", "ROAS", .trailing) { line in
        line.roasHundredths.map { .decimal(units: $0, digits: 2) } ?? .null
      },
    ])
}
