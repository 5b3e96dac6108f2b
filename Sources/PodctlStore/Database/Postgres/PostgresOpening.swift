import CLibPQ
import Glibc
import PodctlCore

extension PostgresDriver {
  /// Connects; throws `database_unreachable`, `database_refused` or `database_not_found`, none of which says the
  /// password.
  static func open(_ address: ServerAddress, searchPath: SearchPath) throws -> PostgresDriver {
    let connection = try begin(address)
    do {
      try establish(connection, address)
    } catch {
      PQfinish(connection)
      throw error
    }
    return PostgresDriver(connection: connection, address: address, searchPath: searchPath)
  }

  private static func begin(_ address: ServerAddress) throws -> OpaquePointer {
    // A setting before dbname is a default that the URL may replace; one after it holds.
    // A server that vanishes without a word is noticed within a minute, by TCP's own means.
    var settings = [
      ("application_name", "podctl"), ("keepalives_idle", "20"), ("keepalives_interval", "10"),
      ("keepalives_count", "3"), ("tcp_user_timeout", "60000"), ("dbname", address.url), ("client_encoding", "UTF8"),
    ]
    if let other = address.otherDatabase { settings.append(("dbname", other)) }
    var keywords: [UnsafePointer<CChar>?] = settings.map { UnsafePointer(strdup($0.0)) }
    var values: [UnsafePointer<CChar>?] = settings.map { UnsafePointer(strdup($0.1)) }
    defer { for text in keywords + values { free(UnsafeMutableRawPointer(mutating: text)) } }
    keywords.append(nil)
    values.append(nil)
    guard let connection = PQconnectStartParams(keywords, values, 1) else {
      throw PodctlError(.internalFault, "libpq has no memory for a connection")
    }
    return connection
  }

  /// Connecting by hand, in place of PQconnectdb, is what makes the server's SQLSTATE readable before there is a
  /// connection: the words of its message depend on the server's language.
  private static func establish(_ connection: OpaquePointer, _ address: ServerAddress) throws {
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(max(2, address.connectTimeout ?? 10))
    var waitsFor = PGRES_POLLING_WRITING
    while PQstatus(connection) != CONNECTION_BAD, waitsFor != PGRES_POLLING_OK {
      let left = (deadline - clock.now).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { throw unreachable(address, "it did not answer in time") }
      let events = Int16(waitsFor == PGRES_POLLING_READING ? POLLIN : POLLOUT)
      var descriptor = pollfd(fd: PQsocket(connection), events: events, revents: 0)
      _ = poll(&descriptor, 1, Int32(clamping: milliseconds))
      guard descriptor.revents != 0 else { continue }
      waitsFor = PQconnectPoll(connection)
      if waitsFor == PGRES_POLLING_FAILED { break }
    }
    guard PQstatus(connection) == CONNECTION_OK else { throw refusal(connection, address) }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
  }

  private static func refusal(_ connection: OpaquePointer, _ address: ServerAddress) -> PodctlError {
    let message = String(cString: PQerrorMessage(connection))
    for word in message.split(whereSeparator: { $0 == " " || $0 == "\n" }) where word.hasSuffix(":") {
      let state = String(word.dropLast())
      if state.utf8.count == 5, state.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) }),
        let known = PostgresFault.known(state, address)
      {
        return state.hasPrefix("57") ? unreachable(address, "it is starting or stopping") : known
      }
    }
    // libpq refuses before the server does where a password is needed and none is known.
    if PQconnectionNeedsPassword(connection) == 1 || PQconnectionUsedPassword(connection) == 1 {
      return PostgresFault.known("28P01", address) ?? unreachable(address, "it refused the password")
    }
    return unreachable(address, "no server answers there")
  }

  private static func unreachable(_ address: ServerAddress, _ reason: String) -> PodctlError {
    let isBeyondReach = NetworkAddress.isOnlyIPv6(address.host) && !NetworkAddress.hasIPv6
    return PodctlError(
      .databaseUnreachable,
      isBeyondReach
        ? "\(address.place) cannot be reached: its host has an IPv6 address only, and this machine has no IPv6"
        : "\(address.place) cannot be reached: \(reason)",
      hint: isBeyondReach
        ? "use the address of its session pooler, which has IPv4 (at Supabase: …pooler.supabase.com, port 5432), or "
          + "give this machine IPv6"
        : "check that the server runs and that the URL's host and port are right",
      context: [
        .init("host", address.host), .init("port", address.port), .init("database", address.name),
        .init("user", address.user),
      ])
  }
}

extension ServerAddress {
  /// How errors name the server.
  var place: String { "the database \(description)" }
}
