/// A set of byte values.
struct ByteSet: Hashable {
  private var words = SIMD4<UInt64>.zero

  init() {}
  init(_ bytes: some Sequence<UInt8>) { for byte in bytes { insert(byte) } }

  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  mutating func formUnion(_ other: ByteSet) { words |= other.words }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  var members: [UInt8] { (UInt8.min...UInt8.max).filter(contains) }
  var count: Int { (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  /// All ASCII bytes that are not in the set.
  var asciiComplement: ByteSet { ByteSet((0..<128).filter { !contains($0) }) }

  static let digits = ByteSet(48...57)
  static let blanks = ByteSet([9, 10, 11, 12, 13, 32])
  static let wordBytes = ByteSet(Array(48...57) + Array(65...90) + Array(97...122) + [95])
  static let continuation = ByteSet(128...191)
  /// First bytes of characters beyond ASCII.
  static let lead = ByteSet(192...255)
}
