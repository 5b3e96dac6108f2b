import PodctlCore
import SeededNumbers

@testable import PodctlMeasurement

/// A request as it was, to be written as different logs write it.
struct TrafficRequest {
  var time: Int64
  var address: String
  var method: String
  var path: String
  var status: Int
  var bytes: Int
  var first: Int?
  var last: Int?
  /// Any bytes; none for a listener who sent no agent.
  var agent: [UInt8]
  var id: String

  /// `2026-06-01` and `10:00:00`.
  var day: String { String(Instant(seconds: time).description.prefix(10)) }
  var clock: String { String(Instant(seconds: time).description.dropFirst(11).prefix(8)) }
  var threeDigits: String { status == 0 ? "000" : String(status) }
  var range: String { first.map { "bytes=\($0)-\(last.map(String.init) ?? "")" } ?? "-" }

  static func random(_ random: inout SplitMix, hasRanges: Bool) -> TrafficRequest {
    var request = TrafficRequest(
      time: 1_780_272_000 + Int64(random.below(200_000)),
      address: random.pick(["192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2", "::ffff:192.0.2.1"]),
      method: random.chance(5) && hasRanges ? "HEAD" : "GET",
      path: random.pick(["/a.mp3", "/a.mp3", "/a.mp3", "/b%20b.mp3", "/other.mp3"]),
      status: random.pick([200, 206, 206, 206, 404]), bytes: random.below(900_000), first: nil, last: nil,
      agent: Array(
        random.pick([
          "Overcast/1.0", "Spotify/8.9 iOS/17", "Pod \"Q\" \\1", "Ünïcode/1", "Googlebot/2.1", "",
          "100% Pod/1 %20",
        ]).utf8), id: "r\(random.below(1_000_000))")
    if hasRanges, request.status == 206 {
      let first = random.below(9_000_000)
      request.first = first
      request.last = random.chance(60) ? first + random.below(2_000_000) : nil
    }
    return request
  }
}

/// Writes a request as a format's line.
struct TrafficWriter: Sendable {
  var name: String
  var header = ""
  var choice = FormatChoice.detected
  var hasRanges = true
  var line: @Sendable (TrafficRequest) -> [UInt8]

  func log(_ requests: [TrafficRequest]) -> LogSource {
    .memory(name: name, bytes: Array(header.utf8) + requests.flatMap { line($0) + [10] })
  }

  /// Bytes with all but plain letters, digits and a few signs written as escapes.
  static func escaped(_ bytes: [UInt8], _ mark: String) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "/.-".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? [byte] : Array((mark + (hex.count == 1 ? "0" : "") + hex).utf8)
    }
  }

  /// As JSON writes a text; bytes that are no UTF-8 stay as they are.
  static func json(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case 34, 92: [92, byte]
      case 9: Array("\\t".utf8)
      case 0..<32: Array(("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8)
      default: [byte]
      }
    }
  }

  private static func orHyphen(_ bytes: [UInt8]) -> [UInt8] { bytes.isEmpty ? [45] : bytes }

  static let all: [TrafficWriter] = [
    TrafficWriter(name: "cloudfront", header: CloudFrontLine.header) { request in
      Array(cloudFront(request).text.dropLast().utf8)
    },
    TrafficWriter(name: "cloudfront-json") { request in
      let line = cloudFront(request)
      return Array(
        ("{\"date\":\"\(line.date)\",\"time\":\"\(line.time)\",\"sc-bytes\":\"\(line.bytes)\",\"c-ip\":"
          + "\"\(line.address)\",\"cs-method\":\"\(line.method)\",\"cs-uri-stem\":\"\(line.path)\",\"sc-status\":"
          + "\"\(line.status)\",\"cs(User-Agent)\":\"\(line.agent)\",\"x-edge-request-id\":\"\(line.requestID)\","
          + "\"sc-range-start\":\"\(line.first)\",\"sc-range-end\":\"\(line.last)\"}").utf8)
    },
    TrafficWriter(
      name: "cloudfront-realtime",
      choice: FormatChoice(
        .cloudFrontRealtime([
          [
            "timestamp", "c-ip", "cs-method", "cs-uri-stem", "sc-status", "sc-bytes", "cs-user-agent",
            "x-edge-request-id", "sc-range-start", "sc-range-end",
          ]
        ]))
    ) { request in
      let line = cloudFront(request)
      return Array(
        [
          "\(request.time).5", line.address, line.method, line.path + "?x=1", line.status, line.bytes, line.agent,
          line.requestID, line.first, line.last,
        ].joined(separator: "\t").utf8)
    },
    TrafficWriter(name: "combined") { request in
      Array(
        "\(request.address) - - [\(common(request))] \"\(request.method) \(request.path) HTTP/1.1\" ".utf8)
        + Array("\(request.threeDigits) \(request.bytes) \"-\" \"".utf8)
        + orHyphen(escaped(request.agent, "\\x")) + Array("\" \"\(request.range)\"".utf8)
    },
    TrafficWriter(name: "cloudflare") { request in
      Array(
        ("{\"ClientIP\":\"\(request.address)\",\"ClientRequestMethod\":\"\(request.method)\",\"ClientRequestURI\":"
          + "\"\(request.path)\",\"EdgeResponseBytes\":\(request.bytes),\"EdgeResponseStatus\":\(request.status),"
          + "\"EdgeStartTimestamp\":\(request.time)000000000,\"RayID\":\"\(request.id)\",\"RequestHeaders\":"
          + "{\"range\":\"\(request.range)\"},\"ClientRequestUserAgent\":\"").utf8) + json(request.agent)
        + Array("\"}".utf8)
    },
    TrafficWriter(
      name: "csv", header: "when,ip,verb,file,code,sent,range,player\n",
      choice: FormatChoice(
        LogSchema(
          name: "csv", shape: .delimited(.init(separator: 44, quoting: .doubled, hasHeader: true)),
          columns: [
            .init(.time, "when"), .init(.address, "ip"), .init(.method, "verb"), .init(.path, "file"),
            .init(.status, "code"), .init(.bytes, "sent"), .init(.range, "range"), .init(.agent, "player"),
          ]))
    ) { request in
      Array(
        ("\(request.day)T\(request.clock)+00:00,\(request.address),\(request.method),\(request.path),"
          + "\(request.threeDigits),\(request.bytes),\(request.range),\"").utf8)
        + request.agent.flatMap { $0 == 34 ? [34, 34] : [$0] } + [34]
    },
    TrafficWriter(name: "s3", hasRanges: false) { request in
      let operation = request.method == "GET" ? "REST.GET.OBJECT" : "REST.HEAD.OBJECT"
      return Array(
        ("owner bucket [\(common(request))] \(request.address) - \(request.id) \(operation) "
          + "\(request.path.dropFirst().replacing("%", with: "%25")) \"GET \(request.path) HTTP/1.1\" "
          + "\(request.threeDigits) - \(request.bytes) 10000000 1 1 \"-\" \"").utf8)
        + orHyphen(request.agent) + Array("\" -".utf8)
    },
    TrafficWriter(name: "bunny", hasRanges: false) { request in
      Array(
        ("HIT|\(request.threeDigits)|\(request.time)000|\(request.bytes)|1|\(request.address)|-|"
          + "https://x.b-cdn.net\(request.path)|WA|").utf8) + orHyphen(request.agent)
        + Array("|\(request.id)|DE".utf8)
    },
    TrafficWriter(name: "bunny-json", hasRanges: false) { request in
      Array(
        ("{\"statusCode\":\(request.status),\"timestamp\":\(request.time)000,\"bytesSent\":\(request.bytes),"
          + "\"remoteIp\":\"\(request.address)\",\"url\":\"https:\\/\\/x.b-cdn.net\(request.path)\",\"requestId\":"
          + "\"\(request.id)\",\"userAgent\":\"").utf8) + json(request.agent) + Array("\"}".utf8)
    },
  ]

  private static func cloudFront(_ request: TrafficRequest) -> CloudFrontLine {
    var line = CloudFrontLine()
    line.date = request.day
    line.time = request.clock
    line.bytes = String(request.bytes)
    line.address = request.address
    line.method = request.method
    line.path = request.path
    line.status = request.threeDigits
    line.agent = String(decoding: orHyphen(escaped(request.agent, "%")), as: UTF8.self)
    line.requestID = request.id
    line.first = request.first.map(String.init) ?? "-"
    line.last = request.last.map(String.init) ?? "-"
    return line
  }

  private static func common(_ request: TrafficRequest) -> String {
    "\(request.day.suffix(2))/Jun/2026:\(request.clock) +0000"
  }
}
