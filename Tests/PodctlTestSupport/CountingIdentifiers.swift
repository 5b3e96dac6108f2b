import PodctlCore
import Synchronization

/// Ids that count up from one, so that a test can name them and they sort in the order of making.
public final class CountingIdentifiers: IdentifierSource {
  private let count: Mutex<UInt64>

  /// The first id is one after `start`.
  public init(from start: UInt64 = 0) { count = Mutex(start) }

  public func next<Noun>(_ noun: Noun.Type) -> Identifier<Noun> {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return Identifier(milliseconds: FixedTime.now.milliseconds, random: (0, number))
  }
}
