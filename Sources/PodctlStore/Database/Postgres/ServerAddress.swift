import CLibPQ
import PodctlCore

/// A PostgreSQL URL as libpq reads it, with the parts that may be shown.
struct ServerAddress: Sendable, Hashable, CustomStringConvertible {
  /// The whole URL; it may hold a password and goes to libpq alone.
  let url: String
  let host: String
  let port: String
  let user: String
  private(set) var name: String
  let connectTimeout: Int?
  /// How long a statement of the daily work may take, from `statement_timeout=60s` in the URL; nil for what the role and
  /// the server have set. libpq has no such word, and what it hands on at connecting (`options`) a pooler refuses.
  let statementTimeout: Duration?
  /// The name of a database on the same server that takes the place of the URL's own; nil for that one.
  private(set) var otherDatabase: String?

  init(_ text: String) throws(PodctlError) {
    let (url, timeout) = try ServerAddress.takingTimeout(from: text)
    statementTimeout = timeout
    var parts: [String: String] = [:]
    // libpq's own message may quote the URL, password and all, so it is not repeated.
    guard let options = PQconninfoParse(url, nil) else {
      throw PodctlError(
        .databaseURLInvalid, "the PostgreSQL URL cannot be read",
        hint: "write postgres://USER@HOST:PORT/NAME, with special characters percent-encoded")
    }
    defer { PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { parts[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    self.url = url
    host = parts["host"] ?? parts["hostaddr"] ?? ""
    port = parts["port"] ?? ""
    user = parts["user"] ?? ""
    name = parts["dbname"] ?? ""
    connectTimeout = parts["connect_timeout"].flatMap { Int($0) }
  }

  private static func takingTimeout(from url: String) throws(PodctlError) -> (url: String, timeout: Duration?) {
    guard let mark = url.firstIndex(of: "?") else { return (url, nil) }
    let words = url[url.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
    let rest = words.filter { !$0.hasPrefix("statement_timeout=") }
    guard let word = words.first(where: { $0.hasPrefix("statement_timeout=") }) else { return (url, nil) }
    guard let timeout = Duration(written: String(word.dropFirst("statement_timeout=".count))) else {
      throw PodctlError(
        .databaseURLInvalid, "the PostgreSQL URL's statement_timeout cannot be read",
        hint: "write it as 500ms, 60s or 5m")
    }
    return (url[..<mark] + (rest.isEmpty ? "" : "?" + rest.joined(separator: "&")), timeout)
  }

  /// The same server and role, another database.
  func inDatabase(_ name: String) -> ServerAddress {
    var other = self
    other.name = name
    other.otherDatabase = name
    return other
  }

  var description: String {
    let isSocket = host.hasPrefix("/")
    let login = user.isEmpty ? "" : "\(user)@"
    let place = (isSocket ? "" : host) + (port.isEmpty ? "" : ":\(port)")
    return "postgres://\(login)\(place)/\(name)" + (isSocket ? "?host=\(host)" : "")
  }
}
