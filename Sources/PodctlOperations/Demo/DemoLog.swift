import PodctlCore

/// One request of the demo's CDN, and the CloudFront line that logs it.
struct DemoRequest {
  var time: Instant
  var address: String
  var agent: String
  var method = "GET"
  var status = 200
  var path: String
  /// Bytes sent, headers included, as CloudFront logs them.
  var sent: Int
  var range: ClosedRange<Int>?
  var contentType = "audio/mpeg"

  static let header = """
    #Version: 1.0
    #Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) \
    cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes \
    time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status \
    fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len \
    sc-range-start sc-range-end

    """

  func line(host: String, _ random: inout SeededRandom) -> String {
    let stamp = time.description.split(separator: "T")
    let edge = random.pick(["IAD89-C1", "FRA56-P4", "LHR61-C2", "EWR53-P5", "MUC50-P1", "CDG50-P2"])
    let result = status >= 400 ? "Error" : random.chance(740) ? "Hit" : "Miss"
    let length = range.map { $0.count } ?? max(0, sent - 430)
    let fields: [String] = [
      "\(stamp[0])", "\(stamp[1].dropLast())", edge, "\(sent)", address, method, "d1demo.cloudfront.net", path,
      "\(status)", "-", Self.encoded(agent), "-", "-", result, random.letters(27) + "==", host, "https",
      "\(random.between(180, 420))", "0.\(random.between(100, 999))", "-", "TLSv1.3", "TLS_AES_128_GCM_SHA256", result,
      "HTTP/2.0", "-", "-", "\(random.between(1025, 65_000))", "0.0\(random.between(10, 99))", result, contentType,
      "\(length)", range.map { "\($0.lowerBound)" } ?? "-", range.map { "\($0.upperBound)" } ?? "-",
    ]
    return fields.joined(separator: "\t") + "\n"
  }

  /// CloudFront percent-encodes what would break its line.
  private static func encoded(_ agent: String) -> String {
    agent.replacing("%", with: "%25").replacing(" ", with: "%20").replacing("\"", with: "%22")
  }
}

/// A download as a person makes it, and everything else that a CDN's log holds beside it.
struct DemoTraffic {
  private var random: SeededRandom
  private let audience: DemoAudience
  private let zone: Zone
  private static let headerBytes = 430
  /// Requests in an hour of the local day, relative.
  private static let hours = [
    3, 2, 1, 1, 2, 6, 14, 22, 24, 18, 14, 13, 14, 13, 12, 13, 15, 20, 19, 15, 13, 12, 9, 5,
  ]

  init(audience: DemoAudience, zone: Zone, seed: UInt64, part: String) {
    random = SeededRandom(seed: seed, part)
    self.audience = audience
    self.zone = zone
  }

  /// All requests of one episode on one local day.
  mutating func requests(of episode: DemoEpisode, on day: Day) -> [DemoRequest] {
    let age = episode.day.distance(to: day)
    guard age >= 0 else { return [] }
    let start = zone.start(of: day)
    let expected = episode.audience * DemoDecay.share(onDay: age)
    let downloads = (expected * random.between(930, 1070) / 1000 + random.below(1000)) / 1000
    // Each age starts elsewhere in the audience, so that few people fetch an episode twice.
    let first = (episode.number * 7919 + DemoDecay.cumulative(days: age) * episode.audience / 1000)
    var requests: [DemoRequest] = []
    for index in 0..<downloads {
      let listener = audience.listeners[(first + index) % audience.listeners.count]
      requests += download(of: episode, by: listener, at: moment(after: start))
    }
    requests += noise(for: episode, downloads: downloads, start: start)
    return requests
  }

  private mutating func moment(after start: Instant) -> Instant {
    start.advanced(seconds: Int64(random.weighted(Self.hours) * 3600 + random.below(3600)))
  }

  private mutating func download(of episode: DemoEpisode, by listener: DemoListener, at time: Instant) -> [DemoRequest]
  {
    let size = episode.bytes
    func request(_ seconds: Int64, _ range: ClosedRange<Int>?, share: Int = 1000, later: Bool = false) -> DemoRequest {
      let body = (range?.count ?? size) * share / 1000
      return DemoRequest(
        time: time.advanced(seconds: seconds), address: later ? listener.laterAddress : listener.address,
        agent: listener.agent, status: range == nil ? 200 : 206, path: episode.path,
        sent: body + Self.headerBytes, range: range)
    }
    switch random.weighted([460, 300, 170, 70]) {
    case 0: return [request(0, nil, share: random.chance(850) ? 1000 : random.between(300, 990))]
    case 1: return [request(0, 0...1), request(1, 0...(size - 1), share: random.chance(800) ? 1000 : 640)]
    case 2:
      let chunk = size / random.between(4, 7)
      return (0..<3).map { index in
        request(Int64(index * 40), (index * chunk)...((index + 1) * chunk - 1), later: index > 0)
      }
    default: return [request(0, 0...min(size - 1, random.between(20_000, 160_000)))]
    }
  }

  private mutating func noise(for episode: DemoEpisode, downloads: Int, start: Instant) -> [DemoRequest] {
    var requests: [DemoRequest] = []
    func add(_ request: DemoRequest) { requests.append(request) }
    for _ in 0..<downloads {
      let listener = random.pick(audience.listeners)
      let time = moment(after: start)
      switch random.weighted([880, 45, 30, 20, 10, 9, 6]) {
      case 1:
        add(
          DemoRequest(
            time: time, address: "66.249.\(random.below(96)).\(random.between(1, 254))",
            agent: random.pick(DemoAudience.bots), path: episode.path, sent: episode.bytes + Self.headerBytes))
      case 2:
        add(
          DemoRequest(
            time: time, address: listener.address, agent: listener.agent, method: "HEAD", path: episode.path,
            sent: Self.headerBytes))
      case 3:
        add(
          DemoRequest(
            time: time, address: listener.address, agent: DemoAudience.watch, status: 206, path: episode.path,
            sent: episode.bytes + Self.headerBytes, range: 0...(episode.bytes - 1)))
      case 4:
        add(
          DemoRequest(
            time: time, address: listener.address, agent: listener.agent, status: 404,
            path: "/audio/\(episode.show.slug)/missing.mp3", sent: 918, contentType: "text/html"))
      case 5:
        add(
          DemoRequest(
            time: time, address: listener.address, agent: listener.agent, path: "/feeds/\(episode.show.slug).xml",
            sent: 48_213, contentType: "text/xml"))
      case 6:
        add(
          DemoRequest(
            time: time, address: listener.address, agent: listener.agent, status: 304, path: episode.path, sent: 210))
      default: break
      }
    }
    return requests
  }
}
