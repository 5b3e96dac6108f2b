import Foundation
import PodctlCore

/// Walks over the XML declaration, comments, instructions and the DOCTYPE before a document's root element.
struct PrologScanner {
  struct Prolog {
    var encoding: String?
    var definesEntities = false
  }

  let bytes: [UInt8]
  private var position = 0

  init(_ data: Data) { bytes = Array(data) }

  /// Throws `feed_invalid` when the prolog never ends.
  mutating func scan() throws(PodctlError) -> Prolog {
    var prolog = Prolog()
    while position < bytes.count {
      if starts(with: "<?") {
        let instruction = try text(through: "?>")
        if instruction.hasPrefix("<?xml ") || instruction.hasPrefix("<?xml\t") || instruction.hasPrefix("<?xml\n") {
          prolog.encoding = PrologScanner.encoding(instruction)
        }
      } else if starts(with: "<!--") {
        _ = try text(through: "-->")
      } else if starts(with: "<!DOCTYPE") {
        prolog.definesEntities = try doctype().contains("<!ENTITY")
      } else if bytes[position] == UInt8(ascii: "<") {
        return prolog
      } else {
        position += 1
      }
    }
    return prolog
  }

  private func starts(with word: StaticString) -> Bool {
    word.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// What stands up to the end mark, which is stepped over.
  private mutating func text(through end: StaticString) throws(PodctlError) -> String {
    let start = position
    while position < bytes.count, !starts(with: end) { position += 1 }
    guard position < bytes.count else { throw PrologScanner.unended }
    position += end.utf8CodeUnitCount
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The whole DOCTYPE with its internal subset; brackets in quotes or comments end nothing.
  private mutating func doctype() throws(PodctlError) -> String {
    let start = position
    var quote: UInt8?
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if starts(with: "<!--") {
        _ = try text(through: "-->")
        continue
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ">"):
          depth -= 1
          if depth == 0 {
            position += 1
            return String(decoding: bytes[start..<position], as: UTF8.self)
          }
        default: break
        }
      }
      position += 1
    }
    throw unended
  }

  private var unended: PodctlError { PrologScanner.unended }
  private static let unended = PodctlError(
    .feedInvalid, "the feed ends before its first element", hint: "name the RSS feed itself")

  /// The value of `encoding="…"` in an XML declaration.
  private static func encoding(_ declaration: String) -> String? {
    guard let found = declaration.range(of: "encoding") else { return nil }
    let rest = declaration[found.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }
}
