import Glibc

/// What kinds of address a host has, and this machine.
enum NetworkAddress {
  /// False for a socket's folder, a name that does not resolve, and a host with an IPv4 address.
  static func isOnlyIPv6(_ host: String) -> Bool {
    guard !host.isEmpty, !host.hasPrefix("/") else { return false }
    return resolves(host, AF_INET6) && !resolves(host, AF_INET)
  }

  /// Whether this machine has a way to IPv6 addresses beyond itself: a socket that is connected to one, which sends
  /// nothing.
  static var hasIPv6: Bool {
    let descriptor = socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = UInt16(53).bigEndian
    // 2001:4860:4860::8888
    inet_pton(AF_INET6, "2001:4860:4860::8888", &address.sin6_addr)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
      }
    }
  }

  private static func resolves(_ host: String, _ family: Int32) -> Bool {
    var hints = addrinfo()
    hints.ai_family = family
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    defer { if let found { freeaddrinfo(found) } }
    return getaddrinfo(host, nil, &hints, &found) == 0
  }
}
