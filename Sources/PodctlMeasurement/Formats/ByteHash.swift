/// A 128-bit hash of bytes. Identities of placeless requests are stored, so its constants never change.
struct ByteHash: Equatable {
  var high: UInt64
  var low: UInt64

  private static let first: UInt64 = 0xe703_7ed1_a0b4_28db
  private static let second: UInt64 = 0x8ebc_6af0_9c88_c6e3
  private static let third: UInt64 = 0x5899_65cc_7537_4cc3
  private static let fourth: UInt64 = 0x9e37_79b9_7f4a_7c15

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  @inline(__always)
  init(seed: UInt64) {
    high = seed ^ ByteHash.first
    low = seed &+ ByteHash.fourth
  }

  @inline(__always)
  init(_ bytes: ByteSpan, seed: UInt64 = 0) {
    self.init(seed: seed)
    mix(bytes)
  }

  @inline(__always)
  mutating func mix(_ word: UInt64) {
    high = ByteHash.fold(word ^ ByteHash.second, high ^ ByteHash.third)
    low = ByteHash.fold(word ^ ByteHash.fourth, low ^ ByteHash.first) &+ word
  }

  /// Two words at a time, each kept whole by one of the halves.
  @inline(__always)
  private mutating func mix(_ one: UInt64, _ other: UInt64) {
    high = ByteHash.fold(one ^ ByteHash.second, other ^ high)
    low = ByteHash.fold(one ^ low, other ^ ByteHash.fourth) &+ one
  }

  @inline(__always)
  mutating func mix(_ bytes: ByteSpan) {
    mix(UInt64(bytes.count))
    guard bytes.count > 0, let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    var index = 0
    while index &+ 16 <= bytes.count {
      mix(
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self))
      index &+= 16
    }
    if index &+ 8 <= bytes.count {
      mix(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    if index < bytes.count {
      if bytes.count >= 8 {
        // The last eight bytes in one load; those hashed already are cut off. The loop below makes the same word.
        let last = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self))
        mix(last & (1 &<< UInt64(truncatingIfNeeded: (bytes.count &- index) &* 8) &- 1))
        return
      }
      var rest: UInt64 = 0
      while index < bytes.count {
        rest = rest << 8 | UInt64(base[index])
        index &+= 1
      }
      mix(rest)
    }
  }

  /// The hash; its bits are spread evenly.
  @inline(__always)
  var value: (high: UInt64, low: UInt64) {
    (ByteHash.fold(high ^ low, ByteHash.third), ByteHash.fold(low ^ ByteHash.second, high ^ ByteHash.fourth))
  }
}
