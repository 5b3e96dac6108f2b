import PodctlCore

/// Takes measuring prefixes off addresses, each distinct one once.
struct MeasuredAddresses: ~Copyable {
  private static let most = 1 << 12
  /// What lies behind an address: a path as a log would write it, and before it the host. Empty for an address without.
  private struct Known {
    var bytes: UnsafeMutableBufferPointer<UInt8>
    var hostLength: Int
  }

  /// By the address's hash.
  private var places: [[UInt64]: Known] = [:]

  deinit { for place in places.values { place.bytes.deallocate() } }

  /// Host and path of the file itself, good until the next call; nil when there is none.
  mutating func place(of address: ByteSpan) -> (host: ByteSpan, path: ByteSpan)? {
    let hash = ByteHash(address, seed: 5).value
    let key = [hash.high, hash.low]
    if let known = places[key] { return MeasuredAddresses.spans(known) }
    if places.count == MeasuredAddresses.most {
      for place in places.values { place.bytes.deallocate() }
      places = [:]
    }
    let place = EnclosurePath.place(of: String(decoding: address, as: UTF8.self))
    let host = place.map { Array($0.host.utf8) } ?? []
    let bytes = host + (place.map { MeasuredAddresses.encoded($0.path) } ?? [])
    let stored = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = stored.initialize(from: bytes)
    let known = Known(bytes: stored, hostLength: host.count)
    places[key] = known
    return MeasuredAddresses.spans(known)
  }

  private static func spans(_ known: Known) -> (host: ByteSpan, path: ByteSpan)? {
    if known.bytes.isEmpty { return nil }
    let all = ByteSpan(known.bytes)
    return (all.slice(0, known.hostLength), all.slice(known.hostLength, all.count))
  }

  /// A decoded path with the two signs escaped that a logged path may not hold.
  private static func encoded(_ path: String) -> [UInt8] {
    path.utf8.flatMap { byte in
      switch byte {
      case UInt8(ascii: "%"): Array("%25".utf8)
      case UInt8(ascii: "?"): Array("%3F".utf8)
      default: [byte]
      }
    }
  }
}
