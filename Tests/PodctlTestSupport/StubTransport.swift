import PodctlCore
import PodctlGateways
import Testing

/// A transport that answers the expected requests in their order, and fails the test on an unexpected one. Call
/// `finish()` at the end: it fails on an expected request that never came.
public final class StubTransport: HTTPTransport {
  public struct Exchange {
    var method: HTTPRequest.Method
    var address: String
    var headers: [String: String]
    var answer: Result<HTTPResponse, PodctlError>
  }

  public private(set) var sent: [HTTPRequest] = []
  private var expected: [Exchange] = []

  public init() {}

  /// Expects a request with at least these headers, and answers it.
  @discardableResult
  public func expect(
    _ address: String, method: HTTPRequest.Method = .get, headers: [String: String] = [:], answer: HTTPResponse
  ) -> StubTransport {
    expected.append(Exchange(method: method, address: address, headers: headers, answer: .success(answer)))
    return self
  }

  /// Expects a request and fails it.
  @discardableResult
  public func expect(
    _ address: String, method: HTTPRequest.Method = .get, error: PodctlError
  ) -> StubTransport {
    expected.append(Exchange(method: method, address: address, headers: [:], answer: .failure(error)))
    return self
  }

  public func send(_ request: HTTPRequest) throws(PodctlError) -> HTTPResponse {
    sent.append(request)
    guard !expected.isEmpty else {
      Issue.record("an unexpected request: \(request.method.rawValue) \(request.address.text)")
      throw PodctlError(.serviceUnreachable, "the stub expected no request")
    }
    let next = expected.removeFirst()
    #expect(request.method == next.method)
    #expect(request.address.text == next.address)
    for (name, value) in next.headers { #expect(request.headers[name] == value, "header \(name)") }
    return try cut(next.answer.get(), to: request.maximumBytes)
  }

  /// Keeps to the request's bound, as the live transport does.
  private func cut(_ answer: HTTPResponse, to maximum: Int) -> HTTPResponse {
    guard answer.body.count > maximum else { return answer }
    return HTTPResponse(
      status: answer.status, headers: answer.headers, body: Array(answer.body.prefix(maximum)), isCut: true)
  }

  public func finish() {
    #expect(expected.isEmpty, "requests that never came: \(expected.map(\.address))")
  }
}
