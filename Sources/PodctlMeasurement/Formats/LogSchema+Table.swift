extension LogSchema {
  /// The formats that are tables, in the order in which a log is tried against them.
  static let known: [LogSchema] = [
    cloudFrontJSON, cloudflare, bunnyJSON, op3Downloads, op3DownloadsJSON, op3Hits, op3HitsJSON, megaphone,
    megaphoneCSV, s3, bunny, cloudFrontRealtime(),
  ]

  /// S3 server access logs, which know no ranges.
  static let s3 = LogSchema(
    name: "s3",
    shape: .delimited(
      Delimiting(
        separator: 32, quoting: .bracketed, hasHeader: false,
        orders: [
          [
            "owner", "bucket", "time", "remote-ip", "requester", "request-id", "operation", "key", "request-uri",
            "http-status", "error-code", "bytes-sent", "object-size", "total-time", "turn-around-time", "referer",
            "user-agent", "version-id", "host-id", "signature-version", "cipher-suite", "authentication-type",
            "host-header",
          ]
        ])),
    columns: [
      Column(.time, "time"), Column(.address, "remote-ip"), Column(.requestID, "request-id"),
      Column(.operation, "operation"), Column(.key, "key"), Column(.status, "http-status"),
      Column(.bytes, "bytes-sent"), Column(.referrer, "referer"), Column(.agent, "user-agent"),
      Column(.host, "host-header"),
    ], time: .common)

  /// Cloudflare Logpush, data set `http_requests`; the range only where the zone logs that request header.
  static let cloudflare = LogSchema(
    name: "cloudflare", shape: .json,
    columns: [
      Column(.time, "EdgeStartTimestamp", "EdgeEndTimestamp"), Column(.address, "ClientIP"),
      Column(.method, "ClientRequestMethod"), Column(.status, "EdgeResponseStatus"),
      Column(.path, "ClientRequestURI", "ClientRequestPath"),
      Column(.bytes, "EdgeResponseBodyBytes", "EdgeResponseBytes"), Column(.agent, "ClientRequestUserAgent"),
      Column(.referrer, "ClientRequestReferer"), Column(.range, "RequestHeaders.range", "RequestHeaders.Range"),
      Column(.requestID, "RayID"), Column(.country, "ClientCountry"),
      Column(.host, "ClientRequestHost"),
    ], marks: [.address, .status, .path])

  /// Bunny's lines with pipes, which know neither method nor range.
  static let bunny = LogSchema(
    name: "bunny",
    shape: .delimited(
      Delimiting(
        separator: UInt8(ascii: "|"), quoting: .none, hasHeader: false,
        orders: [
          [
            "cache", "status", "timestamp", "bytes", "pull-zone", "ip", "referer", "url", "edge", "agent", "request-id",
            "country",
          ]
        ])),
    columns: [
      Column(.time, "timestamp"), Column(.address, "ip"), Column(.status, "status"), Column(.path, "url"),
      Column(.bytes, "bytes"), Column(.agent, "agent"), Column(.referrer, "referer"),
      Column(.requestID, "request-id"), Column(.country, "country"),
    ], constants: [Constant(.method, "GET")])

  /// The same as JSON, as the logging API and log forwarding write it.
  static let bunnyJSON = LogSchema(
    name: "bunny-json", shape: .json,
    columns: [
      Column(.time, "timestamp", "Timestamp"), Column(.address, "remoteIp", "RemoteIp"),
      Column(.status, "statusCode", "StatusCode", "status", "Status"), Column(.path, "url", "Url"),
      Column(.bytes, "bytesSent", "BytesSent"), Column(.agent, "userAgent", "UserAgent"),
      Column(.referrer, "refererUrl", "referer", "RefererUrl", "Referer"),
      Column(.requestID, "requestId", "RequestId", "uniqueRequestId"),
      Column(.country, "countryCode", "CountryCode", "country", "Country"),
    ], constants: [Constant(.method, "GET")], marks: [.address, .status, .bytes])
}
