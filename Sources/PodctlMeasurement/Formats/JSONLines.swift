/// Reads lines that hold one JSON object each, without making anything of the keys that nobody asks for.
enum JSONLines {
  /// More places than a schema has, since they are kept as bits.
  static let mostPlaces = 64

  /// Fills in the values of the keys that are asked for; false for a line that is no JSON object.
  static func read(_ line: ByteSpan, _ layout: LogLayout, into values: inout FieldValues) -> Bool {
    values.begin(line.count)
    layout.setConstants(values)
    guard let base = line.baseAddress else { return false }
    var scanner = JSONScanner(base, line.count)
    guard scanner.take(UInt8(ascii: "{")) else { return false }
    return layout.places.withUnsafeBufferPointer { places in
      let all: UInt64 = places.count >= 64 ? .max : (1 << UInt64(places.count)) - 1
      return object(&scanner, places, among: all, depth: 0, &values) && scanner.isAtEnd()
    }
  }

  /// Reads an object behind its brace, in which the keys of these places may stand.
  private static func object(
    _ scanner: inout JSONScanner, _ places: UnsafeBufferPointer<LogLayout.Place>, among candidates: UInt64, depth: Int,
    _ values: inout FieldValues
  ) -> Bool {
    if scanner.take(UInt8(ascii: "}")) { return true }
    while true {
      guard let key = scanner.string(), scanner.take(UInt8(ascii: ":")) else { return false }
      let (whole, begun) = matching(key.text, places, candidates, depth)
      switch scanner.peek() {
      case UInt8(ascii: "\""):
        guard let string = scanner.string() else { return false }
        if whole != 0 {
          var text = string.text
          if string.hasEscapes {
            guard let plain = unescape(string.text, &values) else { return false }
            text = plain
          }
          set(text, places, whole, values)
        }
      case UInt8(ascii: "{") where begun != 0:
        guard scanner.take(UInt8(ascii: "{")), object(&scanner, places, among: begun, depth: depth + 1, &values) else {
          return false
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["): if !scanner.skipValue() { return false }
      default:
        guard let literal = scanner.literal() else { return false }
        if whole != 0 { set(literal.hasPrefix("null") ? .nothing : literal, places, whole, values) }
      }
      if scanner.take(UInt8(ascii: ",")) { continue }
      return scanner.take(UInt8(ascii: "}"))
    }
  }

  /// Which places' keys end with this part, and which go on behind it.
  @inline(__always)
  private static func matching(
    _ key: ByteSpan, _ places: UnsafeBufferPointer<LogLayout.Place>, _ candidates: UInt64, _ depth: Int
  ) -> (whole: UInt64, begun: UInt64) {
    var whole: UInt64 = 0
    var begun: UInt64 = 0
    var rest = candidates
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      rest &= rest - 1
      let parts = places[number].key
      guard parts[depth].count == key.count, let base = key.baseAddress,
        parts[depth].withUnsafeBytes({ $0.elementsEqual(UnsafeRawBufferPointer(start: base, count: key.count)) })
      else { continue }
      if parts.count == depth + 1 { whole |= 1 << UInt64(number) } else { begun |= 1 << UInt64(number) }
    }
    return (whole, begun)
  }

  private static func set(
    _ value: ByteSpan, _ places: UnsafeBufferPointer<LogLayout.Place>, _ matches: UInt64,
    _ values: borrowing FieldValues
  ) {
    var rest = matches
    while rest != 0 {
      let place = places[rest.trailingZeroBitCount]
      values.set(place.field, value, rank: place.rank)
      rest &= rest - 1
    }
  }

  /// A text without its escapes; nil when one of them is none.
  private static func unescape(_ text: ByteSpan, _ values: inout FieldValues) -> ByteSpan? {
    var isValid = true
    let plain = values.take(text.count) { target in
      guard let written = JSONEscape.undo(text, into: target) else {
        isValid = false
        return 0
      }
      return written
    }
    return isValid ? plain : nil
  }
}
