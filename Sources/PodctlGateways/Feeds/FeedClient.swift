import PodctlCore

/// Fetches feeds over HTTP.
public struct FeedClient {
  /// What the server said of the feed.
  public enum Answer: Sendable {
    /// The server says that nothing has changed since the marks that were sent.
    case unchanged
    case fetched(bytes: [UInt8], etag: String?, modified: String?)
  }

  private let transport: any HTTPTransport
  private static let maximumRedirects = 5

  public init(_ transport: any HTTPTransport) { self.transport = transport }

  /// Fetches a feed, following at most five redirects; `etag` and `modified` are the marks of the last fetch. Throws
  /// `feed_refused`, `feed_invalid`, `feed_too_large` or `service_unreachable`.
  public func fetch(_ address: HTTPAddress, etag: String? = nil, modified: String? = nil) throws(PodctlError) -> Answer
  {
    var current = address
    for _ in 0...FeedClient.maximumRedirects {
      let answer = try transport.send(request(current, etag, modified))
      switch answer.status {
      case 301, 302, 303, 307, 308: current = try target(of: answer, from: current)
      case 200:
        guard !answer.isCut else { throw FeedReader.tooLarge }
        return .fetched(bytes: answer.body, etag: answer.headers["ETag"], modified: answer.headers["Last-Modified"])
      case 304 where etag != nil || modified != nil: return .unchanged
      default: throw FeedClient.refusal(answer.status, current)
      }
    }
    throw PodctlError(
      .feedRefused, "\(address.shown) leads through more than \(FeedClient.maximumRedirects) redirects",
      hint: "name the feed's final address")
  }

  private func request(_ address: HTTPAddress, _ etag: String?, _ modified: String?) -> HTTPRequest {
    var request = HTTPRequest(.get, address, maximumBytes: FeedReader.maximumBytes)
    request.headers.add("Accept", "application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1")
    if let etag { request.headers.add("If-None-Match", etag) }
    if let modified { request.headers.add("If-Modified-Since", modified) }
    return request
  }

  private func target(of answer: HTTPResponse, from address: HTTPAddress) throws(PodctlError) -> HTTPAddress {
    guard let location = answer.headers["Location"] else {
      throw PodctlError(.feedInvalid, "\(address.shown) redirects to nowhere")
    }
    guard let target = address.following(location) else {
      throw PodctlError(
        .feedRefused, "\(address.shown) redirects to something that is no plain http or https address",
        hint: "name the feed's final address yourself if you trust it")
    }
    guard target.isSecure || !address.isSecure else {
      throw PodctlError(
        .feedRefused, "\(address.shown) redirects from https to http",
        hint: "name the feed's http address yourself if you trust the network")
    }
    return target
  }

  private static func refusal(_ status: Int, _ address: HTTPAddress) -> PodctlError {
    let context = [PodctlError.ContextEntry("status", "\(status)")]
    switch status {
    case 401, 403:
      return PodctlError(
        .feedRefused, "\(address.shown) refuses the feed (\(status))", hint: "check whether the feed is private",
        context: context)
    case 408, 429, 500...:
      return PodctlError(
        .serviceUnreachable, "\(address.shown) cannot serve the feed now (\(status))", hint: "run it again later",
        context: context)
    default:
      return PodctlError(
        .feedInvalid, "\(address.shown) has no feed (\(status))", hint: "check the address", context: context)
    }
  }
}
