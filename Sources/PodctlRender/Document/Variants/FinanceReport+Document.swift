import PodctlCore

extension FinanceReport {
  /// The reconciliation as a document.
  public func document(command: String) -> Document {
    let span = "through \(DateText.long(month.last))"
    let differing = differing
    return Document(
      title: "\(tenantName), delivered, billed and paid, \(span)",
      masthead: Document.Masthead(
        kicker: "Delivered, billed, paid", heading: tenantName, subheading: span,
        facts: [
          Document.Fact("Through", "\(month.last)"),
          Document.Fact("Time zone", month.zone.identifier), Document.Fact("Campaigns", "\(lines.count)"),
        ],
        verdict: Document.Verdict(
          tone: differing.isEmpty ? .good : .caution,
          word: differing.isEmpty ? "Nothing unbilled" : "\(differing.count) to look at",
          sentence: differing.isEmpty
            ? "What was delivered is what was billed or drafted."
            : "\(differing.map(\.campaignName).joined(separator: ", ")).")
      ),
      sections: [
        Document.Section(
          id: "campaigns", title: "By campaign",
          blocks: lines.isEmpty ? [.paragraph("No campaign has begun.")] : [.table(table)]),
        Document.Section(
          id: "method", title: "Method",
          blocks: [
            .paragraph(
              "All figures are sums from the campaign's beginning, since an invoice takes up what those before it left. "
                + "All are before commission and tax. "
                + "Delivered is worth what the invoices' rule says, without flights of which nobody knows what they "
                + "delivered. Billed are invoices that were approved or sent, void "
                + "ones left out; paid are those among them that are settled whole. "
                + "Unbilled is what was delivered less billed and drafted: late logs show there until the next invoice."
            ),
            .command(command),
          ]),
      ],
      footer: isDemo ? ["Demo data."] : [])
  }

  private var table: DocumentTable {
    func money(_ minor: Int64?, _ line: Line) -> DocumentTable.Cell { .init(FigureText.money(minor, line.currency)) }
    return DocumentTable(
      caption: "",
      columns: [
        .init("Campaign"), .init("Delivered", isFigure: true), .init("Drafted", isFigure: true),
        .init("Billed", isFigure: true), .init("Paid", isFigure: true), .init("Open", isFigure: true),
        .init("Unbilled", isFigure: true),
      ],
      rows: lines.map { line in
        [
          DocumentTable.Cell(
            line.campaignName,
            detail: line.sponsorName
              + (line.unknownFlights > 0 ? ", without " + SponsorCards.unknown(line.unknownFlights) : "")),
          money(line.delivered, line),
          money(line.drafted, line), money(line.billed, line), money(line.paid, line), money(line.open, line),
          money(line.unbilled, line),
        ]
      }, total: total)
  }

  /// Sums of the printed rows, in one currency alone; a sum with an unknown part is unknown.
  private var total: [DocumentTable.Cell]? {
    guard let currency else { return nil }
    func sum(_ figure: (Line) -> Int64?) -> DocumentTable.Cell {
      let parts = lines.map(figure)
      let isKnown = !parts.contains(nil)
      return .init(FigureText.money(isKnown ? parts.compactMap { $0 }.reduce(0, +) : nil, currency))
    }
    return ["Total", sum(\.delivered), sum(\.drafted), sum(\.billed), sum(\.paid), sum(\.open), sum(\.unbilled)]
  }

  public static let listing = Listing<Line>(
    schema: "podctl.report.finance/2",
    [
      Column("campaign", "Campaign") { .text($0.campaign.text) },
      Column("sponsor", "Sponsor") { .text($0.sponsorName) },
      Column("delivered", "Delivered", .trailing) { $0.money($0.delivered) },
      Column("unknown_flights", "Flights not known", .trailing, inTable: false) { .integer($0.unknownFlights) },
      Column("drafted", "Drafted", .trailing) { $0.money($0.drafted) },
      Column("billed", "Billed", .trailing) { $0.money($0.billed) },
      Column("paid", "Paid", .trailing) { $0.money($0.paid) },
      Column("written_off", "Written off", .trailing) { $0.money($0.writtenOff) },
      Column("open", "Open", .trailing) { $0.money($0.open) },
      Column("unbilled", "Unbilled", .trailing) { $0.money($0.unbilled) },
    ])
}

extension FinanceReport.Line {
  fileprivate func money(_ minor: Int64?) -> FieldValue {
    minor.map { .money(Money(minor: $0, currency)) } ?? .null
  }
}
