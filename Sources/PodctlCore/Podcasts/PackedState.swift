/// Writes what waits in the database for later lines: numbers as LEB128, halves of identities as eight bytes.
struct StateWriter {
  private(set) var bytes: [UInt8]

  /// Begins with the byte that tells the kind and version of the state.
  init(version: UInt8) { bytes = [version] }

  mutating func number(_ value: some BinaryInteger) {
    var rest = UInt64(value)
    while rest >= 128 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func whole(_ value: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }
}

/// Reads what `StateWriter` wrote; every function throws `database_damaged` where it cannot be.
struct StateReader {
  static let damaged = PodctlError(
    .databaseDamaged, "a stored coverage cannot be read", hint: "ingest the logs of that day again")
  /// No position in a file and no number of lines lies beyond; three of them can be added.
  static let limit: Int64 = 1 << 61
  private let bytes: [UInt8]
  private var index = 1
  var isAtEnd: Bool { index == bytes.count }

  /// Throws where the state is of another kind or version.
  init(_ bytes: [UInt8], version: UInt8) throws(PodctlError) {
    guard bytes.first == version else { throw StateReader.damaged }
    self.bytes = bytes
  }

  mutating func byte() throws(PodctlError) -> UInt8 {
    guard index < bytes.count else { throw StateReader.damaged }
    index += 1
    return bytes[index - 1]
  }

  mutating func whole() throws(PodctlError) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<8 { value = value << 8 | UInt64(try byte()) }
    return value
  }

  mutating func number() throws(PodctlError) -> Int64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      value |= UInt64(next & 127) << shift
      if next < 128 { break }
      shift += 7
      guard shift < 63 else { throw StateReader.damaged }
    }
    guard value <= UInt64(StateReader.limit) else { throw StateReader.damaged }
    return Int64(value)
  }

  /// A number of things that follow, each at least a byte long.
  mutating func count() throws(PodctlError) -> Int {
    let value = try number()
    guard value <= Int64(bytes.count) else { throw StateReader.damaged }
    return Int(value)
  }
}
