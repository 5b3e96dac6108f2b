import PodctlCore

/// The RSS feed of a demo show, as a host would serve it.
enum DemoFeed {
  static func text(of show: DemoCast.Show, host: String, episodes: [DemoEpisode]) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
      xmlns:podcast="https://podcastindex.org/namespace/1.0">
      <channel>
        <title>\(escaped(show.title))</title>
        <link>https://\(host)/\(show.slug)</link>
        <language>en</language>
        <itunes:author>\(escaped(show.author))</itunes:author>
        <podcast:medium>podcast</podcast:medium>

      """
    for episode in episodes.sorted(by: { $0.number > $1.number }) {
      // Every other episode goes through a measuring prefix, as feeds in the wild do.
      let prefix = episode.number % 2 == 0 ? "https://op3.dev/e/" : "https://"
      text += """
          <item>
            <title>\(escaped(episode.title))</title>
            <guid isPermaLink="false">\(episode.guid)</guid>
            <pubDate>\(rfc822(episode.publishedAt))</pubDate>
            <enclosure url="\(prefix)\(host)\(episode.path)" length="\(episode.bytes)" type="audio/mpeg"/>
            <itunes:duration>\(duration(episode))</itunes:duration>
          </item>

        """
    }
    return text + "</channel>\n</rss>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// The three forms of a duration that feeds use, in turn.
  private static func duration(_ episode: DemoEpisode) -> String {
    let seconds = episode.seconds
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    switch episode.number % 3 {
    case 0: return "\(seconds)"
    case 1: return "\(seconds / 60):\(two(seconds % 60))"
    default: return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
  }

  private static func rfc822(_ instant: Instant) -> String {
    let day = Zone.utc.day(of: instant)
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (year, month, date) = day.civil
    let clock = instant.description.split(separator: "T")[1].dropLast()
    return "\(names[day.weekday - 1]), \(date < 10 ? "0" : "")\(date) \(months[month - 1]) \(year) \(clock) +0000"
  }
}
