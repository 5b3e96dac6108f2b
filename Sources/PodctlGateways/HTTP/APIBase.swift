import Foundation

/// Where a service's API may be: at the service, or on this machine for tests. No other place is ever given a key.
enum APIBase {
  /// Whether the address is one of the service's own (true) or a server of this machine's (false); nil for any other, and
  /// for one with a path, a query, or a user. It is read whole: no beginning of it makes a host.
  static func isReal(_ text: String, among real: [String]) -> Bool? {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme, let host = parts.host,
      parts.user == nil, parts.password == nil, parts.path.isEmpty, parts.query == nil, parts.fragment == nil
    else { return nil }
    if real.contains(text) { return true }
    return ["127.0.0.1", "[::1]", "::1", "localhost"].contains(host) && ["http", "https"].contains(scheme) ? false : nil
  }
}
