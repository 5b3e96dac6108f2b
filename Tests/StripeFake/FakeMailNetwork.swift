import Foundation
import PodctlCore
import PodctlGateways

/// A network to a fake SendGrid that can lose or spoil what goes over it, within the process.
public final class FakeMailNetwork: HTTPTransport {
  public enum Loss: Sendable, Hashable, CaseIterable {
    /// Not one byte leaves.
    case notSent
    /// It leaves and never arrives; it is done and the answer never comes; it arrives after podctl has given up.
    case lostBefore, lostAfter, late
    /// It is done, and the answer is a page of somebody else's, or an error of the server.
    case page, errorAfter
    /// Nothing is done, and the answer is an error of the server.
    case errorBefore, unavailable
    case rateLimited, refused, sandbox
  }

  private let fake: FakeSendGrid
  /// What happens to a request; the clock may be moved in it.
  public var loss: (HTTPRequest) -> Loss? = { _ in nil }
  private var late: [(arrives: Int64, request: FakeStripe.Request)] = []
  public var lateSeconds: Int64 = 90

  public init(_ fake: FakeSendGrid) { self.fake = fake }

  public func send(_ request: HTTPRequest) throws(PodctlError) -> HTTPResponse {
    do { return try attempt(request) } catch { throw PodctlError(.serviceUnreachable, error.reason) }
  }

  public func attempt(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    deliverLate()
    let text = request.address.text
    let headers = Dictionary(
      request.headers.fields.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    let arriving = FakeStripe.Request(
      method: request.method.rawValue, target: String(text[(text.range(of: "/v3")?.lowerBound ?? text.startIndex)...]),
      headers: headers, body: request.body)
    switch loss(request) {
    case nil: return answered(fake.handle(arriving))
    case .notSent: throw HTTPFailure(reason: "refused", mayHaveArrived: false)
    case .lostBefore: throw HTTPFailure(reason: "lost", mayHaveArrived: true)
    case .lostAfter:
      _ = fake.handle(arriving)
      throw HTTPFailure(reason: "lost", mayHaveArrived: true)
    case .late:
      late.append(((fake.now ?? 0) + lateSeconds, arriving))
      throw HTTPFailure(reason: "timeout", mayHaveArrived: true)
    case .page:
      _ = fake.handle(arriving)
      return answered(FakeStripe.Answer(status: 203, body: "<html>welcome</html>"))
    case .errorAfter:
      _ = fake.handle(arriving)
      return answered(FakeStripe.Answer(status: 502, body: ""))
    case .errorBefore: return answered(FakeStripe.Answer(status: 500, body: ""))
    case .unavailable: return answered(FakeStripe.Answer(status: 503, body: ""))
    case .rateLimited:
      let reset = ("X-RateLimit-Reset", "\((fake.now ?? 0) + 30)")
      return answered(FakeStripe.Answer(status: 429, headers: [reset], body: "{}"))
    case .refused: return answered(FakeStripe.Answer(status: 400, body: "{}"))
    case .sandbox: return answered(FakeStripe.Answer(status: 200, body: "{}"))
    }
  }

  /// What is under way arrives at its own time, however late this is noticed.
  public func deliverLate() {
    guard let now = fake.now else { return }
    let arrived = late.filter { $0.arrives <= now }
    late.removeAll { $0.arrives <= now }
    for (arrival, request) in arrived {
      fake.now = arrival
      _ = fake.handle(request)
    }
    fake.now = now
  }

  private func answered(_ answer: FakeStripe.Answer) -> HTTPResponse {
    var headers: HTTPHeaders = []
    for (name, value) in answer.headers { headers.add(name, value) }
    return HTTPResponse(status: answer.status, headers: headers, body: Array(answer.body.utf8))
  }
}
