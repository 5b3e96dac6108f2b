import PodctlCore

/// The charts of one delivery group.
struct DeliveryCharts {
  let report: SponsorReport
  let group: DeliveryGroup

  private var noun: String { group.provenance == .counted ? "downloads" : "impressions" }

  /// Cumulative delivery against the goal; nil where nothing is known.
  var line: LineChart? {
    guard let delivered = group.delivered, report.through >= group.startsOn else { return nil }
    let first = group.startsOn
    let last = max(group.endsOn, report.through)
    let days = first.distance(to: last) + 1
    func position(_ day: Day) -> Int { min(days, max(0, first.distance(to: day) + 1)) }
    var sum: Int64 = 0
    var actual = [LineChart.Point(0, 0)]
    let units = Dictionary(group.days.map { ($0.day, $0.units) }, uniquingKeysWith: +)
    // Delivery before the first flight's first day stands at the line's beginning.
    for entry in group.days where entry.day < first { sum += entry.units }
    actual[0].value = sum
    for day in stride(from: first, through: report.through, by: 1) {
      sum += units[day] ?? 0
      actual.append(LineChart.Point(position(day), sum))
    }
    let target = group.target.map { LineChart.Point(position($0.day), $0.units) }
    var projection: LineChart.Series?
    if let projected = group.projected, report.through < group.endsOn, group.towardGoal == group.delivered {
      projection = LineChart.Series(
        "Projected",
        [LineChart.Point(position(report.through), sum), LineChart.Point(position(group.endsOn), projected)])
    }
    let goal = group.goal.map { " of a goal of \(FigureText.units($0))" } ?? ""
    let expected = group.expected.map { ", where \(FigureText.units($0)) were due" } ?? ""
    let ending = projection.map { " Projected at the end: \(FigureText.units($0.points.last?.value))." } ?? ""
    return LineChart(
      title: "Cumulative \(noun), \(group.provenance.word), \(DateText.range(first, group.endsOn))",
      description: "\(FigureText.units(delivered)) \(noun) by \(DateText.long(report.through))\(goal)\(expected)."
        + ending,
      firstDay: first, lastDay: last, actual: LineChart.Series("Delivered", actual),
      target: group.goal == nil ? nil : LineChart.Series("Goal", target), projection: projection,
      highlight: report.period.start <= last && report.period.last >= first
        ? max(report.period.start, first)...min(report.period.last, last) : nil,
      highlightLabel: "this \(report.period.noun)")
  }

  /// Delivery by day of the period, for periods of at most two weeks.
  var days: BarChart? {
    guard report.period.dayCount <= 14, group.delivered != nil, report.through >= report.period.start else {
      return nil
    }
    let units = Dictionary(group.days.map { ($0.day, $0.units) }, uniquingKeysWith: +)
    let shift = report.period.dayCount
    let bars = stride(from: report.period.start, through: report.through, by: 1).map { day in
      let value = units[day] ?? 0
      return BarChart.Bar(
        label: DateText.weekday(day), value: value, text: FigureText.units(value),
        before: report.before == nil ? nil : units[day.advanced(by: -shift)] ?? 0)
    }
    return BarChart(
      title: "By day, \(group.provenance.word)",
      description: bars.map { "\($0.label): \($0.text)" }.joined(separator: ", "), bars: bars)
  }
}
