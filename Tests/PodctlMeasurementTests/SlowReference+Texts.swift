import Foundation

extension SlowReference {
  static func decoded(_ text: String) -> String { text.removingPercentEncoding ?? text }

  /// An address written out: IPv4 as it is, IPv4-mapped IPv6 as its IPv4, other IPv6 with all its groups.
  static func address(_ text: String) -> String? {
    if text.hasPrefix("::ffff:"), text.contains(".") { return address(String(text.dropFirst(7))) }
    if text.contains(":") {
      let halves = text.components(separatedBy: "::")
      let head = halves[0].split(separator: ":").map(String.init)
      let tail = halves.count > 1 ? halves[1].split(separator: ":").map(String.init) : []
      let gap = halves.count > 1 ? Array(repeating: "0", count: 8 - head.count - tail.count) : []
      let groups = (head + gap + tail).map { Int($0, radix: 16) }
      guard groups.count == 8, !groups.contains(nil) else { return nil }
      return groups.map { String($0 ?? 0, radix: 16) }.joined(separator: ":")
    }
    let parts = text.split(separator: ".").map { Int($0) }
    return parts.count == 4 && parts.allSatisfy { $0.map { $0 < 256 } ?? false } ? text : nil
  }

  /// What of an address tells listeners apart: IPv4 whole, of IPv6 the first four groups.
  static func listener(_ address: String) -> String {
    address.contains(":") ? address.split(separator: ":").prefix(4).joined(separator: ":") : address
  }
}
