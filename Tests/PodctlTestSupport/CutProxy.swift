import Foundation
import Synchronization

/// Stands between podctl and a PostgreSQL server on a Unix socket and cuts one connection off at a moment of a test's
/// choice: at the first COMMIT behind a statement that holds the word.
public final class CutProxy: Sendable {
  public enum Moment: Sendable {
    /// The server never hears of it.
    case before
    /// The server has it and is at work; for this the word's own statement is meant, and no COMMIT.
    case during
    /// The server has done it, and its answer is lost.
    case after
  }

  /// On 127.0.0.1.
  public let port: UInt16
  private let listener: Int32
  private let server: String
  private let word: [UInt8]
  private let moment: Moment
  private let staysUp: Bool
  private let state = Mutex(State.waiting)

  private enum State { case waiting, armed, cut }

  /// `server` is the socket's path. Where it does not stay up, nobody can connect any more after the cut.
  public init(to server: String, word: String, _ moment: Moment, staysUp: Bool) throws {
    self.server = server
    self.word = Array(word.utf8)
    self.moment = moment
    self.staysUp = staysUp
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    port = UInt16(bigEndian: address.sin_port)
    Thread { [self] in accept() }.start()
  }

  public func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func accept() {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      guard client >= 0 else { break }
      let upstream = connect()
      let answered = DispatchSemaphore(value: 0)
      let isSilent = Silence()
      Thread { [self] in forward(client, upstream, answered, isSilent) }.start()
      Thread {
        CutProxy.pump(upstream, client) { _ in
          guard isSilent.value.withLock({ $0 }) else { return true }
          answered.signal()
          return false
        }
      }.start()
    }
    close(listener)
  }

  private final class Silence: Sendable { let value = Mutex(false) }

  private func connect() -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(server.utf8)) }
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    return descriptor
  }

  private func forward(_ client: Int32, _ upstream: Int32, _ answered: DispatchSemaphore, _ silence: Silence) {
    CutProxy.pump(client, upstream) { [self] bytes in
      guard isTrigger(bytes) else { return true }
      switch moment {
      case .before: break
      case .during:
        CutProxy.send(bytes[...], upstream)
        usleep(300_000)
      case .after:
        silence.value.withLock { $0 = true }
        CutProxy.send(bytes[...], upstream)
        answered.wait()
      }
      if !staysUp { stop() }
      return false
    }
  }

  private func isTrigger(_ bytes: [UInt8]) -> Bool {
    state.withLock { state in
      if state == .waiting, CutProxy.holds(bytes, word) {
        state = moment == .during ? .cut : .armed
        return moment == .during
      }
      guard state == .armed, CutProxy.holds(bytes, Array("COMMIT\0".utf8)) else { return false }
      state = .cut
      return true
    }
  }

  private static func holds(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    bytes.count >= word.count && (0...(bytes.count - word.count)).contains { bytes[$0...].starts(with: word) }
  }

  /// Hands on what comes until one side ends or `lets` says no more; then both sides are ended.
  private static func pump(_ from: Int32, _ to: Int32, _ lets: ([UInt8]) -> Bool) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = recv(from, &buffer, buffer.count, 0)
      guard got > 0, lets(Array(buffer[..<got])) else { break }
      send(buffer[..<got], to)
    }
    shutdown(from, Int32(SHUT_RDWR))
    shutdown(to, Int32(SHUT_RDWR))
  }

  private static func send(_ bytes: ArraySlice<UInt8>, _ to: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }
}
