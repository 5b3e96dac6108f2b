import Foundation
import Synchronization

/// Several threads that do the same at once, each with its own number.
public enum Threads {
  public struct Outcome: Sendable {
    public var errors: [String]
  }

  /// Starts them together, waits for all, and gives what they threw.
  public static func run(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) -> Outcome {
    let errors = Shared()
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      let thread = Thread {
        do { try body(number) } catch { errors.texts.withLock { $0.append("\(error)") } }
        group.leave()
      }
      thread.start()
    }
    group.wait()
    return Outcome(errors: errors.texts.withLock { $0 })
  }

  private final class Shared: Sendable {
    let texts = Mutex<[String]>([])
  }
}
