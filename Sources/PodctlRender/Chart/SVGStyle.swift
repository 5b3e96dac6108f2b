/// The look of a shape as attributes of its own. A browser's style sheet goes before them, in light and in dark; a
/// printer, or whoever takes the picture out of its page, has nothing else.
enum SVGStyle {
  private static let accent = "#0b5560"
  private static let soft = "#56626a"
  private static let ink = "#1a2226"
  private static let rule = "#dcdfdc"

  /// For example ` fill="none" stroke="#56626a"`, of all the class's words together.
  static func shape(_ className: String) -> String {
    switch className {
    case "grid": line(rule, width: "1")
    case "axis": line(soft, width: "1")
    case "before": line(ink, width: "2")
    case "target": " fill=\"none\"" + line(soft, width: "1.5") + " stroke-dasharray=\"6 4\""
    case "projection":
      " fill=\"none\"" + line(accent, width: "2") + " stroke-dasharray=\"1.5 4\" stroke-linecap=\"round\""
    case "actual": " fill=\"none\"" + line(accent, width: "2.5") + " stroke-linejoin=\"round\""
    case "area": " fill=\"\(accent)\" opacity=\"0.1\""
    case "highlight": " fill=\"#eef0ed\""
    case "bar", "dot": " fill=\"\(accent)\""
    default: ""
    }
  }

  static func text(_ className: String) -> String {
    let words = className.split(separator: " ")
    let fill = words.contains("actual-name") ? accent : words.contains("value") ? ink : soft
    let anchor = words.contains("middle") ? "middle" : words.contains("end") ? "end" : nil
    let isStrong = words.contains("strong")
    return " fill=\"\(fill)\" font-size=\"\(isStrong ? 13 : 12)\"" + (isStrong ? " font-weight=\"700\"" : "")
      + " font-family=\"Helvetica, Arial, sans-serif\"" + (anchor.map { " text-anchor=\"\($0)\"" } ?? "")
  }

  private static func line(_ color: String, width: String) -> String {
    " stroke=\"\(color)\" stroke-width=\"\(width)\""
  }
}
