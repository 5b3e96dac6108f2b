import PodctlCore
import PodctlDigest

/// UUIDs of version 7 from the system's random source.
final class RandomIdentifiers: IdentifierSource {
  private let now: @Sendable () -> Instant

  init(now: @escaping @Sendable () -> Instant) { self.now = now }

  func next<Noun>(_ noun: Noun.Type) -> Identifier<Noun> {
    Identifier(milliseconds: now().milliseconds, random: randomWords(randomBytes(16)))
  }
}

/// The first two words of some random bytes, as a UUID of version 7 takes them.
func randomWords(_ bytes: [UInt8]) -> (UInt64, UInt64) {
  (
    bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) },
    bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  )
}
