import PodctlCore
import PodctlDigest

/// The secret under which a tenant's listeners and households are hashed. It lies in a file or a credentials folder;
/// the database holds its fingerprint alone.
public struct TenantSecret: Sendable {
  private let key: [UInt8]

  init(key: [UInt8]) { self.key = key }

  /// 32 random bytes.
  public static func random() -> TenantSecret { TenantSecret(key: randomBytes(32)) }

  /// A secret that depends on a seed and a slug alone, for tests and repeatable demos.
  public static func seeded(_ seed: String, slug: Slug) -> TenantSecret {
    TenantSecret(key: HMACSHA256(key: Array(seed.utf8)).code(for: Array("podctl tenant \(slug)".utf8)))
  }

  /// Reads the hexadecimal text of a file; nil when it is not 32 bytes.
  init?(text: String) {
    let digits = text.filter { !$0.isWhitespace }.map { $0.hexDigitValue }
    guard digits.count == 64, digits.allSatisfy({ $0 != nil }) else { return nil }
    let values = digits.map { UInt8($0 ?? 0) }
    key = stride(from: 0, to: 64, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  var text: String { key.hexadecimal + "\n" }

  /// SHA-256 of the secret, in hexadecimal; what the database keeps.
  public var fingerprint: String { SHA256.hex(key) }

  /// The keyed hash that listeners and households are stored as.
  public func hashing() -> HMACSHA256 { HMACSHA256(key: key) }
}
