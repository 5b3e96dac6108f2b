/// A trend in the height of a line of text.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// `▁▃▇`, each value against the greatest; at most `limit` characters, of which each then tells several values' sum.
  static func text(_ values: [Int64], limit: Int = 30) -> String {
    let heights = condensed(values, to: limit)
    guard let greatest = heights.max(), greatest > 0 else { return String(repeating: "▁", count: heights.count) }
    return String(heights.map { blocks[Int(Int128($0) * 7 / Int128(greatest))] })
  }

  /// Bars of 3 pixels in a picture that only repeats what the table says, and is hidden from screen readers.
  static func svg(_ values: [Int64]) -> String {
    let heights = condensed(values, to: 30)
    guard let greatest = heights.max(), greatest > 0 else { return "" }
    let height = 160
    var svg = SVGText()
    for (index, value) in heights.enumerated() {
      let tall = max(10, Int(Int128(height) * Int128(value) / Int128(greatest)))
      svg.rect("bar", x: index * 30, y: height - tall, width: 20, height: tall)
    }
    let width = heights.count * 30
    return "<svg class=\"spark\" viewBox=\"0 0 \(SVGText.length(width)) \(SVGText.length(height))\" "
      + "width=\"\(SVGText.length(width))\" height=\"16\" aria-hidden=\"true\">\n\(svg.text)</svg>"
  }

  private static func condensed(_ values: [Int64], to limit: Int) -> [Int64] {
    guard values.count > limit else { return values }
    let size = (values.count + limit - 1) / limit
    return stride(from: 0, to: values.count, by: size).map { start in
      values[start..<min(start + size, values.count)].reduce(0, +)
    }
  }
}
