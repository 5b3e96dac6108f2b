/// Addresses: `scheme://user:password@host/path?query`, and the same without a scheme.
extension Redaction {
  /// Each word of the text that is an address, without password and query.
  static func maskedAddresses(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: ":")) || text.contains(UInt8(ascii: "@")) else { return text }
    var result: [UInt8] = []
    var word: [UInt8] = []
    for byte in text {
      if isWordEnd(byte) {
        result += maskedAddress(word)
        result.append(byte)
        word = []
      } else {
        word.append(byte)
      }
    }
    return result + maskedAddress(word)
  }

  /// Whether an address carries a password, as a part of the login or as a parameter.
  public static func holdsPassword(_ address: String) -> Bool {
    password(in: address) != nil
      || address.drop { $0 != "?" }.dropFirst().split(separator: "&").contains { parameter in
        namesSecret(String(parameter.prefix { $0 != "=" }))
      }
  }

  /// The password in an address; nil where there is none.
  static func password(in word: String) -> String? {
    let bytes = Array(word.utf8)
    let start = afterScheme(bytes) ?? 0
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), at > start,
      let colon = bytes[start..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
    else { return nil }
    return String(decoding: bytes[(colon + 1)..<at], as: UTF8.self)
  }

  private static func isWordEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "\"<>`".utf8.contains(byte)
  }

  /// Where the part behind `://` begins; nil where there is no scheme before it.
  private static func afterScheme(_ word: [UInt8]) -> Int? {
    guard word.count >= 4 else { return nil }
    for index in 1..<(word.count - 2)
    where word[index] == UInt8(ascii: ":") && word[index + 1] == UInt8(ascii: "/")
      && word[index + 2] == UInt8(ascii: "/") && isWord(word[index - 1])
    {
      return index + 3
    }
    return nil
  }

  /// A word without what lets somebody in, where it is an address.
  static func maskedAddress(_ word: [UInt8]) -> [UInt8] {
    // What closes a sentence or a quotation is no part of it.
    let closing = word.reversed().prefix { "'),.;:]}".utf8.contains($0) }.count
    let body = word[..<(word.count - closing)]
    let tail = word[(word.count - closing)...]
    guard let start = afterScheme(Array(body)) else { return maskedLogin(Array(body)) + tail }
    let scheme = body[..<(start - 3)].reversed().prefix { isWord($0) || "+.-".utf8.contains($0) }
    let isWeb = ["http", "https"].contains(String(decoding: scheme.reversed().map(lowered), as: UTF8.self))
    return Array(body[..<start]) + maskedRest(Array(body[start...]), isWeb: isWeb) + tail
  }

  /// `user:password@host` without a scheme.
  private static func maskedLogin(_ word: [UInt8]) -> [UInt8] {
    guard let at = word.lastIndex(of: UInt8(ascii: "@")),
      let colon = word[..<at].firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < at,
      !String(decoding: word[..<colon].map(lowered), as: UTF8.self).hasSuffix("mailto")
    else { return word }
    return Array(word[...colon]) + Array(mark.utf8) + Array(word[at...])
  }

  /// What stands behind `scheme://`.
  private static func maskedRest(_ rest: [UInt8], isWeb: Bool) -> [UInt8] {
    let host = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.count
    let colon = rest[..<host].firstIndex(of: UInt8(ascii: ":"))
    // A port, a placeholder of a help text, an address in brackets: no password.
    let hasPort = colon.map { isPort(rest[($0 + 1)..<host]) || rest[0] == UInt8(ascii: "[") } ?? true
    var at = rest[..<host].lastIndex(of: UInt8(ascii: "@"))
    // A password may hold what ends a host elsewhere; on the web a path and a query may hold an @.
    if !isWeb || at == nil && !hasPort { at = rest.lastIndex(of: UInt8(ascii: "@")) ?? at }
    guard let at else {
      guard let colon, !hasPort else { return maskedQuery(rest, isWeb: isWeb) }
      return Array(rest[...colon]) + Array(mark.utf8) + maskedQuery(Array(rest[host...]), isWeb: isWeb)
    }
    let login = rest[..<at]
    let behind = maskedQuery(Array(rest[at...]), isWeb: isWeb)
    if let colon = login.firstIndex(of: UInt8(ascii: ":")) {
      return colon + 1 == at ? Array(login) + behind : Array(login[...colon]) + Array(mark.utf8) + behind
    }
    // On the web a user alone is a token.
    return (isWeb ? Array(mark.utf8) : Array(login)) + behind
  }

  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { isDigit($0) } || bytes.elementsEqual("PORT".utf8)
  }

  /// Parameters of a database's address that let nobody in.
  private static let plainParameters: Set<String> = [
    "host", "hostaddr", "port", "user", "dbname", "sslmode", "sslcert", "sslkey", "sslrootcert", "sslcrl", "sslsni",
    "ssl_min_protocol_version", "channel_binding", "gssencmode", "passfile", "service", "options", "client_encoding",
    "connect_timeout", "tcp_user_timeout", "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count",
    "application_name", "fallback_application_name", "statement_timeout", "target_session_attrs", "mode",
  ]

  private static func maskedQuery(_ rest: [UInt8], isWeb: Bool) -> [UInt8] {
    guard let question = rest.firstIndex(of: UInt8(ascii: "?")) else { return maskedFragment(rest) }
    let query = rest[(question + 1)...]
    guard !query.isEmpty else { return rest }
    let start = Array(rest[...question])
    // On the web nobody knows what a parameter is.
    if isWeb { return start + Array(mark.utf8) }
    let shown = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map { parameter in
      let name = parameter.prefix { $0 != UInt8(ascii: "=") }
      return plainParameters.contains(String(decoding: name, as: UTF8.self)) ? parameter : mark.utf8.map(\.self)[...]
    }
    return start + Array(shown.joined(separator: [UInt8(ascii: "&")]))
  }

  private static func maskedFragment(_ rest: [UInt8]) -> [UInt8] {
    guard let sign = rest.firstIndex(of: UInt8(ascii: "#")), rest[sign...].contains(UInt8(ascii: "=")) else {
      return rest
    }
    return Array(rest[...sign]) + Array(mark.utf8)
  }
}
