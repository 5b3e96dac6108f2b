import PodctlCore
import PodctlDigest

/// The 32 bytes under which a tenant's listeners and households are hashed. They are never in the database, which holds
/// their fingerprint only.
public struct TenantSecret: Sendable, Equatable {
  public static let length = 32
  public let bytes: [UInt8]

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 64 hexadecimal digits with blank space around them; nil when it is something else.
  init?(hexadecimal text: [UInt8]) {
    let digits = text.filter { $0 != 10 && $0 != 13 && $0 != 32 && $0 != 9 }
    guard digits.count == 2 * TenantSecret.length else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Character(UnicodeScalar(digits[index])).hexDigitValue,
        let low = Character(UnicodeScalar(digits[index + 1])).hexDigitValue
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    self.bytes = bytes
  }

  /// A new secret: random, or drawn from a seed and the slug so that a demo repeats to the byte.
  static func new(for slug: Slug, seed: String?) -> TenantSecret {
    TenantSecret(
      seed.map { SHA256.hash(Array("podctl tenant secret\u{0}\($0)\u{0}\(slug)".utf8)) }
        ?? randomBytes(TenantSecret.length))
  }

  /// SHA-256 of the secret in hexadecimal, as the database keeps it.
  public var fingerprint: String { SHA256.hex(bytes) }
}
