extension BarChart {
  private static let left = 880
  private static let rowHeight = 260

  /// Bars from left to right, one row each; readable at a phone's width as it stands.
  func svg(width: Int, className: String) -> String {
    let height = bars.count * Self.rowHeight + 40
    let right = 820
    let plot = width - Self.left - right
    let greatest = bars.flatMap { [$0.value, $0.before ?? 0] }.max() ?? 0
    func length(_ value: Int64) -> Int { Int(Int128(plot) * Int128(value) / Int128(max(1, greatest))) }
    var svg = SVGText()
    svg.open(width: width, height: height, className: className, title: title, description: description)
    for (index, bar) in bars.enumerated() {
      let y = index * Self.rowHeight + 20
      svg.label("tick", bar.label, x: 0, y: y + 150)
      svg.rect("bar", x: Self.left, y: y + 40, width: max(length(bar.value), bar.value > 0 ? 10 : 0), height: 160)
      if let before = bar.before {
        let x = Self.left + length(before)
        svg.line("before", from: (x, y + 10), to: (x, y + 230))
      }
      let end = Self.left + max(length(bar.value), bar.before.map { length($0) + 20 } ?? 0)
      svg.label("value", bar.text, x: end + 80, y: y + 155)
    }
    svg.line("axis", from: (Self.left, 0), to: (Self.left, height))
    svg.close()
    return svg.text
  }
}
