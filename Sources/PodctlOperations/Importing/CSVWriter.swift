/// Writes records of RFC 4180 as they were read: with comma and LF, quoted where they must be, and nothing guarded, so
/// that a corrected rejects file can be imported as it is.
public enum CSVWriter {
  public static func line(_ fields: [String]) -> String {
    // A record of one empty field would be a blank line, which is no record.
    fields == [""] ? "\"\"\n" : fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
    guard needsQuotes else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text.unicodeScalars.append(scalar) }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
