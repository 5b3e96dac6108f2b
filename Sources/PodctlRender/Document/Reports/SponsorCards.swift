import PodctlCore

/// The headline cards of a sponsor's report.
struct SponsorCards {
  let report: SponsorReport

  var all: [Card] {
    report.groups.map(delivered) + [reach, conversions, redemptions, spend, revenue].compactMap { $0 }
  }

  private var noun: String { report.period.noun }

  /// How many flights no figure holds.
  static func unknown(_ flights: Int) -> String { flights == 1 ? "1 flight not known" : "\(flights) flights not known" }

  private func delivered(_ group: DeliveryGroup) -> Card {
    let name = group.provenance == .counted ? "Delivered" : "Delivered (imported)"
    guard !group.isUnknown else {
      return Card(
        label: name, value: FigureText.unknown,
        details: (group.goal.map { ["of \(FigureText.units($0))"] } ?? []) + ["not known yet"])
    }
    var details: [String] = []
    if let goal = group.goal {
      details.append("of \(FigureText.units(goal)), \(FigureText.percent(group.reachedPerMille)) of the goal")
      details.append("Pacing \(FigureText.ratio(group.pacingHundredths))")
    }
    details.append("\(FigureText.units(group.inPeriod.value)) in this \(noun)")
    if group.unknownFlights > 0 {
      details.append("without \(Self.unknown(group.unknownFlights))")
    }
    if !group.sources.isEmpty { details.append("Source: \(group.sources.joined(separator: ", "))") }
    return Card(
      label: name, value: FigureText.units(group.delivered), details: details, change: change(group.inPeriod, .good),
      noChange: noChange,
      meter: group.reachedPerMille.map { Card.Meter(reached: $0, expected: group.expectedPerMille) })
  }

  private var reach: Card? {
    guard report.summary.reach.value != nil else { return nil }
    return Card(
      label: "Listeners reached", value: FigureText.units(report.summary.reach.value),
      details: ["\(FigureText.ratio(report.summary.frequencyHundredths.value)) downloads each in this \(noun)"],
      change: change(report.summary.reach, .good), noChange: noChange)
  }

  private var conversions: Card {
    let figure = report.summary.conversionsHundredths
    return Card(
      label: "Conversions by household", value: FigureText.hundredths(figure.value),
      isImmature: report.isImmature && figure.value != nil,
      details: ["\(report.method.attributionDays)-day window"], change: change(figure, .good),
      noChange: figure.value == nil ? nil : noChange)
  }

  private var redemptions: Card? {
    guard report.flights.contains(where: { $0.promoCode != nil }) else { return nil }
    let figure = report.summary.redemptions
    let codes = report.flights.compactMap(\.promoCode)
    let worth = report.summary.redeemedMinor.value
    return Card(
      label: "Promo code orders", value: FigureText.units(figure.value),
      isImmature: report.isImmature && figure.value != nil,
      details: [
        "Code \(Set(codes).sorted().joined(separator: ", "))",
        "worth \(FigureText.money(worth, report.currency)), not added to the household credit",
      ], change: change(figure, .good), noChange: figure.value == nil ? nil : noChange)
  }

  private var spend: Card {
    let figure = report.summary.spendMinor
    return Card(
      label: "Spend", value: FigureText.money(figure.value, report.currency),
      details: ["eCPM \(FigureText.money(report.summary.ecpmMinor.value, report.currency))"]
        + (report.unknownFlights > 0 && figure.value != nil ? ["without \(Self.unknown(report.unknownFlights))"] : []),
      change: change(figure, .neutral), noChange: figure.value == nil ? nil : noChange)
  }

  private var revenue: Card {
    let figure = report.summary.revenueMinor
    return Card(
      label: "Revenue by household", value: FigureText.money(figure.value, report.currency),
      isImmature: report.isImmature && figure.value != nil,
      details: [
        "ROAS \(FigureText.ratio(report.summary.roasHundredths.value)), "
          + "CPA \(FigureText.money(report.summary.cpaMinor.value, report.currency))"
      ], change: change(figure, .good), noChange: figure.value == nil ? nil : noChange)
  }

  /// The change on the full period before. More is good news for most figures, and news without a colour for others.
  private func change(_ figure: ReportFigure, _ rising: Document.Tone) -> Card.Change? {
    guard let share = figure.changePerMille, let before = figure.before, let value = figure.value else { return nil }
    if value == before { return Card.Change(.level, "as in the \(noun) before", tone: .neutral) }
    let size = FigureText.percent(Int64(clamping: share.magnitude))
    let isUp = value > before
    let tone: Document.Tone = rising == .neutral ? .neutral : isUp ? .good : .caution
    return Card.Change(isUp ? .up : .down, "\(isUp ? "up" : "down") \(size) on the \(noun) before", tone: tone)
  }

  private var noChange: String? {
    if report.before != nil { return "no change to show: the \(noun) before was 0 or is unknown" }
    return report.isComplete ? "no full \(noun) before it" : "\(noun) not complete, so not compared"
  }
}
