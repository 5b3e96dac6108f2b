import FlyingFox
import FlyingSocks
import Foundation
import PodctlCore
import PodctlGateways
import Testing

/// Against a server of the test's own on the loopback interface.
@Suite(.timeLimit(.minutes(1))) struct CurlTransportTests {
  /// Starts a server, runs the blocking body on a thread of its own, and stops the server.
  private func serving<Value: Sendable>(
    _ handler: @escaping @Sendable (FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse,
    _ body: @escaping @Sendable (String) throws -> Value
  ) async throws -> Value {
    let server = HTTPServer(address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0))
    await server.appendRoute("*") { try await handler($0) }
    let running = Task { try await server.run() }
    defer { running.cancel() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port) = await server.listeningAddress else { throw CancellationError() }
    let value = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Value, any Error>) in
      Thread.detachNewThread { done.resume(with: Result { try body("http://127.0.0.1:\(port)") }) }
    }
    await server.stop()
    return value
  }

  private static func get(_ text: String, maximumBytes: Int = 1 << 20, totalSeconds: Int = 20) throws
    -> PodctlGateways.HTTPResponse
  {
    let address = try #require(HTTPAddress(text))
    var request = PodctlGateways.HTTPRequest(
      .get, address, maximumBytes: maximumBytes, connectSeconds: 5, totalSeconds: totalSeconds)
    request.headers.add("If-None-Match", "\"v1\"")
    return try CurlTransport().send(request)
  }

  @Test("a request carries its headers, and an answer its status, headers and body")
  func plain() async throws {
    let answer = try await serving(
      { request in
        let mark = request.headers[HTTPHeader("If-None-Match")] ?? ""
        return .init(
          statusCode: .ok, headers: FlyingFox.HTTPHeaders([HTTPHeader("ETag"): "\"v2\""]),
          body: Data("seen \(mark)".utf8))
      }, { try CurlTransportTests.get($0 + "/feed") })
    #expect(answer.status == 200)
    #expect(answer.headers["etag"] == "\"v2\"")
    #expect(String(decoding: answer.body, as: UTF8.self) == "seen \"v1\"")
    #expect(!answer.isCut)
  }

  @Test("a POST carries its body, an empty one too", arguments: ["", "amount=1&currency=usd"])
  func post(_ text: String) async throws {
    let answer = try await serving(
      { request in .init(statusCode: .created, body: try await Data(request.method.rawValue.utf8) + request.bodyData)
      },
      { base in
        let address = try #require(HTTPAddress(base + "/pay"))
        return try CurlTransport().send(.init(.post, address, body: Array(text.utf8), maximumBytes: 100))
      })
    #expect(answer.status == 201)
    #expect(String(decoding: answer.body, as: UTF8.self) == "POST" + text)
  }

  @Test("an answer over the bound is cut while it arrives")
  func bounded() async throws {
    let answer = try await serving(
      { _ in .init(statusCode: .ok, body: Data(repeating: 32, count: 300_000)) },
      { try CurlTransportTests.get($0, maximumBytes: 100_000) })
    #expect(answer.isCut)
    #expect(answer.body.count <= 100_000)
  }

  @Test("the bound is on what a compressed answer unpacks to")
  func compressed() async throws {
    // 64 KiB of zeros, 96 bytes as gzip has them.
    let packed = try #require(
      Data(
        base64Encoded: "H4sIAAAAAAACA+3BAQEAAACAkP6v7ggK" + String(repeating: "A", count: 84) + "auuOl9cAAAEA"))
    let answer = try await serving(
      { _ in
        .init(statusCode: .ok, headers: FlyingFox.HTTPHeaders([HTTPHeader("Content-Encoding"): "gzip"]), body: packed)
      },
      { base in try [1000, 1 << 20].map { try CurlTransportTests.get(base, maximumBytes: $0) } })
    #expect(answer.map(\.isCut) == [true, false])
    #expect(answer.last?.body.count == 65_536)
  }

  @Test("a redirect is an answer, and one to a file is refused without being opened")
  func redirectToFile() async throws {
    let code = try await serving(
      { _ in .init(statusCode: .found, headers: FlyingFox.HTTPHeaders([HTTPHeader("Location"): "file:///etc/hostname"]))
      },
      { base -> ErrorCode? in
        let address = try #require(HTTPAddress(base + "/feed"))
        do {
          _ = try FeedClient(CurlTransport()).fetch(address)
          return nil
        } catch { return (error as? PodctlError)?.code }
      })
    #expect(code == .feedRefused)
  }

  @Test("a server that does not answer in time, and one that is not there, cannot be reached")
  func unreachable() async throws {
    let code = try await serving(
      { _ in
        try await Task.sleep(for: .seconds(3))
        return .init(statusCode: .ok)
      },
      { base -> PodctlError? in
        do {
          _ = try CurlTransportTests.get(base + "/feed?key=hidden", totalSeconds: 1)
          return nil
        } catch { return error as? PodctlError }
      })
    #expect(code?.code == .serviceUnreachable)
    #expect(code?.message.contains("hidden") == false)
    // Port 1 of the loopback interface: nobody listens there.
    let error = #expect(throws: PodctlError.self) { try CurlTransportTests.get("http://127.0.0.1:1/") }
    #expect(error?.code == .serviceUnreachable)
  }
}
