import PodctlCore

/// A network in the one way in which podctl writes it.
public enum Network {
  /// `192.0.2.77/24` as `192.0.2.0/24`, a lone address with its whole length; nil when the text is no network.
  public static func canonical(_ text: String) -> (text: String, isWide: Bool)? {
    var networks = NetworkText()
    guard networks.add(text) else { return nil }
    if let range = networks.version4.first {
      let bits = (range.upperBound - range.lowerBound).leadingZeroBitCount
      let address = ListenerAddress(high: 0, low: UInt64(range.lowerBound), isIPv4: true)
      return networks.network(of: address).map { ($0, bits < 8) }
    }
    guard let range = networks.version6.first else { return nil }
    let bits = (range.upperBound - range.lowerBound).leadingZeroBitCount
    let address = ListenerAddress(
      high: UInt64(truncatingIfNeeded: range.lowerBound >> 64), low: UInt64(truncatingIfNeeded: range.lowerBound),
      isIPv4: false)
    return networks.network(of: address).map { ($0, bits < 16) }
  }
}
