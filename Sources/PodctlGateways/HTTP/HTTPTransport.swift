import PodctlCore

/// The seam between podctl and the network: one request out, one answer back, redirects not followed. Live it is curl;
/// in tests it is a stub that fails on an unexpected and on an unused request.
public protocol HTTPTransport: AnyObject {
  /// Throws `service_unreachable` when no whole answer came; any status is an answer.
  func send(_ request: HTTPRequest) throws(PodctlError) -> HTTPResponse
}
