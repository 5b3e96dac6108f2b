import Foundation
import PodctlCore

/// The reader of standard output has gone; podctl ends quietly.
struct ClosedPipe: Error {}

/// A way out for bytes: a file descriptor of the process, or a test's memory.
protocol ByteSink: AnyObject {
  func write(_ bytes: UnsafeRawBufferPointer) throws
}

/// A file descriptor, written without a buffer of its own.
final class Descriptor: ByteSink {
  private let number: Int32

  init(_ number: Int32) { self.number = number }

  /// Throws `ClosedPipe`, `disk_full` or `io_failed`.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Foundation.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
        continue
      }
      switch errno {
      case EINTR: continue
      case EPIPE: throw ClosedPipe()
      case EAGAIN:
        var wait = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      case ENOSPC, EDQUOT:
        throw PodctlError(.diskFull, "the output's disk is full", hint: "free some space and run it again")
      case let code:
        throw PodctlError(.ioFailed, "the output cannot be written: \(String(cString: strerror(code)))")
      }
    }
  }

  func write(text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  var isTerminal: Bool { isatty(number) == 1 }

  /// Columns and rows of the terminal; nil when it is none.
  var size: (columns: Int, rows: Int)? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}

/// Bytes kept in memory, for tests.
final class MemorySink: ByteSink {
  private(set) var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func write(_ bytes: UnsafeRawBufferPointer) { self.bytes += bytes }
}
