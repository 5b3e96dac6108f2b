import Foundation
import PodctlCore
import PodctlRender
import PodctlStore

/// What happens when someone stops podctl: one message, and 130 or 143. A PostgreSQL server is asked to stop the running
/// statement; databases roll back an open transaction when the process is gone, so nothing else has to be undone.
enum Signals {
  // A signal handler may neither allocate nor lock: its words are laid ready here once, before any thread starts, and
  // are never changed afterwards.
  nonisolated(unsafe) private static var interrupted = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  nonisolated(unsafe) private static var terminated = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  // Set by a handler before it stops a server, whose answer must not end the process with another status.
  nonisolated(unsafe) private static var isStopping = false

  /// Where a handler is at work already, its status is the one: waits for it to end the process.
  static func waitForHandler() {
    while isStopping { pause() }
  }

  /// A closed pipe comes back as an error of the write, not as a signal.
  static func prepare(asJSON: Bool) {
    signal(SIGPIPE, SIG_IGN)
    PostgresCancel.prepare()
    interrupted = laid(PodctlError(.interrupted, "interrupted", hint: "run it again"), asJSON)
    terminated = laid(PodctlError(.terminated, "terminated", hint: "run it again"), asJSON)
    signal(SIGINT) { _ in
      Signals.isStopping = true
      _ = Foundation.write(2, Signals.interrupted.baseAddress, Signals.interrupted.count)
      // A server that does not answer must not hold the process back.
      signal(SIGALRM) { _ in _exit(ExitStatus.interrupted.rawValue) }
      alarm(1)
      PostgresCancel.all()
      _exit(ExitStatus.interrupted.rawValue)
    }
    signal(SIGTERM) { _ in
      Signals.isStopping = true
      _ = Foundation.write(2, Signals.terminated.baseAddress, Signals.terminated.count)
      signal(SIGALRM) { _ in _exit(ExitStatus.terminated.rawValue) }
      alarm(1)
      PostgresCancel.all()
      _exit(ExitStatus.terminated.rawValue)
    }
  }

  private static func laid(_ error: PodctlError, _ asJSON: Bool) -> UnsafeMutableRawBufferPointer {
    let text = asJSON ? ErrorText.json(error) : ErrorText.human(error, hasColor: false)
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
    bytes.copyBytes(from: text.utf8)
    return bytes
  }
}
