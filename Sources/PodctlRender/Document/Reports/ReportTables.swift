import PodctlCore

/// The tables of a sponsor's report. Money columns name their currency; totals are the sums of the rows above them.
struct ReportTables {
  typealias Cell = DocumentTable.Cell
  let report: SponsorReport

  private var currency: Currency { report.currency }

  var flights: DocumentTable {
    DocumentTable(
      caption: "Flights to \(DateText.long(report.through))",
      columns: [
        .init("Flight"), .init("Delivered", isFigure: true), .init("Goal", isFigure: true),
        .init("Pacing", isFigure: true), .init("Projected", isFigure: true),
        .init("In this \(report.period.noun)", isFigure: true), .init("Spend (\(currency))", isFigure: true),
        .init("Figures are"),
      ],
      rows: report.flights.map { flight in
        [
          Cell(
            flight.name,
            detail: "\(DateText.short(flight.startsOn)) – \(DateText.short(flight.endsOn)), "
              + "\(flight.position.rawValue), \(FigureText.price(flight, currency))"),
          Cell(FigureText.units(flight.delivered)), Cell(FigureText.units(flight.goal)),
          Cell(FigureText.ratio(flight.pacingHundredths)), Cell(FigureText.units(flight.projected)),
          Cell(FigureText.units(flight.inPeriod)), Cell(FigureText.amount(flight.spendMinor, currency)),
          Cell(flight.provenance?.word ?? FigureText.unknown, detail: flight.source),
        ]
      })
  }

  var airings: DocumentTable {
    let isMixed = report.groups.count > 1
    func total(_ figure: (SpotFigures) -> Int64?) -> Int64? { report.total(figure) }
    return DocumentTable(
      caption: "Every airing to date. The first 7 days and the window count from the air date; the other columns are "
        + "this \(report.period.noun)'s.",
      columns: [
        .init("Episode"), .init("Air date, slot", isDate: true), .init("7 days", isFigure: true),
        .init("Window", isFigure: true), .init("This \(report.period.noun)", isFigure: true),
        .init("Conv.", isFigure: true), .init("Promo", isFigure: true), .init("Spend (\(currency))", isFigure: true),
        .init("Revenue (\(currency))", isFigure: true),
      ],
      rows: report.spots.map(row),
      total: [
        "Total", "", Cell(isMixed ? "" : FigureText.units(total(\.firstSevenDays))),
        Cell(isMixed ? "" : FigureText.units(total(\.windowTotal))),
        Cell(isMixed ? "" : FigureText.units(total(\.inPeriod))),
        Cell(FigureText.ratio(total(\.conversionsHundredths))), Cell(FigureText.units(total(\.redemptions))),
        Cell(FigureText.amount(total(\.spendMinor), currency)),
        Cell(FigureText.amount(total(\.revenueMinor), currency)),
      ])
  }

  private func row(_ spot: SpotFigures) -> [Cell] {
    func open(_ value: Int64?, isOver: Bool) -> String {
      FigureText.units(value) + (value != nil && !isOver ? "†" : "")
    }
    let name: [Cell] =
      spot.airing.map { airing in
        [
          Cell(airing.episode, detail: airing.podcast),
          Cell(DateText.short(airing.airsOn), detail: spot.position.rawValue),
          Cell(open(spot.firstSevenDays, isOver: airing.hasSevenDays)),
          Cell(open(spot.windowTotal, isOver: airing.isWindowOver), spark: spot.trend),
        ]
      } ?? [
        Cell("\(spot.flightName), as a whole", detail: whole(spot)), "", "",
        Cell(spot.windowTotal == 0 ? "" : FigureText.units(spot.windowTotal)),
      ]
    let isWhole = spot.airing == nil
    func blank(_ value: Int64?, _ text: String) -> Cell { isWhole && value == 0 ? "" : Cell(text) }
    return name + [
      blank(spot.inPeriod, FigureText.units(spot.inPeriod)),
      blank(spot.conversionsHundredths, FigureText.ratio(spot.conversionsHundredths)),
      isWhole ? Cell(FigureText.units(spot.redemptions)) : "",
      blank(spot.spendMinor, FigureText.amount(spot.spendMinor, currency)),
      blank(spot.revenueMinor, FigureText.amount(spot.revenueMinor, currency)),
    ]
  }

  private func whole(_ spot: SpotFigures) -> String? {
    report.flights.first { $0.slug == spot.flight }?.promoCode.map { "code \($0)" }
  }

  var conversions: DocumentTable {
    credit(caption: "Conversions", code: "Promo code") { FigureText.ratio($0.hundredths) }
  }

  var revenue: DocumentTable {
    credit(caption: "Their value in \(currency)", code: "Promo code") { FigureText.amount($0.minor, currency) }
  }

  private func credit(
    caption: String, code: String, _ text: (CreditFigures.Share) -> String
  ) -> DocumentTable {
    let models = AttributionModel.allCases
    return DocumentTable(
      caption: caption,
      columns: [.init("Flight")] + models.map { .init($0.title, isFigure: true) } + [.init(code, isFigure: true)],
      rows: report.credit.rows.map { row in
        let shares = row.household.map { $0.map { Cell(text($0)) } } ?? models.map { _ in Cell(FigureText.unknown) }
        return [Cell(row.name, detail: row.promoCode.map { "code \($0)" })] + shares
          + [Cell(row.code.map(text) ?? FigureText.unknown)]
      },
      total: [Cell("Total by household")] + report.credit.totals.map { Cell(text($0)) } + [Cell("")])
  }
}
