import PodctlCore

/// Networks as lists write them: `192.0.2.0/24`, `2001:db8::/32`, or a lone address.
struct NetworkText: Sendable {
  var version4: [ClosedRange<UInt32>] = []
  var version6: [ClosedRange<UInt128>] = []

  /// Adds one network; false when the text is none.
  mutating func add(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { add($0) }
  }

  /// The same for bytes; lists have a hundred thousand lines, too many to make strings of.
  mutating func add(_ text: ByteSpan) -> Bool {
    let slash = text.firstIndex(of: UInt8(ascii: "/"), from: 0)
    let address = text.slice(0, slash ?? text.count)
    guard let start = address.baseAddress else { return false }
    var bits: Int?
    if let slash {
      guard let given = text.slice(slash + 1, text.count).decimal, given <= 128 else { return false }
      bits = Int(given)
    }
    if let value = ListenerAddress.wholeIPv4(start, address.count) {
      let bits = bits ?? 32
      guard bits <= 32 else { return false }
      let host: UInt32 = bits == 0 ? .max : bits == 32 ? 0 : (1 << UInt32(32 - bits)) - 1
      version4.append(value & ~host...value | host)
      return true
    }
    guard let value = ListenerAddress.wholeIPv6(start, address.count) else { return false }
    let width = bits ?? 128
    let host: UInt128 = width == 0 ? .max : width == 128 ? 0 : (1 << UInt128(128 - width)) - 1
    version6.append(value & ~host...value | host)
    return true
  }

  /// The first network that holds an address, as lists write it.
  func network(of address: ListenerAddress) -> String? {
    if address.isIPv4 {
      let value = UInt32(truncatingIfNeeded: address.low)
      return version4.first { $0.contains(value) }.map { range in
        ListenerAddress(high: 0, low: UInt64(range.lowerBound), isIPv4: true).listenerText
          + "/\((range.upperBound - range.lowerBound).leadingZeroBitCount)"
      }
    }
    let value = UInt128(address.high) << 64 | UInt128(address.low)
    return version6.first { $0.contains(value) }.map { range in
      (0..<8).map { String(range.lowerBound >> UInt128(112 - 16 * $0) & 0xffff, radix: 16) }.joined(separator: ":")
        + "/\((range.upperBound - range.lowerBound).leadingZeroBitCount)"
    }
  }
}
