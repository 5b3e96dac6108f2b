import PodctlCore

/// The lines of a log one after the other with their numbers and format, for what need not be fast.
struct LogLines: ~Copyable {
  private let name: String
  private var reader: LineReader
  private var detection: FormatDetection
  private(set) var format: LogFormat?
  /// The number of the line given last, from 1, comments and blank lines included.
  private(set) var number = 0

  init(_ source: LogSource, _ formats: FormatChoice) throws(PodctlError) {
    name = source.name
    detection = FormatDetection(formats, name: source.name)
    reader = try LineReader(source)
  }

  /// The next line that is a record; nil at the end.
  mutating func next() throws(PodctlError) -> (line: ByteSpan, format: LogFormat)? {
    if number == 0, try reader.looksBinary() { throw LogFormat.binary(name) }
    while let line = try reader.next() {
      number += 1
      if line.isEmpty, !reader.isOverlong { continue }
      if !line.isEmpty, line[0] == UInt8(ascii: "#") {
        if let declared = try detection.format(byComment: line) { format = declared }
        continue
      }
      let found = if let format { format } else { try detection.format(of: reader.ahead(of: line)) }
      format = found
      if let renewed = found.renewed(by: line) {
        format = renewed
        continue
      }
      return (line, found)
    }
    return nil
  }
}
