import PodctlCore
import PodctlGateways
import Testing

/// What holds for every request that carries a key, at the vendors' real addresses as well, where no test may go.
@Suite struct VendorRequestTests {
  /// Keeps what it is given, and answers nothing.
  private final class Recorder: HTTPTransport {
    var requests: [HTTPRequest] = []

    func send(_ request: HTTPRequest) throws(PodctlError) -> HTTPResponse {
      requests.append(request)
      throw PodctlError(.serviceUnreachable, "nobody is there")
    }
  }

  private static func effect(_ kind: EffectKind, _ path: String) -> Effect {
    Effect(
      id: Identifier(high: 1, low: 1), name: "one", chain: "one", kind: kind, isLive: false,
      request: .init(method: "POST", path: path, body: [65], sha256: ""), keyStem: "podctl:1:abc",
      plannedAt: Instant(seconds: 0), progress: Effect.Progress(looksFirst: false))
  }

  @Test("none may use a proxy, and what changes something has a connection of its own")
  func direct() throws {
    let recorder = Recorder()
    let stripe = StripeGateway(
      StripeClient(
        recorder, key: try StripeKey("sk_test_requests"), address: .live, now: { Instant(seconds: 1_793_606_400) },
        sleep: { _ in }))
    _ = stripe.send(Self.effect(.customer, StripePath.customers))
    _ = stripe.look(for: Self.effect(.customer, StripePath.customers))
    let key = try SendGridKey("SG.testrequests")
    let sendGrid = SendGridGateway(recorder, key: key, address: .live, now: { Instant(seconds: 1_793_606_400) })
    _ = sendGrid.send(Self.effect(.mail, "/v3/mail/send"))
    let batches = SendGridBatches(recorder, key: key, address: .live)
    _ = try? batches.create()
    _ = batches.recall("batch-1")

    let hosts = recorder.requests.map { $0.address.text.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    #expect(Set(hosts) == ["api.stripe.com", "api.sendgrid.com"] && recorder.requests.count >= 5, "\(hosts)")
    for request in recorder.requests {
      #expect(!request.mayUseProxy && request.headers["Authorization"] != nil, "\(request.address.text)")
      #expect(request.isSentOnce || request.method == .get, "\(request.address.text)")
    }
  }
}
