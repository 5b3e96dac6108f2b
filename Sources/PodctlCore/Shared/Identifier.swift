import Foundation

/// A UUID of 16 bytes that names one `Noun`, so that a campaign's id cannot be passed for a tenant's.
public struct Identifier<Noun>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads the canonical 36 characters, in either case; nil when they are not a UUID.
  public init?(_ text: some StringProtocol) {
    var digits: [UInt64] = []
    digits.reserveCapacity(32)
    for (index, byte) in text.utf8.enumerated() {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      digits.append(UInt64(digit))
    }
    guard digits.count == 32 else { return nil }
    high = digits[..<16].reduce(0) { $0 << 4 | $1 }
    low = digits[16...].reduce(0) { $0 << 4 | $1 }
  }

  /// Reads 16 bytes in network order; nil when there are more or fewer.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for byte in bytes {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
    (self.high, self.low) = (high, low)
  }

  /// A UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits.
  public init(milliseconds: Int64, random: (UInt64, UInt64)) {
    high = UInt64(bitPattern: milliseconds) << 16 | 0x7000 | random.0 & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
  }

  /// The 16 bytes in network order.
  public var bytes: [UInt8] {
    [high, low].flatMap { word in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  public var description: String {
    String(unsafeUninitializedCapacity: 36) { text in
      var written = 0
      for nibble in 0..<32 {
        if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
          text[written] = UInt8(ascii: "-")
          written += 1
        }
        let digit = UInt8(truncatingIfNeeded: (nibble < 16 ? high : low) >> UInt64(60 - nibble % 16 * 4)) & 15
        text[written] = digit < 10 ? 48 + digit : 87 + digit
        written += 1
      }
      return written
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Where new ids come from: the process's random source, or a seeded one for tests and repeatable demos.
public protocol IdentifierSource: AnyObject, Sendable {
  func next<Noun>(_ noun: Noun.Type) -> Identifier<Noun>
}

/// A short name that people type: lower-case letters, digits and hyphens, 1 to 63 of them.
public struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String
  public var description: String { text }

  /// Takes a slug as typed; throws `invalid_slug` with a proposal when it is not one.
  public init(_ text: String) throws(PodctlError) {
    guard Slug.isValid(text) else {
      // A proposal made of an address or a key would hold what is in it.
      let proposal = Redaction.isPrivate(text) ? nil : Slug.proposed(for: text)
      throw PodctlError(
        .invalidSlug, "\"\(text)\" is not a slug",
        hint: "use 1 to 63 lower-case letters, digits and hyphens, a letter or digit at each end"
          + (proposal.map { ", for example \"\($0)\"" } ?? ""))
    }
    self.text = text
  }

  /// The nearest slug to a name ("Acme & Sons" → "acme-sons"); nil when nothing of the name is left.
  public static func proposed(for name: String) -> String? {
    var result = ""
    for scalar in name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.isDiacritic || scalar == "'" || scalar == "’" {
        continue
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result.append("-")
      }
    }
    result = String(result.prefix(63))
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? nil : result
  }

  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let hyphen = UInt8(ascii: "-")
    guard (1...63).contains(bytes.count), bytes.first != hyphen, bytes.last != hyphen else { return false }
    return bytes.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == hyphen
    }
  }

  public static func < (left: Slug, right: Slug) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
}

extension Identifier: Codable {
  /// Reads the 36 characters that `encode` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = Identifier(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Slug: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
