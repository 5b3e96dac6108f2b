/// Reads records of RFC 4180 from UTF-8 bytes: quoted fields may hold delimiters, doubled quotes and line ends; lines
/// end with LF, CRLF or CR; a quote inside an unquoted field is an ordinary character. A record that breaks the rules
/// is handed on with its problem, and reading goes on at the next line.
public struct CSVReader: Sequence, IteratorProtocol, Sendable {
  /// One record, by the line of the file on which it starts.
  public struct Record: Sendable, Equatable {
    public var line: Int
    public var fields: [String]
    /// Why it cannot be taken as it stands; nil for a good record.
    public var problem: RowProblem?

    public init(line: Int, fields: [String], problem: RowProblem? = nil) {
      self.line = line
      self.fields = fields
      self.problem = problem
    }

    var isBlank: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
  }

  /// A quote that is not closed within this many bytes is taken for a stray one, so that it cannot swallow the file.
  static let longestField = 1 << 20
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0
  private var line = 1

  public init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  public mutating func next() -> Record? {
    guard position < bytes.count else { return nil }
    let start = (position: position, line: line)
    var fields: [String] = []
    var problem: RowProblem?
    while true {
      let field: [UInt8]
      if position < bytes.count, bytes[position] == Self.quote {
        guard let quoted = quotedField() else {
          return strayQuote(at: start)
        }
        field = quoted
        if !isAtEndOfField {
          problem = problem ?? RowProblem("text after a closing quote")
          skipField()
        }
      } else {
        let first = position
        skipField()
        field = Array(bytes[first..<position])
      }
      fields.append(Self.text(field, &problem))
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    skipLineEnd()
    return Record(line: start.line, fields: fields, problem: problem)
  }

  private var isAtEndOfField: Bool {
    position >= bytes.count || bytes[position] == delimiter || isLineEnd(bytes[position])
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

  private mutating func skipField() {
    while !isAtEndOfField { position += 1 }
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count, isLineEnd(bytes[position]) else { return }
    let isPair =
      bytes[position] == Self.carriageReturn && position + 1 < bytes.count && bytes[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
    line += 1
  }

  /// The content of a quoted field, with the position after its closing quote; nil when it is never closed.
  private mutating func quotedField() -> [UInt8]? {
    position += 1
    let first = position
    var content: [UInt8] = []
    while position < bytes.count, position - first <= Self.longestField {
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else {
          position += 1
          return content
        }
        position += 1
      }
      let isLoneReturn =
        byte == Self.carriageReturn && !(position + 1 < bytes.count && bytes[position + 1] == Self.lineFeed)
      if byte == Self.lineFeed || isLoneReturn { line += 1 }
      content.append(byte)
      position += 1
    }
    return nil
  }

  /// Gives up the one line on which a quote was opened and never closed.
  private mutating func strayQuote(at start: (position: Int, line: Int)) -> Record {
    position = start.position
    line = start.line
    while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
    var problem: RowProblem? = RowProblem("a quote is opened and never closed")
    let fields = bytes[start.position..<position].split(separator: delimiter, omittingEmptySubsequences: false)
      .map { Self.text(Array($0), &problem) }
    skipLineEnd()
    return Record(line: start.line, fields: fields, problem: problem)
  }

  private static func text(_ bytes: [UInt8], _ problem: inout RowProblem?) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
    problem = problem ?? RowProblem("not UTF-8 text")
    return String(decoding: bytes, as: UTF8.self)
  }
}
