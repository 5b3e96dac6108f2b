import PodctlCore
import PodctlDigest
import Synchronization

/// UUIDs of version 7 whose random bits are a hash of a seed, the command's words and a counter: the same command gives
/// the same ids on either database, and another command gives others.
final class SeededIdentifiers: IdentifierSource {
  private let prefix: [UInt8]
  private let now: @Sendable () -> Instant
  private let state = Mutex(State())

  private struct State {
    var counter = 0
    var salt = 0
  }

  init(seed: String, words: [String], now: @escaping @Sendable () -> Instant) {
    self.now = now
    var bytes: [UInt8] = []
    for word in [seed] + SeededIdentifiers.withoutDatabase(words) { bytes += Array(word.utf8) + [0] }
    prefix = bytes
  }

  /// Tells apart the same command run twice: the number of runs that the database remembers.
  func salt(_ number: Int) { state.withLock { $0.salt = number } }

  func next<Noun>(_ noun: Noun.Type) -> Identifier<Noun> {
    let (counter, salt) = state.withLock { state in
      state.counter += 1
      return (state.counter, state.salt)
    }
    let hash = SHA256.hash(prefix + Array("\(salt) \(counter)".utf8))
    return Identifier(milliseconds: now().milliseconds, random: randomWords(hash))
  }

  static func withoutDatabase(_ words: [String]) -> [String] {
    var kept: [String] = []
    var skipsNext = false
    for word in words {
      if skipsNext {
        skipsNext = false
      } else if word == "--database" {
        skipsNext = true
      } else if !word.hasPrefix("--database=") {
        kept.append(word)
      }
    }
    return kept
  }
}
