extension Sheet {
  /// RFC 4180 with lines ending in LF.
  var csvText: String {
    ([headings.map(\.name)] + rows.map { $0.map { DelimitedText.csvCell($0) } })
      .map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// Tab-separated; tabs, line ends and backslashes within a cell are written `\t`, `\n`, `\r` and `\\`.
  var tsvText: String {
    ([headings.map(\.name)] + rows.map { $0.map { DelimitedText.tsvCell($0.plain) } })
      .map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}

/// Cells of CSV and TSV.
public enum DelimitedText {
  /// A CSV cell, quoted where it must be. A text that a spreadsheet would run as a formula gets a leading apostrophe;
  /// figures are left alone.
  public static func csvCell(_ value: FieldValue) -> String {
    switch value {
    case .text, .list, .object: quoted(guarded(value.plain))
    default: quoted(value.plain)
    }
  }

  static func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r": "'" + text
    default: text
    }
  }

  static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  static func tsvCell(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
