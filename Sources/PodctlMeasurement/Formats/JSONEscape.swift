/// The escapes of JSON texts (RFC 8259, section 7).
enum JSONEscape {
  /// Writes a text without its escapes, which never makes it longer; returns the length, or nil when an escape is none.
  static func undo(_ text: ByteSpan, into target: UnsafeMutablePointer<UInt8>) -> Int? {
    var written = 0
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\") else {
        target[written] = text[index]
        written += 1
        index += 1
        continue
      }
      guard index + 1 < text.count else { return nil }
      let sign = text[index + 1]
      index += 2
      guard sign != UInt8(ascii: "u") else {
        guard let unit = unit(text, at: index) else { return nil }
        index += 4
        var scalar = unit
        if (0xd800..<0xdc00).contains(unit), index + 1 < text.count, text[index] == UInt8(ascii: "\\"),
          text[index + 1] == UInt8(ascii: "u"), let low = JSONEscape.unit(text, at: index + 2),
          (0xdc00..<0xe000).contains(low)
        {
          scalar = 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)
          index += 6
        }
        // Half of a pair is no character.
        for byte in String(Unicode.Scalar(scalar).map(Character.init) ?? "\u{fffd}").utf8 {
          target[written] = byte
          written += 1
        }
        continue
      }
      switch sign {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): target[written] = sign
      case UInt8(ascii: "b"): target[written] = 8
      case UInt8(ascii: "f"): target[written] = 12
      case UInt8(ascii: "n"): target[written] = 10
      case UInt8(ascii: "r"): target[written] = 13
      case UInt8(ascii: "t"): target[written] = 9
      default: return nil
      }
      written += 1
    }
    return written
  }

  /// Four hexadecimal digits.
  private static func unit(_ text: ByteSpan, at start: Int) -> UInt32? {
    guard start + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for index in start..<(start + 4) {
      let digit: UInt8
      switch text[index] {
      case 48...57: digit = text[index] - 48
      case 65...70: digit = text[index] - 55
      case 97...102: digit = text[index] - 87
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
