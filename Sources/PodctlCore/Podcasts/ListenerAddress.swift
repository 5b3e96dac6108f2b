/// An address as counting compares it: IPv4 whole, IPv4-mapped IPv6 as its IPv4, other IPv6 by its first 64 bits.
@frozen public struct ListenerAddress: Sendable, Hashable {
  /// The first half of an IPv6 address; 0 for IPv4.
  public var high: UInt64
  /// The second half of an IPv6 address, or the IPv4 address.
  public var low: UInt64
  public var isIPv4: Bool

  @inlinable public init(high: UInt64, low: UInt64, isIPv4: Bool) {
    self.high = high
    self.low = low
    self.isIPv4 = isIPv4
  }

  /// What tells two listeners' addresses apart, together with the family.
  @inlinable public var listenerBits: UInt64 { isIPv4 ? low : high }

  /// Reads an address in text; nil when it is none.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let address = bytes.withUnsafeBufferPointer { $0.baseAddress.flatMap { ListenerAddress($0, bytes.count) } }
    guard let address else { return nil }
    self = address
  }

  /// Reads the bytes of an address in text; nil when they are none.
  public init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
    if let value = ListenerAddress.ipv4(start, count) {
      self.init(high: 0, low: UInt64(value), isIPv4: true)
    } else if let value = ListenerAddress.ipv6(start, count) {
      if value >> 32 == 0xffff {
        self.init(high: 0, low: UInt64(truncatingIfNeeded: value & 0xffff_ffff), isIPv4: true)
      } else {
        self.init(
          high: UInt64(truncatingIfNeeded: value >> 64), low: UInt64(truncatingIfNeeded: value), isIPv4: false)
      }
    } else {
      return nil
    }
  }

  /// The form that keyed hashes are made of: `192.0.2.7`, or `2001:db8:0:1::/64`.
  public var listenerText: String { String(decoding: listenerBytes, as: UTF8.self) }

  /// `listenerText` as bytes: what keyed hashes are made of, millions of times.
  public var listenerBytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 24) { buffer, count in
      func put(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
      }
      /// Without leading zeros.
      func put(_ number: UInt64, radix: UInt64, from highest: UInt64) {
        var divisor = highest
        while divisor > 1, number < divisor { divisor /= radix }
        while divisor > 0 {
          let digit = UInt8(number / divisor % radix)
          put(digit < 10 ? 48 + digit : 87 + digit)
          divisor /= radix
        }
      }
      if isIPv4 {
        for shift in [24, 16, 8, 0] as [UInt64] {
          if shift < 24 { put(46) }
          put(low >> shift & 255, radix: 10, from: 100)
        }
      } else {
        for shift in [48, 32, 16, 0] as [UInt64] {
          if shift < 48 { put(58) }
          put(high >> shift & 0xFFFF, radix: 16, from: 0x1000)
        }
        for byte in "::/64".utf8 { put(byte) }
      }
    }
  }

  private static func ipv4(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt32? {
    guard count >= 7, count <= 15 else { return nil }
    var value: UInt32 = 0
    var part: UInt32 = 0
    var digits = 0
    var dots = 0
    for index in 0..<count {
      let byte = start[index] &- 48
      if byte < 10 {
        part = part &* 10 &+ UInt32(byte)
        digits &+= 1
        if digits > 3 { return nil }
      } else if start[index] == 46, digits > 0, part < 256, dots < 3 {
        value = value << 8 | part
        part = 0
        digits = 0
        dots &+= 1
      } else {
        return nil
      }
    }
    guard dots == 3, digits > 0, part < 256 else { return nil }
    return value << 8 | part
  }

  private static func ipv6(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt128? {
    guard count >= 2, count <= 45 else { return nil }
    var head: UInt128 = 0
    var tail: UInt128 = 0
    var headGroups = 0
    var tailGroups = 0
    var hasGap = false
    var index = 0
    if start[0] == 58 {
      guard start[1] == 58 else { return nil }
      hasGap = true
      index = 2
    }
    while index < count {
      let groupStart = index
      var group: UInt64 = 0
      while index < count, let digit = hexDigit(start[index]) {
        group = group &<< 4 | UInt64(digit)
        index &+= 1
      }
      let length = index - groupStart
      guard length > 0, length <= 4 else { return nil }
      var width = 1
      if index < count, start[index] == 46 {
        guard let value = ipv4(start + groupStart, count - groupStart) else { return nil }
        group = UInt64(value)
        width = 2
        index = count
      }
      if hasGap {
        tail = (width == 1 ? tail << 16 : tail << 32) | UInt128(group)
        tailGroups += width
      } else {
        head = (width == 1 ? head << 16 : head << 32) | UInt128(group)
        headGroups += width
      }
      guard headGroups + tailGroups <= 8 else { return nil }
      if index == count { break }
      guard start[index] == 58 else { return nil }
      index += 1
      guard index < count else { return nil }
      if start[index] == 58 {
        guard !hasGap else { return nil }
        hasGap = true
        index += 1
      }
    }
    let groups = headGroups + tailGroups
    guard hasGap ? groups <= 7 : groups == 8 else { return nil }
    return headGroups == 0 ? tail : head << UInt128(16 * (8 - headGroups)) | tail
  }

  /// Digits and letters come in no order that a processor could guess, so there is no branch between them.
  @inline(__always)
  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    let place = byte &- 48
    // Bits 0 to 9 are 0 to 9, 17 to 22 are A to F, 49 to 54 are a to f.
    guard place < 64, 0x007e_0000_007e_03ff &>> UInt64(place) & 1 == 1 else { return nil }
    return (byte & 15) &+ (byte &>> 6) &* 9
  }

  /// All 128 bits of an IPv6 address in text, mapped or not, for address lists; nil when it is none.
  public static func wholeIPv6(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt128? { ipv6(start, count) }

  /// An IPv4 address in text, for address lists; nil when it is none.
  public static func wholeIPv4(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt32? { ipv4(start, count) }
}
