import Foundation
import PodctlCore
import PodctlGateways
import StripeFake
import Testing

/// Against a server of the test's own on the loopback interface, whose threads are its own as well: it answers in time
/// however many tests wait beside it.
@Suite(.timeLimit(.minutes(15))) struct CurlTransportTests {
  private func serving<Value>(
    _ answer: FakeStripe.Answer, milliseconds: Int = 0, _ body: (String) throws -> Value
  ) throws -> Value {
    let server = try FaultServer(
      spoil: { _, _ in milliseconds == 0 ? nil : .stall(milliseconds: milliseconds) }, { _ in answer })
    defer { server.stop() }
    return try body(server.address)
  }

  private static func get(_ text: String, maximumBytes: Int = 1 << 20, totalSeconds: Int = 20) throws
    -> HTTPResponse
  {
    let address = try #require(HTTPAddress(text))
    var request = HTTPRequest(
      .get, address, maximumBytes: maximumBytes, connectSeconds: 5, totalSeconds: totalSeconds)
    request.headers.add("If-None-Match", "\"v1\"")
    return try CurlTransport().send(request)
  }

  @Test("a request carries its headers, and an answer its status, headers and body")
  func plain() throws {
    let server = try FaultServer { request in
      .init(status: 200, headers: [("ETag", "\"v2\"")], body: "seen \(request.headers["if-none-match"] ?? "")")
    }
    defer { server.stop() }
    let answer = try Self.get(server.address + "/feed")
    #expect(answer.status == 200)
    #expect(answer.headers["etag"] == "\"v2\"")
    #expect(String(decoding: answer.body, as: UTF8.self) == "seen \"v1\"")
    #expect(!answer.isCut)
  }

  @Test("a POST carries its body, an empty one too", arguments: ["", "amount=1&currency=usd"])
  func post(_ text: String) throws {
    let server = try FaultServer { request in
      .init(status: 201, body: request.method + String(decoding: request.body, as: UTF8.self))
    }
    defer { server.stop() }
    let address = try #require(HTTPAddress(server.address + "/pay"))
    let answer = try CurlTransport().send(.init(.post, address, body: Array(text.utf8), maximumBytes: 100))
    #expect(answer.status == 201)
    #expect(String(decoding: answer.body, as: UTF8.self) == "POST" + text)
  }

  @Test("an answer over the bound is cut while it arrives")
  func bounded() throws {
    let answer = try serving(.init(status: 200, body: String(repeating: " ", count: 300_000))) {
      try Self.get($0, maximumBytes: 100_000)
    }
    #expect(answer.isCut)
    #expect(answer.body.count <= 100_000)
  }

  @Test("the bound is on what a compressed answer unpacks to")
  func compressed() throws {
    // 64 KiB of zeros, 96 bytes as gzip has them.
    let packed = try #require(
      Data(
        base64Encoded: "H4sIAAAAAAACA+3BAQEAAACAkP6v7ggK" + String(repeating: "A", count: 84) + "auuOl9cAAAEA"))
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
    let server = try FaultServer(
      spoil: { _, _ in .bytes(Array(head.utf8) + packed) }, { _ in .init(status: 200, body: "") })
    defer { server.stop() }
    let answer = try [1000, 1 << 20].map { try Self.get(server.address, maximumBytes: $0) }
    #expect(answer.map(\.isCut) == [true, false])
    #expect(answer.last?.body.count == 65_536)
  }

  @Test("a redirect is an answer, and one to a file is refused without being opened")
  func redirectToFile() throws {
    let error = #expect(throws: PodctlError.self) {
      try serving(.init(status: 302, headers: [("Location", "file:///etc/hostname")], body: "")) { base in
        try FeedClient(CurlTransport()).fetch(try #require(HTTPAddress(base + "/feed")))
      }
    }
    #expect(error?.code == .feedRefused)
  }

  @Test("a server that does not answer in time, and one that is not there, cannot be reached")
  func unreachable() throws {
    let late = #expect(throws: PodctlError.self) {
      try serving(.init(status: 200, body: ""), milliseconds: 3000) {
        try Self.get($0 + "/feed?key=hidden", totalSeconds: 1)
      }
    }
    #expect(late?.code == .serviceUnreachable)
    #expect(late?.message.contains("hidden") == false)
    // Port 1 of the loopback interface: nobody listens there.
    let error = #expect(throws: PodctlError.self) { try Self.get("http://127.0.0.1:1/") }
    #expect(error?.code == .serviceUnreachable)
  }
}
