import PodctlCore

/// The seam between podctl and the network: one request out, one answer back, redirects not followed. Live it is curl;
/// in tests it is a stub that fails on an unexpected and on an unused request.
public protocol HTTPTransport: AnyObject {
  /// Throws `service_unreachable` when no whole answer came; any status is an answer.
  func send(_ request: HTTPRequest) throws(PodctlError) -> HTTPResponse

  /// The same for whoever must know whether a request that failed may have arrived.
  func attempt(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse
}

extension HTTPTransport {
  /// A transport that cannot tell has to be taken for one that sent.
  public func attempt(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    do { return try send(request) } catch { throw HTTPFailure(reason: error.message, mayHaveArrived: true) }
  }
}
