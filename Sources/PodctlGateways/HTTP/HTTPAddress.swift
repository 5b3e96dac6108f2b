import Foundation

/// An absolute http or https URL with a host and without a user's name or password.
public struct HTTPAddress: Hashable, Sendable {
  /// The whole address as it is requested; its query may be a secret, so it is not for messages.
  public let text: String
  public let isSecure: Bool

  /// Scheme, host and path, without the query: what a message may say.
  public let shown: String

  /// Nil when the text is not such an address.
  public init?(_ text: String) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let url = URL(string: trimmed) else { return nil }
    self.init(url)
  }

  private init?(_ url: URL) {
    guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https", let host = url.host(),
      !host.isEmpty, url.user() == nil, url.password() == nil
    else { return nil }
    var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
    parts?.fragment = nil
    guard let requested = parts?.string else { return nil }
    parts?.query = nil
    text = requested
    isSecure = scheme == "https"
    shown = parts?.string ?? "\(scheme)://\(host)"
  }

  /// Where a `Location` header leads from here; nil when that is no http or https address.
  public func following(_ location: String) -> HTTPAddress? {
    guard let base = URL(string: text), let url = URL(string: location, relativeTo: base) else { return nil }
    return HTTPAddress(url.absoluteURL)
  }
}
