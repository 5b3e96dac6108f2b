import PodctlCore

/// Faults that both drivers find in the same way.
enum DriverFault {
  /// Where an error came from decides what it may show: a migration's own text may be quoted, and so may the complaint
  /// about a statement's text, but not what was said about its values.
  enum Source { case preparing, statement, script }

  static let nested = PodctlError(.internalFault, "a transaction was begun inside another one")
  static let occupied = PodctlError(.internalFault, "a statement was run while another one's rows were still arriving")
  static let loadWithoutWrite = PodctlError(.internalFault, "a bulk load needs a transaction that writes")
  static let wroteWhileReading = PodctlError(.internalFault, "a transaction that only reads was asked to write")

  static func rowWidth(_ count: Int, of columns: Int) -> PodctlError {
    PodctlError(.internalFault, "a row of a bulk load has \(count) of \(columns) values")
  }

  /// PostgreSQL keeps no zero byte in text, so SQLite may not either.
  static func storable(_ text: String) throws(PodctlError) -> String {
    guard !text.utf8.contains(0) else {
      throw PodctlError(.notText, "a text holds a zero byte", hint: "remove it; no database keeps it in a text")
    }
    return text
  }

  /// Years of four digits only: others would not sort as text.
  static func storable(_ day: Day) throws(PodctlError) -> Day {
    guard (0...9999).contains(day.civil.year) else {
      throw PodctlError(.internalFault, "a day lies outside the years 0000 to 9999")
    }
    return day
  }
}
