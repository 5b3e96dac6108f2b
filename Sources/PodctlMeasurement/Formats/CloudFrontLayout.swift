import Glibc
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
  deinit { starts.deallocate() }

  /// Finds columns up to `wanted`; returns how many there are, with the end of the last one found.
  @inline(__always)
  private func split(_ line: ByteSpan, wanted: Int) -> Int {
    guard var at = line.baseAddress else { return 0 }
    let end = at + line.count
    var found = 0
    while found < wanted {
      starts[found] = at
      found &+= 1
      guard let tab = memchr(at, 9, end - at) else {
        starts[found] = end + 1
        return found
      }
      at = UnsafePointer(tab.assumingMemoryBound(to: UInt8.self)) + 1
    }
    starts[found] = at
    return found
  }

  @inline(__always)
  private func column(_ index: Int, of found: Int) -> ByteSpan {
    index >= 0 && index < found ? ByteSpan(from: starts[index], to: starts[index + 1] - 1) : .nothing
  }

  /// Reads what every line is asked for; false when one of it cannot be read.
  @inline(__always)
  func read(
    _ line: ByteSpan, _ layout: borrowing CloudFrontLayout, into request: inout LoggedRequest,
    _ clock: inout ClockReader
  ) -> Bool {
    let found = split(line, wanted: layout.frontCount)
    guard let time = clock.utc(date: column(layout.date, of: found), time: column(layout.time, of: found)),
      let bytes = column(layout.bytes, of: found).decimal
    else { return false }
    let address = column(layout.address, of: found)
    let status = column(layout.status, of: found)
    guard let start = address.baseAddress, let listener = ListenerAddress(start, address.count), status.count == 3,
      let code = status.decimal
    else { return false }
    request.time = time
    request.bytes = bytes
    request.address = listener
    request.status = Int(code)
    request.method = column(layout.method, of: found)
    request.path = column(layout.path, of: found)
    request.agent = column(layout.agent, of: found)
    request.referrer = column(layout.referrer, of: found)
    return !request.method.isAbsent && !request.path.isAbsent
  }

  /// Reads range and request id, which only lines of episodes are asked for.
  @inline(__always)
  func readRest(_ line: ByteSpan, _ layout: borrowing CloudFrontLayout, into request: inout LoggedRequest) {
    request.range = .unknown
    request.requestID = .nothing
    let wanted = max(layout.rangeStart, layout.rangeEnd, layout.requestID) + 1
    guard wanted > 0 else { return }
    let found = split(line, wanted: wanted)
    request.requestID = column(layout.requestID, of: found)
    let first = column(layout.rangeStart, of: found)
    guard !first.isAbsent, let start = first.position else { return }
    let last = column(layout.rangeEnd, of: found)
    if last.isAbsent {
      request.range = .open(first: start)
    } else if let end = last.position {
      request.range = .closed(first: start, last: end)
    }
  }
}
