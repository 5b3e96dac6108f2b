/// The form in which a coverage waits in the database for later lines. Equal coverages have equal bytes.
extension Coverage {
  private static let version: UInt8 = 1

  /// A version byte, then for each path its key, its intervals and its placeless requests; numbers are LEB128.
  public var state: [UInt8] {
    var bytes = [Coverage.version]
    Coverage.append(UInt64(paths.count), to: &bytes)
    for path in paths {
      Coverage.appendWhole(path.key.high, to: &bytes)
      Coverage.appendWhole(path.key.low, to: &bytes)
      Coverage.append(UInt64(path.intervals.count), to: &bytes)
      var last: Int64 = 0
      for interval in path.intervals {
        Coverage.append(UInt64(interval.start - last), to: &bytes)
        Coverage.append(UInt64(interval.end - interval.start), to: &bytes)
        last = interval.end
      }
      Coverage.append(UInt64(path.placeless.count), to: &bytes)
      for request in path.placeless {
        Coverage.appendWhole(request.high, to: &bytes)
        Coverage.appendWhole(request.low, to: &bytes)
        Coverage.append(UInt64(request.bytes), to: &bytes)
      }
    }
    return bytes
  }

  /// Reads what `state` wrote; throws `database_damaged` on anything else.
  public init(state: [UInt8]) throws(PodctlError) {
    var reader = Reader(bytes: state)
    guard try reader.byte() == Coverage.version else { throw Reader.damaged }
    for _ in 0..<(try reader.count()) {
      var path = Path(key: PathKey(high: try reader.whole(), low: try reader.whole()))
      var last: Int64 = 0
      for _ in 0..<(try reader.count()) {
        let start = last + (try reader.number())
        let end = start + (try reader.number())
        guard end <= Reader.limit else { throw Reader.damaged }
        path.intervals.append(Interval(start: start, end: end))
        last = end
      }
      for _ in 0..<(try reader.count()) {
        path.placeless.append(
          Placeless(high: try reader.whole(), low: try reader.whole(), bytes: try reader.number()))
      }
      paths.append(path)
    }
    guard reader.isAtEnd else { throw Reader.damaged }
  }

  /// Joins two states; any order of joining any number of them ends the same. Throws `database_damaged`.
  public static func merge(_ left: [UInt8], _ right: [UInt8]) throws(PodctlError) -> [UInt8] {
    var coverage = try Coverage(state: left)
    coverage.merge(try Coverage(state: right))
    return coverage.state
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 128 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func appendWhole(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }

  private struct Reader {
    static let damaged = PodctlError(
      .databaseDamaged, "a stored coverage cannot be read", hint: "ingest the logs of that day again")
    /// No position in a file lies beyond; three of them can be added.
    static let limit: Int64 = 1 << 61
    let bytes: [UInt8]
    var index = 0
    var isAtEnd: Bool { index == bytes.count }

    mutating func byte() throws(PodctlError) -> UInt8 {
      guard index < bytes.count else { throw Reader.damaged }
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
        guard shift < 63 else { throw Reader.damaged }
      }
      guard value <= UInt64(Reader.limit) else { throw Reader.damaged }
      return Int64(value)
    }

    mutating func count() throws(PodctlError) -> Int {
      let value = try number()
      guard value <= Int64(bytes.count) else { throw Reader.damaged }
      return Int(value)
    }
  }
}
