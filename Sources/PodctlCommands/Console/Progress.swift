import PodctlCore
import PodctlRender

/// How far a long work has come, on one line of standard error that is overwritten: only on a terminal, only after a
/// second, at most five times a second.
final class Progress {
  private let write: (String) -> Void
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var drawn: ContinuousClock.Instant?

  init(_ write: @escaping (String) -> Void) {
    self.write = write
    start = clock.now
  }

  /// Says where the work is; cheap enough to call for every file or block.
  func update(_ message: @autoclosure () -> String) {
    let now = clock.now
    guard now - start >= .seconds(1), drawn.map({ now - $0 >= .milliseconds(200) }) ?? true else { return }
    drawn = now
    write("\r\u{1B}[K" + DisplayWidth.truncated(FieldValue.singleLine(message()), to: 79))
  }

  func end() {
    if drawn != nil { write("\r\u{1B}[K") }
    drawn = nil
  }
}
