import PodctlCore

/// JSON (RFC 8259) on one line, its keys in the order given, so that the same values are the same bytes.
public enum JSONText {
  public static func of(_ value: FieldValue) -> String {
    var text = ""
    append(value, to: &text)
    return text
  }

  public static func object(_ entries: [FieldValue.Entry]) -> String { of(.object(entries)) }

  private static func append(_ value: FieldValue, to text: inout String) {
    switch value {
    case .null: text += "null"
    case .text(let string): append(string, to: &text)
    case .integer(let number): text += String(number)
    case .boolean(let flag): text += flag ? "true" : "false"
    case .decimal(let units, let digits): text += FixedPoint.plain(units, digits: digits)
    case .money(let money): text += "{\"minor\":\(money.minor),\"currency\":\"\(money.currency)\"}"
    case .day(let day): text += "\"\(day)\""
    case .instant(let instant): text += "\"\(instant)\""
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        append(value, to: &text)
      }
      text += "]"
    case .object(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += "," }
        append(entry.name, to: &text)
        text += ":"
        append(entry.value, to: &text)
      }
      text += "}"
    }
  }

  private static func append(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // DEL and the C1 controls are legal JSON, but a terminal would obey them.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
