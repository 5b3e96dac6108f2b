import Glibc

/// Bytes of a log that lie in somebody else's buffer; only good until that buffer is filled again.
typealias ByteSpan = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  init(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) {
    self.init(start: start, count: end - start)
  }

  static var nothing: ByteSpan { ByteSpan(start: nil, count: 0) }

  /// A log's way of saying "none": empty, or a hyphen.
  @inline(__always)
  var isAbsent: Bool { count == 0 || (count == 1 && self[0] == UInt8(ascii: "-")) }

  /// The first place of a byte at or after an index.
  @inline(__always)
  func firstIndex(of byte: UInt8, from index: Int) -> Int? {
    guard index < count, let base = baseAddress, let found = memchr(base + index, Int32(byte), count - index) else {
      return nil
    }
    return found - UnsafeMutableRawPointer(mutating: base)
  }

  func slice(_ start: Int, _ end: Int) -> ByteSpan {
    ByteSpan(start: baseAddress.map { $0 + start }, count: end - start)
  }

  /// A decimal number of at most 18 digits and nothing else.
  @inline(__always)
  var decimal: Int64? {
    guard count > 0, count <= 18 else { return nil }
    var value: Int64 = 0
    for byte in self {
      let digit = byte &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return value
  }

  /// A byte position; one beyond every file is brought down to 2^60, which is beyond every file too.
  var position: Int64? {
    @inline(__always) get { decimal ?? beyond }
  }

  private var beyond: Int64? { count > 18 && allSatisfy { $0 &- 48 < 10 } ? 1 << 60 : nil }

  func hasPrefix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard let baseAddress, count >= length else { return false }
    return memcmp(baseAddress, text.utf8Start, length) == 0
  }

  func contains(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard let baseAddress else { return false }
    var at = 0
    while let found = firstIndex(of: text.utf8Start[0], from: at), found + length <= count {
      if memcmp(baseAddress + found, text.utf8Start, length) == 0 { return true }
      at = found + 1
    }
    return false
  }
}
