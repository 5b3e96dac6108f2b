import PodctlDigest

/// The agents that are known without any file: written for podctl from what the programs say of themselves, and kept
/// short. A network that defends its numbers gives full lists with `--lists`.
enum BuiltInAgents {
  /// The day on which the selection was last looked through.
  static let reviewed = "2026-11-20"

  static let entries: [AgentEntry] =
    rows(.bots, bots, isBot: true) + rows(.apps, apps, isBot: false)
    + rows(.libraries, scriptLibraries, isBot: true) + rows(.libraries, playerLibraries, isBot: false)
    + rows(.browsers, browsers, isBot: false)

  static let source = FilterLists.Source(
    name: "built-in \(reviewed)", entries: entries.count,
    sha256: SHA256.hex(
      entries.map { "\($0.list.rawValue)\t\($0.name)\t\($0.pattern)\t\($0.isBot)\n" }.joined().utf8))

  private static func rows(_ list: AgentListKind, _ rows: [(String, String)], isBot: Bool) -> [AgentEntry] {
    rows.map { AgentEntry(list: list, name: $0.0, pattern: $0.1, isBot: isBot) }
  }

  /// Search engines, monitors, feed readers' servers, podcast directories' fetchers.
  private static let bots = [
    ("Google", "Googlebot|Google-Podcast|GoogleOther|FeedFetcher-Google|Google-InspectionTool"),
    ("Bing", "[Bb]ingbot|BingPreview|adidxbot"), ("Yandex", "Yandex(Bot|Images|Media)"), ("Baidu", "Baiduspider"),
    ("DuckDuckGo", "DuckDuck(Bot|Go-Favicons)"), ("Apple search", "Applebot"),
    ("Apple directory", "^(iTMS|itms)$|^iTMS"), ("Facebook", "facebookexternalhit|facebookcatalog|meta-externalagent"),
    ("Twitter", "Twitterbot"), ("Slack", "Slackbot|Slack-ImgProxy"), ("LinkedIn", "LinkedInBot"),
    ("Discord", "Discordbot"), ("Telegram", "TelegramBot"), ("WhatsApp", "^WhatsApp/"),
    ("Ahrefs", "AhrefsBot|AhrefsSiteAudit"), ("Semrush", "SemrushBot"), ("Majestic", "MJ12bot"), ("Moz", "DotBot"),
    ("Petal", "PetalBot"), ("OpenAI", "GPTBot|ChatGPT-User|OAI-SearchBot"), ("Anthropic", "ClaudeBot|anthropic-ai"),
    ("Common Crawl", "CCBot"), ("ByteDance", "Bytespider"), ("Amazon", "Amazonbot"), ("Perplexity", "PerplexityBot"),
    ("Internet Archive", "archive\\.org_bot|ia_archiver|Wayback"), ("Headless browser", "Headless(Chrome|Firefox)"),
    ("UptimeRobot", "UptimeRobot"), ("Pingdom", "Pingdom"), ("StatusCake", "StatusCake"), ("Site24x7", "Site24x7"),
    ("Pocket Casts server", "^PocketCasts/1\\.0 |Pocket Casts Feed Parser"), ("Player FM server", "PlayerFM/1\\.0"),
    ("Podcast Index", "PodcastIndex|Podcastindex\\.org"), ("Podchaser server", "^Podchaser-Parser"),
    ("Podcast Addict server", "^PodcastAddict-Fetcher"), ("Overcast server", "^Overcast/1\\.0 Podcast Sync"),
    ("Podbean updater", "^Podbean/FeedUpdate"), ("Listen Notes", "ListenNotes"),
    ("Spreaker server", "^Spreaker/1\\.0$"),
    ("Feedly", "[Ff]eedly"), ("Inoreader", "[Ii]noreader"), ("Feedbin", "^Feedbin"), ("NewsBlur", "NewsBlur"),
    ("Tiny Tiny RSS", "Tiny ?Tiny ?RSS"), ("FreshRSS", "FreshRSS"), ("Miniflux", "Miniflux"),
    ("Mastodon", "Mastodon/"), ("HTTrack", "HTTrack"), ("Nutch", "Nutch"), ("Podtrac", "^Podtrac "),
    ("Podscribe", "Podscribe"), ("W3C", "W3C[_-]"), ("Feed validator", "FeedValidator"),
  ]

  private static let apps = [
    ("Apple Podcasts", "^Podcasts/|^Podcast/|^iTunes/|^Balados/|^Podcasti/|^Podcaster/"), ("Spotify", "^Spotify[/-]"),
    ("Overcast", "^Overcast/|^Overcast "), ("Pocket Casts", "^Pocket ?Casts"), ("Castbox", "^Cast[Bb]ox"),
    ("Castro", "^Castro[ /]"), ("AntennaPod", "^AntennaPod/|^de\\.danoeh\\.antennapod"),
    ("Podcast Addict", "^PodcastAddict|^Podcast Addict"), ("Player FM", "^Player ?FM"), ("Podbean", "^Podbean"),
    ("Amazon Music", "^AmazonMusic"), ("Alexa", "^AlexaMediaPlayer|^Echo/"), ("iHeartRadio", "^iHeart"),
    ("TuneIn", "^TuneIn"), ("Deezer", "^Deezer"), ("Stitcher", "^Stitcher"), ("Google Podcasts", "^GooglePodcasts/"),
    ("YouTube Music", "youtube\\.?music"), ("Fountain", "^Fountain"), ("Podverse", "^[Pp]odverse"),
    ("Podcast Guru", "^Podcast Guru"), ("Podkicker", "^Podkicker"), ("Podme", "^Podme"), ("Goodpods", "[Gg]oodpods"),
    ("Downcast", "^Downcast"), ("Breaker", "^Breaker/"), ("Luminary", "^Luminary"), ("gPodder", "^gPodder"),
    ("Snipd", "^Snipd"), ("Metacast", "^Metacast"), ("TrueFans", "^TrueFans"), ("Podchaser", "^Podchaser"),
    ("Sonos", "Sonos/"), ("Roku", "^Roku"), ("BBC Sounds", "^BBCSounds|^BBC Sounds"), ("Audible", "^Audible"),
    ("Windows Media Player", "^NSPlayer|^Windows-Media-Player"), ("VLC", "^VLC/|LibVLC"),
  ]

  /// Libraries with which people write scripts rather than players.
  private static let scriptLibraries = [
    ("curl", "^curl/|^libcurl"), ("Wget", "^[Ww]get/"), ("Python requests", "^python-requests"),
    ("Python urllib", "^Python-urllib"), ("aiohttp", "aiohttp/"), ("HTTPX", "^python-httpx"), ("Go", "^Go-http-client"),
    ("Java", "^Java/"), ("Apache HttpClient", "Apache-HttpClient"), ("libwww-perl", "libwww-perl"),
    ("Ruby", "^Ruby|^rest-client/|^Faraday"), ("axios", "^axios/"), ("node-fetch", "^node-fetch"),
    ("undici", "^undici"),
    ("got", "^got[ (/]"), ("Guzzle", "^Guzzle"), ("PHP", "^PHP"), ("Scrapy", "^Scrapy/"),
    ("Postman", "^PostmanRuntime"),
    ("SimplePie", "^SimplePie"), ("feedparser", "[Ff]eed[Pp]arser/"), ("FFmpeg", "^Lavf/|^ffmpeg/"),
    ("Mechanize", "Mechanize"), ("reqwest", "^reqwest/"),
  ]

  /// Libraries that players use under their own name.
  private static let playerLibraries = [
    ("AppleCoreMedia", "^AppleCoreMedia"), ("ExoPlayer", "ExoPlayerLib/|AndroidXMedia3/"), ("OkHttp", "^okhttp/"),
    ("stagefright", "^stagefright/"), ("GStreamer", "GStreamer"), ("Dalvik", "^Dalvik[ /]"), ("mpv", "^mpv|^libmpv"),
    ("CFNetwork", "CFNetwork/"),
  ]

  private static let browsers = [
    ("Edge", "Edge?/|EdgA/|EdgiOS/"), ("Opera", "OPR/|^Opera/"), ("Firefox", "Firefox/|FxiOS/"),
    ("Chrome", "Chrome/|CriOS/"), ("Safari", "Safari/"), ("Internet Explorer", "MSIE |Trident/"),
  ]
}
