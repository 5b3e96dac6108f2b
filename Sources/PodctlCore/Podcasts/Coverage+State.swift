/// The form in which a coverage waits in the database for later lines. Equal coverages have equal bytes.
extension Coverage {
  private static let version: UInt8 = 1

  /// A version byte, then for each path its key, its intervals and its placeless requests; numbers are LEB128.
  public var state: [UInt8] {
    var writer = StateWriter(version: Coverage.version)
    writer.number(paths.count)
    for path in paths {
      writer.whole(path.key.high)
      writer.whole(path.key.low)
      writer.number(path.intervals.count)
      var last: Int64 = 0
      for interval in path.intervals {
        writer.number(interval.start - last)
        writer.number(interval.end - interval.start)
        last = interval.end
      }
      writer.number(path.placeless.count)
      for request in path.placeless {
        writer.whole(request.high)
        writer.whole(request.low)
        writer.number(request.bytes)
      }
    }
    return writer.bytes
  }

  /// Reads what `state` wrote; throws `database_damaged` on anything else.
  public init(state: [UInt8]) throws(PodctlError) {
    var reader = try StateReader(state, version: Coverage.version)
    for _ in 0..<(try reader.count()) {
      var path = Path(key: PathKey(high: try reader.whole(), low: try reader.whole()))
      var last: Int64 = 0
      for _ in 0..<(try reader.count()) {
        let start = last + (try reader.number())
        let end = start + (try reader.number())
        guard end <= StateReader.limit else { throw StateReader.damaged }
        path.intervals.append(Interval(start: start, end: end))
        last = end
      }
      for _ in 0..<(try reader.count()) {
        path.placeless.append(
          Placeless(high: try reader.whole(), low: try reader.whole(), bytes: try reader.number()))
      }
      paths.append(path)
    }
    guard reader.isAtEnd else { throw StateReader.damaged }
  }

  /// Joins two states; any order of joining any number of them ends the same. Throws `database_damaged`.
  public static func merge(_ left: [UInt8], _ right: [UInt8]) throws(PodctlError) -> [UInt8] {
    var coverage = try Coverage(state: left)
    coverage.merge(try Coverage(state: right))
    return coverage.state
  }
}
