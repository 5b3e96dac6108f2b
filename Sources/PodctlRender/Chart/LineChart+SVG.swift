import PodctlCore

extension LineChart {
  /// The sizes of one drawing, in tenths of a pixel. Text keeps its size on a phone only if the phone has a drawing of
  /// its own.
  struct Frame {
    var width: Int
    var height: Int
    var left: Int
    var right: Int
    var top: Int
    var bottom: Int
    var dayLabels: Int
    var className: String

    static let wide = Frame(
      width: 7200, height: 2900, left: 480, right: 1480, top: 180, bottom: 320, dayLabels: 8, className: "chart wide")
    static let narrow = Frame(
      width: 3430, height: 2600, left: 400, right: 100, top: 180, bottom: 300, dayLabels: 4, className: "chart narrow")

    var plotWidth: Int { width - left - right }
    var plotHeight: Int { height - top - bottom }
    /// Whether the lines' names stand at their ends; a phone has them in the legend below.
    var hasEndLabels: Bool { right > 1000 }
  }

  private struct Scale {
    let frame: Frame
    let days: Int
    let top: Int64

    func x(_ position: Int) -> Int { frame.left + frame.plotWidth * position / max(1, days) }
    func y(_ value: Int64) -> Int {
      frame.top + frame.plotHeight - Int(Int128(frame.plotHeight) * Int128(value) / Int128(max(1, top)))
    }
    func place(_ point: Point) -> (x: Int, y: Int) { (x(point.position), y(point.value)) }
  }

  func svg(_ frame: Frame) -> String {
    let ticks = AxisTicks.values(upTo: series.flatMap(\.points).map(\.value).max() ?? 0)
    let scale = Scale(frame: frame, days: dayCount, top: ticks.last ?? 1)
    var svg = SVGText()
    svg.open(
      width: frame.width, height: frame.height, className: frame.className, title: title, description: description)
    drawGround(&svg, scale, ticks)
    if let target { svg.path("target", through: target.points.map(scale.place)) }
    if let projection { svg.path("projection", through: projection.points.map(scale.place)) }
    let line = actual.points.map(scale.place)
    svg.path("area", through: line, closingAt: scale.y(0))
    svg.path("actual", through: line)
    if let end = line.last { svg.circle("dot", x: end.x, y: end.y, radius: 40) }
    if frame.hasEndLabels { drawEndLabels(&svg, scale) }
    svg.close()
    return svg.text
  }

  private func drawGround(_ svg: inout SVGText, _ scale: Scale, _ ticks: [Int64]) {
    let frame = scale.frame
    let floor = frame.top + frame.plotHeight
    if let highlight {
      let from = scale.x(max(0, firstDay.distance(to: highlight.lowerBound)))
      let to = scale.x(min(dayCount, firstDay.distance(to: highlight.upperBound) + 1))
      if from < to {
        svg.rect("highlight", x: from, y: frame.top, width: to - from, height: frame.plotHeight)
        svg.label("caption middle", highlightLabel, x: (from + to) / 2, y: frame.top - 60)
      }
    }
    let step = ticks.count > 1 ? ticks[1] : 1
    for tick in ticks {
      let y = scale.y(tick)
      svg.line(tick == 0 ? "axis" : "grid", from: (frame.left, y), to: (frame.left + frame.plotWidth, y))
      svg.label("tick end", AxisTicks.label(tick, step: step), x: frame.left - 80, y: y + 40)
    }
    for day in AxisTicks.days(from: firstDay, through: lastDay, atMost: frame.dayLabels) {
      let x = scale.x(firstDay.distance(to: day))
      svg.line("axis", from: (x, floor), to: (x, floor + 40))
      svg.label("tick middle", DateText.short(day), x: x, y: floor + 180)
    }
  }

  /// The lines' names and last values at their ends, moved apart where they would touch.
  private func drawEndLabels(_ svg: inout SVGText, _ scale: Scale) {
    struct Label {
      var className: String
      var name: String
      var value: Int64
      var x: Int
      var y: Int
    }
    var labels: [Label] = []
    let right = scale.frame.left + scale.frame.plotWidth
    for (series, className) in [(target, "name target-name"), (projection, "name projection-name")] {
      guard let series, let end = series.points.last else { continue }
      labels.append(
        Label(className: className, name: series.label, value: end.value, x: right + 90, y: scale.place(end).y))
    }
    if let end = actual.points.last {
      let place = scale.place(end)
      // A line that stops early is named beside its last point, where nothing else is written.
      let isAtEdge = place.x > right - 900
      if isAtEdge {
        labels.append(
          Label(className: "name actual-name", name: actual.label, value: end.value, x: right + 90, y: place.y))
      } else {
        // Above the line where the goal's runs below it, and below it where the goal's runs above.
        let isAbove = (target.map { scale.place(end).y < goalHeight($0, at: end.position, scale) }) ?? false
        let x = isAbove ? place.x - 100 : place.x + 100
        let y = isAbove ? place.y - 200 : place.y + 150
        let side = isAbove ? " end" : ""
        svg.label("name actual-name" + side, actual.label, x: x, y: y)
        svg.label("name actual-name strong" + side, FixedPoint.grouped(end.value), x: x, y: y + 150)
      }
    }
    labels.sort { ($0.y, $0.name) < ($1.y, $1.name) }
    let gap = 340
    for index in labels.indices.dropFirst() { labels[index].y = max(labels[index].y, labels[index - 1].y + gap) }
    // What was pushed below the floor goes back up, and pushes its neighbours in turn.
    var limit = scale.frame.top + scale.frame.plotHeight - 60
    for index in labels.indices.reversed() {
      labels[index].y = min(labels[index].y, limit)
      limit = labels[index].y - gap
    }
    for label in labels {
      svg.label(label.className, label.name, x: label.x, y: label.y + 20)
      svg.label(label.className + " strong", FixedPoint.grouped(label.value), x: label.x, y: label.y + 170)
    }
  }

  /// The target line's height at a day, between its bends.
  private func goalHeight(_ target: Series, at position: Int, _ scale: Scale) -> Int {
    let next = target.points.first { $0.position >= position } ?? target.points.last
    let previous = target.points.last { $0.position <= position } ?? target.points.first
    guard let next, let previous else { return 0 }
    let (left, right) = (scale.place(previous), scale.place(next))
    let span = next.position - previous.position
    return span == 0 ? right.y : left.y + (right.y - left.y) * (position - previous.position) / span
  }
}
