extension LogSchema {
  private static let tabs = Delimiting(separator: 9, quoting: .none, hasHeader: true)

  /// OP3's hits: a redirect's requests, with neither status nor bytes, so that only the profile for redirects counts
  /// them. OP3 answers every hit with 302.
  static let op3Hits = LogSchema(
    name: "op3-hits", shape: .delimited(tabs),
    columns: [
      Column(.time, "time"), Column(.addressHash, "hashedIpAddress"), Column(.method, "method"), Column(.url, "url"),
      Column(.agent, "userAgent"), Column(.referrer, "referer"), Column(.range, "range"),
      Column(.requestID, "uuid"), Column(.country, "country"),
    ], constants: [Constant(.status, "302"), Constant(.bytes, "0")], marks: [.addressHash, .method, .url])
  static let op3HitsJSON = op3Hits.asJSON

  /// OP3's downloads: counted by OP3, one listener by the audience id, which holds for one month.
  static let op3Downloads = LogSchema(
    name: "op3-downloads",
    shape: .delimited(
      Delimiting(
        separator: 9, quoting: .none, hasHeader: true,
        orders: [
          [
            "time", "url", "audienceId", "showUuid", "episodeId", "hashedIpAddress", "agentType", "agentName",
            "deviceType", "deviceName", "referrerType", "referrerName", "botType", "countryCode", "continentCode",
            "regionCode", "regionName", "timezone", "metroCode",
          ]
        ])),
    columns: [
      Column(.time, "time"), Column(.url, "url"), Column(.listener, "audienceId"), Column(.agent, "agentName"),
      Column(.referrer, "referrerName"), Column(.bot, "botType"), Column(.country, "countryCode"),
    ], isImported: true, marks: [.listener, .url])
  static let op3DownloadsJSON = op3Downloads.asJSON

  /// Megaphone's metrics export: counted by Megaphone; the episode by its id, as a path of the episodes.
  static let megaphone = LogSchema(
    name: "megaphone", shape: .json,
    columns: [
      Column(.time, "created_at"), Column(.path, "episode_id"), Column(.address, "ip"), Column(.agent, "user_agent"),
      Column(.requestID, "id"), Column(.country, "country"), Column(.bot, "blacklisted_ua"),
      Column(.datacenter, "blacklisted_ip"),
    ], isImported: true, marks: [.path, .address, .time])
  static let megaphoneCSV = {
    var schema = megaphone
    schema.shape = .delimited(Delimiting(separator: UInt8(ascii: ","), quoting: .doubled, hasHeader: true))
    return schema
  }()

  private var asJSON: LogSchema {
    var schema = self
    schema.shape = .json
    return schema
  }
}
