/// A body of `application/x-www-form-urlencoded` as Stripe reads it: nested names in brackets, lists numbered from 0.
public enum FormValue: Sendable, Hashable {
  case text(String)
  case integer(Int64)
  case flag(Bool)
  /// Left out altogether, unlike an empty text, which unsets.
  case none
  case list([FormValue])
  case object([FormField])
}

/// A name and its value; fields keep their order, so that the same content is the same bytes.
public struct FormField: Sendable, Hashable {
  public var name: String
  public var value: FormValue

  public init(_ name: String, _ value: FormValue) {
    self.name = name
    self.value = value
  }
}

public enum FormBody {
  /// The fields in their order, as bytes.
  public static func encoded(_ fields: [FormField]) -> [UInt8] {
    Array(pairs(fields).map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&").utf8)
  }

  /// Names and values as they stand in a body; nil where the bytes are no such body.
  public static func decoded(_ bytes: [UInt8]) -> [(name: String, value: String)]? {
    var pairs: [(name: String, value: String)] = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let name = unescaped(sides[0]), let value = unescaped(sides[1]) else { return nil }
      pairs.append((name, value))
    }
    return pairs
  }

  static func pairs(_ fields: [FormField]) -> [(name: String, value: String)] {
    fields.flatMap { pairs(named: $0.name, $0.value) }
  }

  private static func pairs(named name: String, _ value: FormValue) -> [(name: String, value: String)] {
    switch value {
    case .text(let text): [(name, text)]
    case .integer(let number): [(name, String(number))]
    case .flag(let flag): [(name, flag ? "true" : "false")]
    case .none: []
    case .list(let values): values.enumerated().flatMap { pairs(named: "\(name)[\($0.offset)]", $0.element) }
    case .object(let fields): fields.flatMap { pairs(named: "\(name)[\($0.name)]", $0.value) }
    }
  }

  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "]"):
        bytes.append(byte)
      case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        result.append(high << 4 | low)
      default: result.append(byte)
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
  }
}
