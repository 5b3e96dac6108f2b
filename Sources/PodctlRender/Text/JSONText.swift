import PodctlCore

/// JSON (RFC 8259) on one line, its keys in the order given, so that the same values are the same bytes. It is written as
/// bytes: a list of ten thousand episodes is five megabytes, and putting scalars into a String one by one took most of
/// the time of showing it.
public enum JSONText {
  public static func of(_ value: FieldValue) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  public static func object(_ entries: [FieldValue.Entry]) -> String { of(.object(entries)) }

  static func append(_ value: FieldValue, to bytes: inout [UInt8]) {
    switch value {
    case .null, .absent: bytes += "null".utf8
    case .text(let string): append(string, to: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
    case .decimal(let units, let digits): bytes += FixedPoint.plain(units, digits: digits).utf8
    case .money(let money): bytes += "{\"minor\":\(money.minor),\"currency\":\"\(money.currency)\"}".utf8
    case .day(let day): bytes += "\"\(day)\"".utf8
    case .instant(let instant): bytes += "\"\(instant)\"".utf8
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let entries):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in entries.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(entry.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(entry.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// A text in quotes.
  static func append(_ string: String, to bytes: inout [UInt8]) {
    var string = string
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { append(utf8: $0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whatever needs no escape is copied as it is, from one escape to the next.
  private static func append(utf8 text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var copied = 0
    var index = 0
    while index < text.count {
      guard let escape = escape(of: text, at: index) else {
        index += 1
        continue
      }
      bytes += text[copied..<index]
      bytes += escape.text.utf8
      index += escape.length
      copied = index
    }
    bytes += text[copied...]
  }

  /// What stands for the scalar that begins at a place, and its bytes; nil for one that stands for itself.
  @inline(__always)
  private static func escape(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
    let byte = text[index]
    if byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C { return nil }
    switch byte {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case ..<0x20, 0x7F: return (hexadecimal(UInt32(byte)), 1)
    // DEL and the C1 controls are legal JSON, but a terminal would obey them.
    case 0xC2 where text[index + 1] < 0xA0: return (hexadecimal(UInt32(text[index + 1])), 2)
    // Line and paragraph separators end a line of JavaScript.
    case 0xE2 where text[index + 1] == 0x80 && text[index + 2] | 1 == 0xA9:
      return (hexadecimal(0x1F80 + UInt32(text[index + 2])), 3)
    default: return nil
    }
  }

  private static func hexadecimal(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
