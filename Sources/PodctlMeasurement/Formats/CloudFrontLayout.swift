import CScan
import PodctlCore

/// Where a CloudFront standard log keeps what counting needs, by its own `#Fields` line.
struct CloudFrontLayout: Equatable {
  /// Columns by number; -1 where the log has none.
  var date = -1
  var time = -1
  var bytes = -1
  var address = -1
  var method = -1
  var path = -1
  var status = -1
  var referrer = -1
  var agent = -1
  var requestID = -1
  var rangeStart = -1
  var rangeEnd = -1
  var country = -1
  /// The host that the client asked.
  var host = -1
  var count = 0
  /// Columns from the first to the last that every line is asked for.
  var frontCount = 0

  /// Reads `#Fields: date time …`; nil when a column is missing without which nothing can be counted.
  init?(_ line: ByteSpan) {
    let names = line.dropFirst("#Fields:".utf8.count).split { $0 == 32 || $0 == 9 }
    for (index, name) in names.enumerated() {
      switch String(decoding: name, as: UTF8.self) {
      case "date": date = index
      case "time": time = index
      case "sc-bytes": bytes = index
      case "c-ip": address = index
      case "cs-method": method = index
      case "cs-uri-stem": path = index
      case "sc-status": status = index
      case "cs(Referer)": referrer = index
      case "cs(User-Agent)": agent = index
      case "x-edge-request-id": requestID = index
      case "sc-range-start": rangeStart = index
      case "sc-range-end": rangeEnd = index
      case "c-country": country = index
      case "x-host-header": host = index
      default: break
      }
    }
    count = names.count
    let asked = [date, time, bytes, address, method, path, status]
    guard asked.allSatisfy({ $0 >= 0 }), count <= CloudFrontLayout.mostColumns else { return nil }
    frontCount = max(asked.max() ?? 0, agent, referrer) + 1
  }

  static let mostColumns = 128
}

/// Reads lines of a CloudFront standard log.
struct CloudFrontLines: ~Copyable {
  /// Where each column of the line starts, and one past the last one's end.
  private let starts = UnsafeMutablePointer<UnsafePointer<UInt8>>.allocate(
    capacity: CloudFrontLayout.mostColumns + 1)
  /// Columns of the line at hand whose starts are known.
  private var found = 0

  deinit { starts.deallocate() }

  /// Finds the starts of columns from `first` to `wanted`, the first of which is known; returns how many are found. Tabs
  /// are looked for 64 bytes at a time, beyond the line's end too: the reader's blocks have room behind them.
  @inline(__always)
  private func split(_ line: ByteSpan, from first: Int, to wanted: Int) -> Int {
    guard let base = line.baseAddress else { return 0 }
    let end = base + line.count
    var at = starts[first]
    var next = first &+ 1
    while at < end {
      var tabs = cscan_matches(at, 9)
      let left = end - at
      if left < LineReader.slack { tabs &= 1 &<< UInt64(left) &- 1 }
      while tabs != 0 {
        starts[next] = at + (tabs.trailingZeroBitCount &+ 1)
        if next == wanted { return wanted }
        next &+= 1
        tabs &= tabs &- 1
      }
      at += LineReader.slack
    }
    starts[next] = end + 1
    return next
  }

  @inline(__always)
  private func column(_ index: Int) -> ByteSpan {
    index >= 0 && index < found ? ByteSpan(from: starts[index], to: starts[index + 1] - 1) : .nothing
  }

  /// Reads what every line is asked for; false when one of it cannot be read.
  @inline(__always)
  mutating func read(
    _ line: ByteSpan, _ layout: borrowing CloudFrontLayout, into request: inout LoggedRequest,
    _ clock: inout ClockReader
  ) -> Bool {
    guard let base = line.baseAddress else { return false }
    starts[0] = base
    found = split(line, from: 0, to: layout.frontCount)
    guard let time = clock.utc(date: column(layout.date), time: column(layout.time)),
      let bytes = column(layout.bytes).decimal
    else { return false }
    let address = column(layout.address)
    let status = column(layout.status)
    guard let start = address.baseAddress, let listener = ListenerAddress(start, address.count), status.count == 3,
      let code = status.decimal
    else { return false }
    request.time = time
    request.bytes = bytes
    request.address = listener
    request.status = Int(code)
    request.method = column(layout.method)
    request.path = column(layout.path)
    request.agent = column(layout.agent)
    request.referrer = column(layout.referrer)
    return !request.method.isAbsent && !request.path.isAbsent
  }

  /// Reads range and request id, which only lines of episodes are asked for, after `read` of the same line.
  @inline(__always)
  mutating func readRest(_ line: ByteSpan, _ layout: borrowing CloudFrontLayout, into request: inout LoggedRequest) {
    request.range = .unknown
    request.requestID = .nothing
    let wanted = max(layout.rangeStart, layout.rangeEnd, layout.requestID, layout.country) + 1
    guard wanted > 0, let base = line.baseAddress else { return }
    if wanted > found, found == layout.frontCount, starts[found] <= base + line.count {
      found = split(line, from: found, to: wanted)
    }
    request.requestID = column(layout.requestID)
    request.country = column(layout.country)
    let first = column(layout.rangeStart)
    guard !first.isAbsent, let start = first.position else { return }
    let last = column(layout.rangeEnd)
    if last.isAbsent {
      request.range = .open(first: start)
    } else if let end = last.position {
      request.range = .closed(first: start, last: end)
    }
  }

  /// The host that the client asked, after `readRest` of the same line.
  mutating func host(_ line: ByteSpan, _ layout: borrowing CloudFrontLayout) -> ByteSpan {
    guard layout.host >= 0, let base = line.baseAddress else { return .nothing }
    if layout.host >= found, starts[found] <= base + line.count {
      found = split(line, from: found, to: layout.host + 1)
    }
    return column(layout.host)
  }
}
