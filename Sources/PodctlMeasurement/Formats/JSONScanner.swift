import Glibc

/// Walks over the bytes of one JSON object.
struct JSONScanner {
  private(set) var at: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  /// Deeper values are no log's.
  private static let deepest = 64

  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    at = start
    end = start + count
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while at < end, at.pointee == 32 || (at.pointee >= 9 && at.pointee <= 13) { at += 1 }
  }

  /// The next sign that is no blank, which stays; 0 at the end.
  @inline(__always)
  mutating func peek() -> UInt8 {
    skipBlanks()
    return at < end ? at.pointee : 0
  }

  /// Steps over a sign when it comes next.
  @inline(__always)
  mutating func take(_ sign: UInt8) -> Bool {
    guard peek() == sign, at < end else { return false }
    at += 1
    return true
  }

  /// Whether nothing but blanks is left.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return at == end
  }

  /// A text without its quotes, escapes as they are, and whether it has any; nil when it does not end.
  @inline(__always)
  mutating func string() -> (text: ByteSpan, hasEscapes: Bool)? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = at
    var hasEscapes = false
    while at < end {
      let byte = at.pointee
      if byte == UInt8(ascii: "\"") {
        let text = ByteSpan(from: start, to: at)
        at += 1
        return (text, hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        at += 1
      }
      at += 1
    }
    at = min(at, end)
    return nil
  }

  /// A number, `true`, `false` or `null` as it stands; nil when it is none.
  mutating func literal() -> ByteSpan? {
    skipBlanks()
    let start = at
    while at < end {
      switch at.pointee {
      case 48...57, 97...122, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"): at += 1
      default: return at > start ? ByteSpan(from: start, to: at) : nil
      }
    }
    return at > start ? ByteSpan(from: start, to: at) : nil
  }

  /// Steps over a value of any kind; false when it does not end or lies too deep.
  mutating func skipValue() -> Bool {
    var depth = 0
    repeat {
      switch peek() {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
        if depth > JSONScanner.deepest { return false }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return false }
        depth -= 1
        at += 1
      case UInt8(ascii: "\""): if string() == nil { return false }
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { return false }
        at += 1
      default: if literal() == nil { return false }
      }
    } while depth > 0
    return true
  }
}
