/// Somebody who listens: a home address and a player.
struct DemoListener {
  var address: String
  /// Another address of the same household, as privacy extensions make them; the same one for IPv4.
  var laterAddress: String
  var agent: String
}

/// The listeners of one tenant.
struct DemoAudience {
  var listeners: [DemoListener]

  private static let agents: [(weight: Int, text: String)] = [
    (260, "Podcasts/4024.350.1 CFNetwork/1568.200.51 Darwin/24.1.0"),
    (130, "AppleCoreMedia/1.0.0.21H221 (iPhone; U; CPU OS 17_6 like Mac OS X; en_us)"),
    (210, "Spotify/8.9.82 Android/34 (Pixel 8)"),
    (60, "Overcast/2024.10 (+http://overcast.fm/; iOS podcast app)"),
    (70, "Pocket Casts/7.75 (Android 14; SM-A546E)"),
    (50, "AntennaPod/3.5.0"),
    (40, "Castro 2024.9/1521"),
    (45, "CastBox/8.33.1-240912 (Linux;Android 13) ExoPlayerLib/2.18.1"),
    (
      55,
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36"
    ),
    (
      40,
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1"
    ),
    (40, "Deezer/8.0.16 (Android; 14; Mobile; de) Samsung SM-S918B"),
  ]

  init(count: Int, seed: UInt64, tenant: String) {
    var random = SeededRandom(seed: seed, "audience/\(tenant)")
    let weights = Self.agents.map(\.weight)
    // Documentation ranges cannot hold an audience, so the addresses are spread over ordinary unicast space.
    let networks = [23, 24, 46, 62, 71, 76, 79, 84, 86, 91, 98, 108, 174, 188, 217]
    listeners = (0..<count).map { _ in
      let agent = Self.agents[random.weighted(weights)].text
      if random.chance(240) {
        let prefix = "2a02:\(hex(&random, 0x3FFF)):\(hex(&random, 0xFFFF)):\(hex(&random, 0xFFFF))"
        return DemoListener(
          address: "\(prefix):\(Self.host(&random))", laterAddress: "\(prefix):\(Self.host(&random))", agent: agent)
      }
      let address =
        "\(random.pick(networks)).\(random.below(256)).\(random.below(256)).\(random.between(1, 254))"
      return DemoListener(address: address, laterAddress: address, agent: agent)
    }

    func hex(_ random: inout SeededRandom, _ limit: Int) -> String {
      String(random.between(1, limit), radix: 16)
    }
  }

  private static func host(_ random: inout SeededRandom) -> String {
    (0..<4).map { _ in String(random.between(1, 0xFFFF), radix: 16) }.joined(separator: ":")
  }

  /// Programs that fetch without anybody listening.
  static let bots = [
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "curl/8.5.0", "Wget/1.21.3",
    "python-requests/2.32.3", "Mozilla/5.0 (compatible; PodcastCrawler/1.4; +https://crawler.example/about)",
  ]

  static let watch = "atc/1.0 watchOS/10.6.1 model/Watch6,2 hwp/t8301 build/21U580 (6; dt:235)"
}
