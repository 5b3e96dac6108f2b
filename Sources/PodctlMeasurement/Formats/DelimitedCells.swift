import Glibc

/// Cuts a line into cells by a separator.
struct DelimitedCells {
  private let line: ByteSpan
  private let delimiting: LogSchema.Delimiting
  private var at = 0
  private var isAtEnd = false
  /// The cell given last holds quotes written twice.
  private(set) var hasDoubledQuotes = false
  /// A quote was opened and not closed, or closed in the midst of a cell.
  private(set) var isTorn = false

  init(_ line: ByteSpan, _ delimiting: LogSchema.Delimiting) {
    self.line = line
    self.delimiting = delimiting
  }

  /// The next cell without its quotes; nil behind the last one.
  @inline(__always)
  mutating func next() -> ByteSpan? {
    if isAtEnd { return nil }
    hasDoubledQuotes = false
    if delimiting.quoting != .none, at < line.count {
      switch line[at] {
      case UInt8(ascii: "\""): return quoted(until: UInt8(ascii: "\""))
      case UInt8(ascii: "["): if delimiting.quoting == .bracketed { return quoted(until: UInt8(ascii: "]")) }
      default: break
      }
    }
    let end = line.firstIndex(of: delimiting.separator, from: at) ?? line.count
    let cell = line.slice(at, end)
    isAtEnd = end == line.count
    at = end + 1
    return cell
  }

  private mutating func quoted(until close: UInt8) -> ByteSpan? {
    let start = at + 1
    var search = start
    while let end = line.firstIndex(of: close, from: search) {
      if delimiting.quoting == .doubled, end + 1 < line.count, line[end + 1] == close {
        hasDoubledQuotes = true
        search = end + 2
      } else if end + 1 == line.count || line[end + 1] == delimiting.separator {
        isAtEnd = end + 1 == line.count
        at = end + 2
        return line.slice(start, end)
      } else if delimiting.quoting == .doubled {
        break
      } else {
        search = end + 1
      }
    }
    isTorn = true
    isAtEnd = true
    return nil
  }

  /// Writes a cell with every doubled quote as one; returns the length.
  static func undouble(_ cell: ByteSpan, into target: UnsafeMutablePointer<UInt8>) -> Int {
    var written = 0
    var index = 0
    while index < cell.count {
      target[written] = cell[index]
      written += 1
      index += cell[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return written
  }
}
