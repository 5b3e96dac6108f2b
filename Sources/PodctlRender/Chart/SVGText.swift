/// Writes SVG elements. Lengths are whole tenths of a pixel, so that the same figures are the same bytes everywhere.
struct SVGText {
  private(set) var text = ""

  /// `12.3`, without a decimal that is zero.
  static func length(_ tenths: Int) -> String {
    let magnitude = abs(tenths)
    return (tenths < 0 ? "-" : "") + "\(magnitude / 10)" + (magnitude % 10 == 0 ? "" : ".\(magnitude % 10)")
  }

  /// Opens a picture that names and describes itself.
  mutating func open(width: Int, height: Int, className: String, title: String, description: String) {
    text += "<svg class=\"\(className)\" viewBox=\"0 0 \(Self.length(width)) \(Self.length(height))\" role=\"img\" "
    text += "aria-label=\"\(HTMLText.escaped(title + ". " + description))\">"
    text += "<title>\(HTMLText.escaped(title))</title><desc>\(HTMLText.escaped(description))</desc>\n"
  }

  mutating func close() { text += "</svg>\n" }

  mutating func rect(_ className: String, x: Int, y: Int, width: Int, height: Int, radius: Int = 0) {
    let lengths = "x=\"\(Self.length(x))\" y=\"\(Self.length(y))\" width=\"\(Self.length(max(0, width)))\" "
    let corner = radius > 0 ? " rx=\"\(Self.length(radius))\"" : ""
    text +=
      "<rect class=\"\(className)\" \(lengths)height=\"\(Self.length(max(0, height)))\"\(corner)\(SVGStyle.shape(className))/>\n"
  }

  mutating func line(_ className: String, from: (x: Int, y: Int), to: (x: Int, y: Int)) {
    text += "<line class=\"\(className)\" x1=\"\(Self.length(from.x))\" y1=\"\(Self.length(from.y))\" "
    text += "x2=\"\(Self.length(to.x))\" y2=\"\(Self.length(to.y))\"\(SVGStyle.shape(className))/>\n"
  }

  mutating func path(_ className: String, through points: [(x: Int, y: Int)], closingAt base: Int? = nil) {
    guard let first = points.first, let last = points.last else { return }
    var drawing = ""
    for (index, point) in points.enumerated() {
      drawing += "\(index == 0 ? "M" : "L")\(Self.length(point.x)) \(Self.length(point.y))"
    }
    if let base {
      let foot = Self.length(base)
      drawing += "L\(Self.length(last.x)) \(foot)L\(Self.length(first.x)) \(foot)Z"
    }
    text += "<path class=\"\(className)\" d=\"\(drawing)\"\(SVGStyle.shape(className))/>\n"
  }

  mutating func circle(_ className: String, x: Int, y: Int, radius: Int) {
    text += "<circle class=\"\(className)\" cx=\"\(Self.length(x))\" cy=\"\(Self.length(y))\" "
    text += "r=\"\(Self.length(radius))\"\(SVGStyle.shape(className))/>\n"
  }

  mutating func label(_ className: String, _ words: String, x: Int, y: Int) {
    text += "<text class=\"\(className)\" x=\"\(Self.length(x))\" y=\"\(Self.length(y))\"\(SVGStyle.text(className))>"
    text += "\(HTMLText.escaped(words))</text>\n"
  }
}
