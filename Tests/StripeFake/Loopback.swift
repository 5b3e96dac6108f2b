import Foundation
import Glibc

/// Sockets on the loopback interface.
enum Loopback {
  /// A listening socket on a port that was free, at one of this machine's own addresses (127.0.0.0/8).
  static func listen(at host: String = "127.0.0.1") throws -> (socket: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = inet_addr(host)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
    }
    guard listener >= 0, bound == 0, Glibc.listen(listener, 64) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    var given = sockaddr_in()
    var length = size
    withUnsafeMutablePointer(to: &given) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(listener, $0, &length) }
    }
    return (listener, UInt16(bigEndian: given.sin_port))
  }

  /// Hands each connection on until the socket is shut down, and closes the socket then. Closed by anybody else its number
  /// might be another server's by the next turn, whose connections this thread would take.
  static func acceptAll(on listener: Int32, _ serve: (Int32) -> Void) {
    defer { close(listener) }
    while true {
      let connection = accept(listener, nil, nil)
      if connection >= 0 {
        serve(connection)
      } else if errno == EMFILE || errno == ENFILE {
        usleep(10_000)
      } else if errno != EINTR, errno != ECONNABORTED {
        return
      }
    }
  }

  static func write(_ bytes: [UInt8], _ connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Has the connection end with RST when it is closed.
  static func reset(_ connection: Int32) {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
  }
}
