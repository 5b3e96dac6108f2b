import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport

/// A show of two episodes, and made-up logs of it.
enum SmallShow {
  static let feed = """
    <?xml version="1.0"?>
    <rss version="2.0"><channel><title>Tide Tables</title>
    <item><title>One</title><guid>tide-1</guid><pubDate>Mon, 01 Jun 2026 05:00:00 GMT</pubDate>
    <enclosure url="https://cdn.example/tide/1.mp3" length="9600000" type="audio/mpeg"/></item>
    <item><title>Two</title><guid>tide-2</guid><pubDate>Mon, 08 Jun 2026 05:00:00 GMT</pubDate>
    <enclosure url="https://cdn.example/tide/2.mp3" length="9600000" type="audio/mpeg"/></item>
    </channel></rss>
    """

  /// A database with the tenants named, each with the same feed.
  static func world(_ kind: TestDatabase.Kind, tenants: [String] = ["one"]) throws -> ProcessWorld {
    let world = try ProcessWorld(kind)
    try world.folder.write(feed, to: "tide.xml")
    for tenant in tenants {
      try world.did(["tenant", "create", tenant, "--name", tenant])
      try world.did(["podcast", "add", "tide-tables", "--tenant", tenant, "--feed", "tide.xml"])
    }
    return world
  }

  /// Whole downloads by listeners of whom `part` shares a third with the next part; every tenth line is a HEAD request.
  static func log(lines: Int, part: Int) -> String {
    var text = "#Version: 1.0\n#Fields: date time sc-bytes c-ip cs-method cs-uri-stem sc-status cs(User-Agent)\n"
    for number in 0..<lines {
      let listener = part * lines * 2 / 3 + number
      let address = "85.\(listener / 65_536 % 256).\(listener / 256 % 256).\(listener % 256)"
      let method = number % 10 == 9 ? "HEAD" : "GET"
      text += "2026-06-\(10 + number % 5)\t10:\(10 + number % 50):00\t9600000\t\(address)\t\(method)"
      text += "\t/tide/\(1 + number % 2).mp3\t200\tOvercast/3.0%20(+http://overcast.fm/)\n"
    }
    return text
  }
}

extension ProcessWorld {
  /// The daily roll-up of a tenant, a line for each episode and day.
  func daily(_ tenant: String = "one") throws -> [String] {
    let database = try Database.open(DatabaseURL(urlText), for: .work, now: { FixedTime.now })
    let id = try TenantStore.find(slug: tenant, in: database).id
    return try database.read(for: id) { tx in
      let episodes = try EpisodeStore(tx).list(of: nil)
      let first = try Day(typed: "2026-06-01", for: "day")
      let last = try Day(typed: "2026-06-30", for: "day")
      return try DownloadStore(tx).daily(of: episodes.map(\.id), from: first, to: last).map { row in
        "\(episodes.first { $0.id == row.episode }?.guid ?? "?") \(row.day) \(row.downloads)"
      }.sorted()
    }
  }
}
