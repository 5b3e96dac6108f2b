/// The form in which requests wait in the database until their windows are closed. Equal sets have equal bytes.
extension RollingRequests {
  private static let version: UInt8 = 0x21
  private static let placed: UInt8 = 0
  private static let placeless: UInt8 = 1
  private static let imported: UInt8 = 2

  /// A version byte, the keys of the paths in their order, then each request: seconds since the one before, number of
  /// its path, kind, what the kind holds, lines; numbers are LEB128.
  public var state: [UInt8] {
    var writer = StateWriter(version: RollingRequests.version)
    let paths = Set(requests.map(\.path)).sorted()
    writer.number(paths.count)
    for path in paths {
      writer.whole(path.high)
      writer.whole(path.low)
    }
    writer.number(requests.count)
    guard var last = requests.first?.time.seconds else { return writer.bytes }
    writer.whole(UInt64(bitPattern: last))
    for request in requests {
      writer.number(request.time.seconds - last)
      last = request.time.seconds
      writer.number(paths.firstIndex(of: request.path) ?? 0)
      switch request.bytes {
      case .placed(let interval):
        writer.number(RollingRequests.placed)
        writer.number(interval.start)
        writer.number(interval.end - interval.start)
      case .placeless(let request):
        writer.number(RollingRequests.placeless)
        writer.whole(request.high)
        writer.whole(request.low)
        writer.number(request.bytes)
      case .imported:
        writer.number(RollingRequests.imported)
      }
      writer.number(request.lines)
    }
    return writer.bytes
  }

  /// Reads what `state` wrote; throws `database_damaged` on anything else.
  public init(state: [UInt8]) throws(PodctlError) {
    self.init()
    var reader = try StateReader(state, version: RollingRequests.version)
    var paths: [Coverage.PathKey] = []
    for _ in 0..<(try reader.count()) {
      paths.append(Coverage.PathKey(high: try reader.whole(), low: try reader.whole()))
    }
    let count = try reader.count()
    var read: [Request] = []
    read.reserveCapacity(count)
    var time = count > 0 ? Int64(bitPattern: try reader.whole()) : 0
    // Beyond this no instant can be told in microseconds.
    let horizon = Int64.max / 4_000_000
    for _ in 0..<count {
      time = time.addingReportingOverflow(try reader.number()).partialValue
      let path = Int(try reader.number())
      guard abs(max(-.max, time)) < horizon, path < paths.count else { throw StateReader.damaged }
      let bytes = try RollingRequests.bytes(&reader)
      read.append(
        Request(time: Instant(seconds: time), path: paths[path], bytes: bytes, lines: try reader.number()))
    }
    guard reader.isAtEnd else { throw StateReader.damaged }
    self.init(read)
    guard requests.count == count else { throw StateReader.damaged }
  }

  private static func bytes(_ reader: inout StateReader) throws(PodctlError) -> Bytes {
    switch try reader.byte() {
    case placed:
      let start = try reader.number()
      let end = start + (try reader.number())
      guard end <= StateReader.limit else { throw StateReader.damaged }
      return .placed(Coverage.Interval(start: start, end: end))
    case placeless:
      return .placeless(
        Coverage.Placeless(high: try reader.whole(), low: try reader.whole(), bytes: try reader.number()))
    case imported: return .imported
    default: throw StateReader.damaged
    }
  }

  /// Joins two states; any order of joining any number of them ends the same. Throws `database_damaged`.
  public static func merge(_ left: [UInt8], _ right: [UInt8]) throws(PodctlError) -> [UInt8] {
    var requests = try RollingRequests(state: left)
    requests.merge(try RollingRequests(state: right))
    return requests.state
  }
}
