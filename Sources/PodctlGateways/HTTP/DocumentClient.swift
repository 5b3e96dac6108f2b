import PodctlCore

/// Fetches a published document, such as a filter list, over HTTP.
public struct DocumentClient {
  public enum Answer: Sendable {
    /// The server says that nothing has changed since the mark that was sent.
    case unchanged
    case fetched(bytes: [UInt8], etag: String?)
  }

  /// The largest document that is taken.
  public static let maximumBytes = 64 << 20
  private static let maximumRedirects = 5
  private let transport: any HTTPTransport

  public init(_ transport: any HTTPTransport) { self.transport = transport }

  /// Fetches a document, following at most five redirects, never from https to http. Throws `list_invalid` or
  /// `service_unreachable`.
  public func fetch(_ address: HTTPAddress, etag: String? = nil) throws(PodctlError) -> Answer {
    var current = address
    for _ in 0...DocumentClient.maximumRedirects {
      var request = HTTPRequest(.get, current, maximumBytes: DocumentClient.maximumBytes)
      if let etag { request.headers.add("If-None-Match", etag) }
      let answer = try transport.send(request)
      switch answer.status {
      case 301, 302, 303, 307, 308:
        guard let location = answer.headers["Location"], let target = current.following(location),
          target.isSecure || !current.isSecure
        else { throw refusal("\(current.shown) redirects to nowhere that podctl follows") }
        current = target
      case 200:
        guard !answer.isCut else { throw refusal("\(current.shown) is larger than 64 MiB") }
        return .fetched(bytes: answer.body, etag: answer.headers["ETag"])
      case 304 where etag != nil: return .unchanged
      case 408, 429, 500...:
        throw PodctlError(
          .serviceUnreachable, "\(current.shown) cannot serve the list now (\(answer.status))",
          hint: "run it again later", context: [.init("status", "\(answer.status)")])
      default: throw refusal("\(current.shown) gives no list (\(answer.status))")
      }
    }
    throw refusal("\(address.shown) leads through more than \(DocumentClient.maximumRedirects) redirects")
  }

  private func refusal(_ message: String) -> PodctlError {
    PodctlError(.listInvalid, message, hint: "check the address of the list")
  }
}
