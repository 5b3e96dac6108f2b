/// A trend in the height of a line of text.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")
  private static let limit = 30

  /// `▁▃▇`, each value against the greatest; at most `limit` characters, of which each then tells several values' sum.
  static func text(_ values: [Int64], limit: Int = limit) -> String {
    let heights = condensed(values, by: max(1, (values.count + limit - 1) / limit))
    guard let greatest = heights.max(), greatest > 0 else { return String(repeating: "▁", count: heights.count) }
    return String(heights.map { blocks[Int(Int128($0) * 7 / Int128(greatest))] })
  }

  /// Bars of 3 pixels in a picture that only repeats what the table says, and is hidden from screen readers. It leaves
  /// room for as many values as the longest series of its column has, so that their beginnings stand below each other.
  static func svg(_ values: [Int64], of longest: Int) -> String {
    let size = max(1, (max(longest, values.count) + limit - 1) / limit)
    let heights = condensed(values, by: size)
    guard let greatest = heights.max(), greatest > 0 else { return "" }
    let height = 160
    var svg = SVGText()
    for (index, value) in heights.enumerated() {
      let tall = max(10, Int(Int128(height) * Int128(value) / Int128(greatest)))
      svg.rect("bar", x: index * 30, y: height - tall, width: 20, height: tall)
    }
    let width = (max(longest, values.count) + size - 1) / size * 30
    return "<svg class=\"spark\" viewBox=\"0 0 \(SVGText.length(width)) \(SVGText.length(height))\" "
      + "width=\"\(SVGText.length(width))\" height=\"16\" aria-hidden=\"true\">\n\(svg.text)</svg>"
  }

  /// The sums of so many values each.
  private static func condensed(_ values: [Int64], by size: Int) -> [Int64] {
    stride(from: 0, to: values.count, by: size).map { start in
      values[start..<min(start + size, values.count)].reduce(0, +)
    }
  }
}
