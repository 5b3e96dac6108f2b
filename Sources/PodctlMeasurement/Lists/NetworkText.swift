import PodctlCore

/// Networks as lists write them: `192.0.2.0/24`, `2001:db8::/32`, or a lone address.
struct NetworkText {
  var version4: [ClosedRange<UInt32>] = []
  var version6: [ClosedRange<UInt128>] = []

  /// Adds one network; false when the text is none.
  mutating func add(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = parts.first else { return false }
    if let value = ListenerAddress.wholeIPv4(address) {
      guard let bits = NetworkText.prefix(parts, limit: 32) else { return false }
      let host: UInt32 = bits == 0 ? .max : bits == 32 ? 0 : (1 << UInt32(32 - bits)) - 1
      version4.append(value & ~host...value | host)
      return true
    }
    guard let value = ListenerAddress.wholeIPv6(address), let bits = NetworkText.prefix(parts, limit: 128) else {
      return false
    }
    let host: UInt128 = bits == 0 ? .max : bits == 128 ? 0 : (1 << UInt128(128 - bits)) - 1
    version6.append(value & ~host...value | host)
    return true
  }

  private static func prefix(_ parts: [some StringProtocol], limit: Int) -> Int? {
    guard parts.count == 2 else { return limit }
    guard let bits = Int(parts[1]), (0...limit).contains(bits) else { return nil }
    return bits
  }
}
