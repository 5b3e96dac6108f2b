import PodctlCore

/// Takes measuring prefixes off addresses, each distinct one once.
struct MeasuredAddresses: ~Copyable {
  private static let most = 1 << 12
  /// The path behind each address by the address's hash, as a log would write it; empty for an address without one.
  private var paths: [[UInt64]: UnsafeMutableBufferPointer<UInt8>] = [:]

  deinit { for path in paths.values { path.deallocate() } }

  /// The path of the file itself, good until the next call; nil when there is none.
  mutating func path(of address: ByteSpan) -> ByteSpan? {
    let hash = ByteHash(address, seed: 5).value
    let key = [hash.high, hash.low]
    if let known = paths[key] { return known.isEmpty ? nil : ByteSpan(known) }
    if paths.count == MeasuredAddresses.most {
      for path in paths.values { path.deallocate() }
      paths = [:]
    }
    let place = EnclosurePath.place(of: String(decoding: address, as: UTF8.self))
    let bytes = place.map { MeasuredAddresses.encoded($0.path) } ?? []
    let stored = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = stored.initialize(from: bytes)
    paths[key] = stored
    return stored.isEmpty ? nil : ByteSpan(stored)
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
