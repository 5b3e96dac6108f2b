import PodctlCore

/// Reads lines of all formats that are tables.
struct TableLines: ~Copyable {
  private var values = FieldValues()
  private var assembly = RequestAssembly()

  /// False when something cannot be read without which a line counts for nothing. What is read is good until the next
  /// line.
  mutating func read(_ line: ByteSpan, _ layout: LogLayout, into request: inout LoggedRequest) -> Bool {
    let isCut =
      switch layout.schema.shape {
      case .delimited: DelimitedLines.read(line, layout, into: &values)
      case .json: JSONLines.read(line, layout, into: &values)
      }
    return isCut && assembly.read(&values, layout.schema, into: &request)
  }

  /// Whether a line can be read in a format.
  mutating func isReadable(_ line: ByteSpan, _ format: LogFormat) -> Bool {
    guard case .delimited(let layout) = format else { return false }
    var request = LoggedRequest()
    return read(line, layout, into: &request)
  }

  /// Whether a line of JSON has the keys by which its format is known.
  mutating func hasMarks(_ line: ByteSpan, _ format: LogFormat) -> Bool {
    guard case .json(let layout) = format, JSONLines.read(line, layout, into: &values) else { return false }
    for mark in layout.schema.marks where !values.has(mark) { return false }
    return true
  }
}
