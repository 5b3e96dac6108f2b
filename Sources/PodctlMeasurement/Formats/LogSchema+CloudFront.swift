extension LogSchema {
  /// CloudFront's names; standard logs of both versions and real-time logs differ in a few.
  private static let cloudFrontColumns = [
    Column(.time, "timestamp(ms)", "timestamp"), Column(.date, "date"), Column(.clock, "time"),
    Column(.address, "c-ip"), Column(.method, "cs-method"), Column(.status, "sc-status"),
    // Without the bytes sent the length that the answer declared must do: an aborted request then counts too much.
    Column(.path, "cs-uri-stem"), Column(.bytes, "sc-bytes", "sc-content-len"),
    Column(.agent, "cs(User-Agent)", "cs-user-agent"), Column(.referrer, "cs(Referer)", "cs-referer"),
    Column(.rangeStart, "sc-range-start"), Column(.rangeEnd, "sc-range-end"),
    Column(.requestID, "x-edge-request-id"), Column(.country, "c-country"),
    Column(.host, "x-host-header"),
  ]

  /// Standard logs as JSON (v2).
  static let cloudFrontJSON = LogSchema(
    name: "cloudfront-json", shape: .json, columns: cloudFrontColumns, escape: .percent,
    marks: [.address, .status, .path, .method])

  /// Standard logs whose `#Fields` have a timestamp in the place of date and time (v2).
  static let cloudFrontStamped = LogSchema(
    name: "cloudfront", shape: .delimited(Delimiting(separator: 9, quoting: .none, hasHeader: false)),
    columns: cloudFrontColumns, escape: .percent)

  /// Real-time logs, which have no header: the order is the configuration's.
  static func cloudFrontRealtime(_ orders: [[String]] = realtimeOrders) -> LogSchema {
    LogSchema(
      name: "cloudfront-realtime",
      shape: .delimited(Delimiting(separator: 9, quoting: .none, hasHeader: false, orders: orders)),
      columns: cloudFrontColumns, escape: .percent)
  }

  /// All fields in the order in which AWS delivers them, without the address of the edge as older configurations have
  /// them, and the eleven that PRX's configuration asks for.
  static let realtimeOrders: [[String]] = {
    let head = ["timestamp", "c-ip", "s-ip"]
    let middle = [
      "time-to-first-byte", "sc-status", "sc-bytes", "cs-method", "cs-protocol", "cs-host", "cs-uri-stem", "cs-bytes",
      "x-edge-location", "x-edge-request-id", "x-host-header", "time-taken", "cs-protocol-version", "c-ip-version",
      "cs-user-agent", "cs-referer", "cs-cookie", "cs-uri-query", "x-edge-response-result-type", "x-forwarded-for",
      "ssl-protocol", "ssl-cipher", "x-edge-result-type", "fle-encrypted-fields", "fle-status", "sc-content-type",
      "sc-content-len", "sc-range-start", "sc-range-end", "c-port", "x-edge-detailed-result-type", "c-country",
      "cs-accept-encoding", "cs-accept", "cache-behavior-path-pattern", "cs-headers", "cs-header-names",
      "cs-headers-count",
    ]
    let tail = ["origin-fbl", "origin-lbl", "asn"]
    let subset = [
      "timestamp", "c-ip", "sc-status", "cs-method", "cs-uri-stem", "cs-user-agent", "cs-referer", "x-forwarded-for",
      "sc-content-len", "sc-range-start", "sc-range-end",
    ]
    return [
      head + middle + ["primary-distribution-id", "primary-distribution-dns-name"] + tail,
      head.dropLast() + middle + tail, subset,
    ]
  }()
}
