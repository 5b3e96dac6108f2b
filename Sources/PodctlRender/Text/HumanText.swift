import PodctlCore

extension FieldValue {
  /// The value as a table shows it to people.
  public func human(_ layout: Layout) -> String {
    switch self {
    case .null: "—"
    case .absent(let word): word
    case .text(let text): FieldValue.singleLine(text)
    case .integer(let number): FixedPoint.grouped(number)
    case .boolean(let flag): flag ? "yes" : "no"
    case .decimal(let units, let digits): FixedPoint.grouped(units, digits: digits)
    case .money(let money): "\(money)"
    case .day(let day): "\(day)"
    case .instant(let instant): layout.now.map { RelativeTime.of(instant, from: $0) } ?? "\(instant)"
    case .list(let values): values.isEmpty ? "—" : values.map { $0.human(layout) }.joined(separator: ", ")
    case .object(let entries): entries.map { "\($0.name) \($0.value.human(layout))" }.joined(separator: ", ")
    }
  }

  /// The value as CSV and TSV carry it: plain figures, no separators of thousands, empty for unknown.
  public var plain: String {
    switch self {
    case .null, .absent: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .boolean(let flag): flag ? "true" : "false"
    case .decimal(let units, let digits): FixedPoint.plain(units, digits: digits)
    case .money(let money): "\(money.decimal) \(money.currency)"
    case .day(let day): "\(day)"
    case .instant(let instant): "\(instant)"
    case .list(let values): values.map(\.plain).joined(separator: ";")
    case .object: JSONText.of(self)
    }
  }

  /// One line without control characters: a feed's title must not move the cursor of a terminal.
  public static func singleLine(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
