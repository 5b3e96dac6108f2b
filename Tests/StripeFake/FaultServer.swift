import Foundation
import Glibc

/// A small HTTP server on the loopback interface that can break off at any byte, answer late, or reset. It serves one
/// fake, one connection at a time for each thread.
public final class FaultServer: @unchecked Sendable {
  /// How the answer to a request is spoiled; `requests` counts every request from 1.
  public enum Spoiling: Sendable {
    /// So many bytes of the answer, then the end of the connection; `reset` ends it with RST.
    case cut(at: Int, reset: Bool)
    /// Silence for so many milliseconds, then the answer.
    case stall(milliseconds: Int)
    /// The answer byte by byte, with so many milliseconds between two.
    case dribble(milliseconds: Int)
    /// Other bytes in the answer's place.
    case bytes([UInt8])
  }

  public let port: UInt16
  private let listener: Int32
  private let handler: @Sendable (FakeStripe.Request) -> FakeStripe.Answer
  private let lock = NSLock()
  private var isStopped = false
  private var count = 0
  private var spoil: @Sendable (Int, FakeStripe.Request) -> Spoiling? = { _, _ in nil }
  /// Whether connections stay open after an answer.
  public let keepsAlive: Bool

  public var address: String { "http://127.0.0.1:\(port)" }
  public var requests: Int { lock.withLock { count } }

  public init(
    keepsAlive: Bool = true, spoil: @escaping @Sendable (Int, FakeStripe.Request) -> Spoiling? = { _, _ in nil },
    _ handler: @escaping @Sendable (FakeStripe.Request) -> FakeStripe.Answer
  ) throws {
    self.handler = handler
    self.spoil = spoil
    self.keepsAlive = keepsAlive
    (listener, port) = try Loopback.listen()
    let thread = Thread { [self] in accepting() }
    thread.start()
  }

  public func stop() {
    let isFirst = lock.withLock { () -> Bool in
      defer { isStopped = true }
      return !isStopped
    }
    if isFirst { shutdown(listener, Int32(SHUT_RDWR)) }
  }

  private func accepting() {
    Loopback.acceptAll(on: listener) { connection in
      let thread = Thread { [self] in serve(connection) }
      thread.start()
    }
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    while let request = FaultServer.read(connection) {
      let number = lock.withLock { () -> Int in
        count += 1
        return count
      }
      let spoiling = spoil(number, request)
      let answer = handler(request)
      var text = "HTTP/1.1 \(answer.status) Fake\r\nContent-Type: application/json\r\n"
      for (name, value) in answer.headers { text += "\(name): \(value)\r\n" }
      text += "Content-Length: \(answer.body.utf8.count)\r\n\(keepsAlive ? "" : "Connection: close\r\n")\r\n"
      var bytes = Array(text.utf8) + Array(answer.body.utf8)
      switch spoiling {
      case .cut(let place, let reset):
        Loopback.write(Array(bytes.prefix(place)), connection)
        if reset {
          Loopback.reset(connection)
        }
        return
      case .stall(let milliseconds): usleep(UInt32(milliseconds) * 1000)
      case .dribble(let milliseconds):
        for byte in bytes {
          Loopback.write([byte], connection)
          usleep(UInt32(milliseconds) * 1000)
        }
        bytes = []
      case .bytes(let other): bytes = other
      case nil: break
      }
      Loopback.write(bytes, connection)
      if !keepsAlive { return }
      if case .bytes? = spoiling { return }
    }
  }

  private static func read(_ connection: Int32) -> FakeStripe.Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    func more() -> Bool {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return false }
      bytes += buffer[..<count]
      return true
    }
    var end: Int?
    while end == nil {
      guard more() else { return nil }
      end = bytes.indices.dropLast(3).first { Array(bytes[$0..<($0 + 4)]) == [13, 10, 13, 10] }
    }
    guard let end else { return nil }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    while bytes.count < end + 4 + length { guard more() else { return nil } }
    let words = lines[0].split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    return FakeStripe.Request(
      method: words[0], target: words[1], headers: headers, body: Array(bytes[(end + 4)..<(end + 4 + length)]))
  }
}
