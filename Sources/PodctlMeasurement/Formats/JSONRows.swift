import PodctlCore

/// Makes lines of a JSON document: each object of its first array of objects, or each of several objects that are
/// written over many lines, becomes a line of its own. It is done byte by byte, so that memory does not grow with the
/// document.
final class JSONRows {
  /// How many brackets are open where a row begins.
  private let rowDepth: Int
  private var depth = 0
  /// Which of the open brackets are arrays, the innermost lowest.
  private var arrays: UInt64 = 0
  private var isInText = false
  private var isEscaped = false
  private var isInRow = false
  private var hasSeenRow = false
  private var hasEnded = false
  private var input: [UInt8]
  private var at = 0
  private var count: Int
  private static let chunk = 1 << 16

  /// Takes over the document's first bytes.
  init(_ head: [UInt8], depth: Int) {
    rowDepth = depth
    input = head
    count = head.count
  }

  /// At which depth the rows of a document begin whose first bytes are given; nil for what is no such document, or has
  /// one object a line already.
  static func depth(of head: [UInt8]) -> Int? {
    var rest = head[...]
    if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
    rest = rest.drop(while: isBlank)
    guard let first = rest.popFirst() else { return nil }
    if first == UInt8(ascii: "[") {
      let next = rest.drop(while: isBlank).first
      return next == UInt8(ascii: "{") || next == UInt8(ascii: "]") ? 1 : nil
    }
    guard first == UInt8(ascii: "{") else { return nil }
    var depth = 1
    var isInText = false
    var isEscaped = false
    var hasLineEnd = false
    var hasRows = false
    while depth > 0, let byte = rest.popFirst() {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == 92 {
          isEscaped = true
        } else if byte == 34 {
          isInText = false
        }
        continue
      }
      switch byte {
      case 34: isInText = true
      case 10: hasLineEnd = true
      case UInt8(ascii: "["):
        if depth == 1, rest.drop(while: isBlank).first == UInt8(ascii: "{") { hasRows = true }
        depth += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    // Where another object follows, each of them is a row, whatever arrays it has.
    let isFollowed = rest.drop(while: isBlank).first == UInt8(ascii: "{")
    if hasRows, !isFollowed { return 2 }
    return hasLineEnd ? 0 : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// Writes up to `count` bytes of lines, asking for more of the document as it needs it; 0 at the end.
  func read(
    into target: UnsafeMutablePointer<UInt8>, count room: Int,
    from source: (UnsafeMutablePointer<UInt8>, Int) throws(PodctlError) -> Int
  ) throws(PodctlError) -> Int {
    var written = 0
    // The last brace of a row writes two bytes.
    while written + 1 < room, !hasEnded {
      if at == count {
        if input.count < JSONRows.chunk { input = [UInt8](repeating: 0, count: JSONRows.chunk) }
        at = 0
        count = try JSONRows.refill(&input, source)
        if count == 0 {
          hasEnded = true
          break
        }
      }
      input.withUnsafeBufferPointer { bytes in
        while at < count, written + 1 < room, !hasEnded {
          step(bytes[at], target, &written)
          at += 1
        }
      }
    }
    return written
  }

  private static func refill(
    _ input: inout [UInt8], _ source: (UnsafeMutablePointer<UInt8>, Int) throws(PodctlError) -> Int
  ) throws(PodctlError) -> Int {
    let taken = input.withUnsafeMutableBufferPointer { buffer -> Result<Int, PodctlError> in
      guard let base = buffer.baseAddress else { return .success(0) }
      do throws(PodctlError) {
        return .success(try source(base, buffer.count))
      } catch {
        return .failure(error)
      }
    }
    return try taken.get()
  }

  @inline(__always)
  private func step(_ byte: UInt8, _ target: UnsafeMutablePointer<UInt8>, _ written: inout Int) {
    var isKept = isInRow
    var endsRow = false
    if isInText {
      if isEscaped { isEscaped = false } else if byte == 92 { isEscaped = true } else if byte == 34 { isInText = false }
      if byte == 10 || byte == 13 { isKept = false }
    } else {
      switch byte {
      case 34: isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if !isInRow, byte == UInt8(ascii: "{"), depth == rowDepth, depth == 0 || arrays & 1 == 1 {
          isInRow = true
          isKept = true
        }
        arrays = arrays << 1 | (byte == UInt8(ascii: "[") ? 1 : 0)
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        arrays >>= 1
        depth = max(0, depth - 1)
        endsRow = isInRow && depth == rowDepth
        hasSeenRow = hasSeenRow || endsRow
        if !isInRow, hasSeenRow, depth < rowDepth { hasEnded = true }
      default: if JSONRows.isBlank(byte) { isKept = false }
      }
    }
    guard isKept else { return }
    target[written] = byte
    written += 1
    if endsRow {
      target[written] = 10
      written += 1
      isInRow = false
    }
  }
}
