import Foundation
import PodctlCore
import PodctlGateways

/// A network to a fake that can lose what goes over it, within the process.
public final class FakeTransport: HTTPTransport {
  public enum Loss: Sendable, CaseIterable {
    /// Not one byte leaves.
    case notSent
    /// It leaves and never arrives; it is done and the answer never comes; it arrives after podctl has given up.
    case lostBefore, lostAfter, late
    /// It is done, and the answer is none of Stripe's.
    case garbage, cutJSON, empty, page, wrongObject, otherMode
  }

  private let fake: FakeStripe
  /// What happens to a request; the clock may be moved in it.
  public var loss: (HTTPRequest) -> Loss? = { _ in nil }
  /// Requests under way, which arrive before the next one that begins at or after their time.
  private var late: [(arrives: Int64, request: FakeStripe.Request)] = []
  public var lateSeconds: Int64 = 90

  public init(_ fake: FakeStripe) { self.fake = fake }

  public func send(_ request: HTTPRequest) throws(PodctlError) -> HTTPResponse {
    do { return try attempt(request) } catch { throw PodctlError(.serviceUnreachable, error.reason) }
  }

  public func attempt(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    deliverLate()
    let text = request.address.text
    let target = String(text[(text.range(of: "/v1")?.lowerBound ?? text.startIndex)...])
    let headers = Dictionary(
      request.headers.fields.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    let arriving = FakeStripe.Request(
      method: request.method.rawValue, target: target, headers: headers, body: request.body)
    switch loss(request) {
    case .notSent: throw HTTPFailure(reason: "refused", mayHaveArrived: false)
    case .lostBefore: throw HTTPFailure(reason: "lost", mayHaveArrived: true)
    case .lostAfter:
      _ = fake.handle(arriving)
      throw HTTPFailure(reason: "lost", mayHaveArrived: true)
    case .late:
      late.append((fake.now + lateSeconds, arriving))
      throw HTTPFailure(reason: "timeout", mayHaveArrived: true)
    case .garbage: return answered(fake.handle(arriving), "\u{0}\u{1}garbage")
    case .cutJSON:
      let answer = fake.handle(arriving)
      return answered(answer, String(answer.body.prefix(answer.body.count / 2)))
    case .empty: return answered(fake.handle(arriving), "")
    case .page: return answered(fake.handle(arriving), "<html>welcome</html>")
    case .wrongObject: return answered(fake.handle(arriving), #"{"id":"pm_1","object":"payment_method"}"#)
    case .otherMode:
      let answer = fake.handle(arriving)
      return answered(answer, answer.body.replacing(#""livemode":false"#, with: #""livemode":true"#))
    case nil:
      let answer = fake.handle(arriving)
      return answered(answer, answer.body)
    }
  }

  public func deliverLate() {
    let arrived = late.filter { $0.arrives <= fake.now }
    late.removeAll { $0.arrives <= fake.now }
    // It arrived at its own time, when the service still knew its key, however late this is noticed.
    let now = fake.now
    for (arrival, request) in arrived {
      fake.now = arrival
      _ = fake.handle(request)
    }
    fake.now = now
  }

  private func answered(_ answer: FakeStripe.Answer, _ body: String) -> HTTPResponse {
    var headers: HTTPHeaders = []
    for (name, value) in answer.headers { headers.add(name, value) }
    return HTTPResponse(status: answer.status, headers: headers, body: Array(body.utf8))
  }
}
