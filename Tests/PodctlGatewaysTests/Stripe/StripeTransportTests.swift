import Foundation
import PodctlCore
import PodctlGateways
import StripeFake
import Synchronization
import Testing

@Suite("A POST leaves once, and its ending tells what may have come of it", .timeLimit(.minutes(15)))
struct StripeTransportTests {
  private static func effect(_ kind: EffectKind = .customer) -> Effect {
    let body = StripeBody.customer(
      tenant: (try? Slug("acme")) ?? { fatalError() }(), payer: "kettle-1", name: "Kettle", email: "pay@kettle.example")
    return Effect(
      id: Identifier(high: 1, low: 1), name: "payer/kettle-1", chain: "payer/kettle-1", kind: kind, isLive: false,
      request: .init(method: "POST", path: StripePath.customers, body: body, sha256: ""), keyStem: "podctl:1:abc",
      plannedAt: Instant(seconds: 0), progress: Effect.Progress(looksFirst: false))
  }

  private static func gateway(_ address: String, _ transport: CurlTransport) throws -> StripeGateway {
    StripeGateway(
      StripeClient(
        transport, key: try StripeKey("sk_test_transport"), address: try StripeAddress(address),
        now: { Instant(seconds: 1_793_606_400) }, sleep: { _ in }))
  }

  @Test("on a kept connection that dies at the POST, libcurl does not send it again")
  func reusedConnection() throws {
    let fake = FakeStripe(now: 1_793_606_400)
    let posts = Mutex(0)
    // Every POST is read and its connection closed without an answer.
    let server = try FaultServer(spoil: { _, request in request.method == "POST" ? .cut(at: 0, reset: false) : nil }) {
      request in
      if request.method == "POST" { posts.withLock { $0 += 1 } }
      return fake.handle(request)
    }
    defer { server.stop() }
    let gateway = try Self.gateway(server.address, CurlTransport())
    // The look opens a connection and keeps it.
    #expect(gateway.look(for: Self.effect()) == .absent)
    guard case .lost = gateway.send(Self.effect()) else {
      Issue.record("a POST without an answer is lost")
      return
    }
    #expect(posts.withLock { $0 } == 1)
  }

  @Test("without the fresh connection libcurl would have sent it twice")
  func theTrap() throws {
    let posts = Mutex(0)
    let server = try FaultServer(spoil: { _, request in request.method == "POST" ? .cut(at: 0, reset: false) : nil }) {
      request in
      if request.method == "POST" { posts.withLock { $0 += 1 } }
      return .init(status: 200, body: "{}")
    }
    defer { server.stop() }
    let transport = try CurlTransport()
    let address = try #require(HTTPAddress(server.address + "/v1/x"))
    _ = try transport.attempt(HTTPRequest(.get, address, maximumBytes: 100))
    _ = try? transport.attempt(HTTPRequest(.post, address, body: [65], maximumBytes: 100))
    #expect(posts.withLock { $0 } > 1)
  }

  @Test("a server that is not there was sent nothing")
  func refused() throws {
    let server = try FaultServer { _ in .init(status: 200, body: "{}") }
    let address = server.address
    server.stop()
    guard case .notSent = try Self.gateway(address, CurlTransport()).send(Self.effect()) else {
      Issue.record("not one byte left")
      return
    }
  }

  @Test("an answer broken off at any byte is lost, or is whole", arguments: [false, true])
  func everyByte(reset: Bool) throws {
    let fake = FakeStripe(now: 1_793_606_400)
    let place = Mutex(0)
    let server = try FaultServer(spoil: { _, _ in .cut(at: place.withLock { $0 }, reset: reset) }) { fake.handle($0) }
    defer { server.stop() }
    let gateway = try Self.gateway(server.address, CurlTransport())
    var lost = 0
    var done = 0
    for byte in 0..<420 {
      place.withLock { $0 = byte }
      switch gateway.send(Self.effect()) {
      case .lost: lost += 1
      case .done: done += 1
      case let other: Issue.record("byte \(byte): \(other)")
      }
    }
    // The key made one customer of them all.
    #expect(fake.customers.count == 1)
    // A reset may overtake what was sent before it.
    #expect(lost > 100 && (reset || done > 0) && lost + done == 420)
  }

  @Test("an answer that comes byte by byte is whole in the end")
  func dribble() throws {
    let fake = FakeStripe(now: 1_793_606_400)
    let server = try FaultServer(spoil: { _, _ in .dribble(milliseconds: 1) }) { fake.handle($0) }
    defer { server.stop() }
    let outcome = try Self.gateway(server.address, CurlTransport()).send(Self.effect())
    guard case .done = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(server.requests == 1)
  }

  static let strange: [(String, String)] = [
    ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "text"),
    ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "no id"),
    ("HTTP/1.1 200 OK\r\nContent-Length: 36\r\n\r\n{\"id\":\"in_1\",\"object\":\"invoice\"}     ", "another object"),
    ("HTTP/1.1 200 OK\r\n\r\n", "empty"), ("garbage\r\n\r\n", "no HTTP"), ("\u{0}\u{1}\u{2}", "bytes"),
    ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "a redirect"),
    ("HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "another redirect"),
    ("HTTP/1.1 204 None\r\n\r\n", "no content"),
  ]

  @Test("an answer that is none of Stripe's is lost", arguments: strange)
  func strangeAnswers(bytes: String, name: String) throws {
    let server = try FaultServer(spoil: { _, _ in .bytes(Array(bytes.utf8)) }) { _ in .init(status: 200, body: "") }
    defer { server.stop() }
    let outcome = try Self.gateway(server.address, CurlTransport()).send(Self.effect())
    guard case .lost = outcome else {
      Issue.record("\(name): \(outcome)")
      return
    }
    #expect(server.requests == 1)
  }

  @Test(
    "statuses and advice give the outcomes of the retry table",
    arguments: [
      (429, nil, EffectOutcome.Word.busy), (409, nil, .busy), (500, nil, .fault), (502, nil, .fault),
      (503, nil, .fault),
      (400, nil, .refused), (400, "true", .busy), (401, nil, .barred), (402, nil, .refused), (403, nil, .barred),
      (404, nil, .refused), (418, nil, .refused),
    ] as [(Int, String?, EffectOutcome.Word)])
  func statuses(status: Int, advice: String?, word: EffectOutcome.Word) throws {
    let server = try FaultServer { _ in
      .init(
        status: status, headers: advice.map { [("Stripe-Should-Retry", $0)] } ?? [],
        body: #"{"error":{"type":"invalid_request_error","message":"about pay@kettle.example"}}"#)
    }
    defer { server.stop() }
    let outcome = try Self.gateway(server.address, CurlTransport()).send(Self.effect())
    #expect(outcome.word == word)
    #expect(outcome.reason?.contains("kettle") == false, "Stripe's own message may hold an address")
  }

  @Test("an error that is not to be tried again says so, and another request under our key is a conflict")
  func advice() throws {
    let answers = Mutex([
      (500, #"{"error":{"type":"api_error"}}"#), (400, #"{"error":{"type":"idempotency_error"}}"#),
    ])
    let server = try FaultServer { _ in
      let next = answers.withLock { $0.removeFirst() }
      return .init(status: next.0, headers: [("Stripe-Should-Retry", "false")], body: next.1)
    }
    defer { server.stop() }
    let gateway = try Self.gateway(server.address, CurlTransport())
    guard case .fault(_, isAnswer: true, mayRetry: false) = gateway.send(Self.effect()) else {
      Issue.record("500 with its advice")
      return
    }
    #expect(gateway.send(Self.effect()).word == .conflict)
  }
}
