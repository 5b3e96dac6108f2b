import PodctlCore

/// Reports made from hand-made deliveries and credits, for tests of figures and of what is drawn from them.
public enum SampleReports {
  static func id<Noun>(_ number: UInt64) -> Identifier<Noun> { Identifier(high: 0x0190_0000_0000_7000, low: number) }
  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  public static let made = Instant("2026-10-27T09:00:00Z") ?? Instant(seconds: 0)

  /// A week of a campaign on pace; `downloads` scales every day, so that tests can make others from it.
  public static func weekly(
    downloads percent: Int64 = 100, through: String = "2026-10-25", isAttributed: Bool = true,
    dynamic: DynamicPart = .none, price: Flight.PriceModel = .cpm, goal: Int64? = 9_800
  ) throws -> SponsorReport {
    try SponsorReport(
      input(
        downloads: percent, through: through, isAttributed: isAttributed, dynamic: dynamic, price: price, goal: goal))
  }

  public enum DynamicPart: Sendable { case none, silent, imported }

  public static func input(
    downloads percent: Int64 = 100, through: String = "2026-10-25", isAttributed: Bool = true,
    dynamic: DynamicPart = .none, price: Flight.PriceModel = .cpm, goal: Int64? = 9_800
  ) throws -> ReportInput {
    let zone = try Zone("America/New_York")
    let period = try Period(week: "2026-W43", zone: zone)
    let last = day(through)
    let main = try flight(1, "autumn-mid", "Autumn mid-roll", .bakedIn, price, goal: goal, code: "TIDES")
    var deliveries = [counted(main, percent: percent, through: last)]
    var names: [Identifier<Episode>: ReportInput.EpisodeName] = [:]
    for number in 1...8 {
      names[id(UInt64(200 + number))] = .init(title: titles[number - 1], podcast: "Tide Tables")
    }
    if dynamic != .none {
      let inserted = try flight(2, "autumn-dai", "Autumn dynamic", .dynamic, .cpm, goal: 5000, code: nil)
      let series = stride(from: day("2026-09-28"), through: last, by: 1)
        .map { FlightDelivery.DailyUnits(day: $0, units: 97) }
      deliveries.append(
        .imported(inserted, spots: [], figures: dynamic == .imported ? [nil: series] : nil, through: last))
    }
    let credited = deliveries.map { delivery in
      CreditedFlight(
        id: delivery.flight.id, campaign: delivery.flight.campaign, campaignSlug: slug("autumn-brew"),
        slug: delivery.flight.slug, name: delivery.flight.name, insertion: delivery.flight.insertion,
        promoCode: delivery.flight.promoCode,
        airings: delivery.spots.map {
          CreditedFlight.Airing(
            spot: $0.spot.id, airsOn: $0.spot.airsOn, episode: $0.spot.episode,
            episodeTitle: names[$0.spot.episode]?.title ?? "", status: $0.spot.status)
        })
    }
    func window(_ period: Period, reach: Int64, scale: Int64) throws -> ReportInput.Window {
      ReportInput.Window(
        period: period, reach: reach,
        credit: SponsorCredit(
          flights: credited, totals: isAttributed ? try credit(main, scale: scale) : [],
          currency: try campaign().currency),
        payableBefore: [main.id: 20], payableThrough: [main.id: 20 + scale])
    }
    let before = ReportInput.comparable(to: period, through: last, flights: deliveries.map(\.flight))
    return ReportInput(
      tenant: try tenant(zone), sponsor: try sponsor(), campaign: try campaign(), through: last,
      today: day("2026-10-27"), dataThrough: Instant("2026-10-26T03:58:12Z"), deliveries: deliveries, episodes: names,
      importedThrough: dynamic == .imported ? [id(102): last] : [:],
      current: try window(period, reach: 2281, scale: 9),
      before: try before.map { try window($0, reach: 2190, scale: 7) },
      attribution: .standard,
      run: isAttributed
        ? AttributionRun(window: .standard, runAt: made, days: nil, summary: AttributionSummary()) : nil,
      conversionsSinceRun: 0, rules: ["iab-2.3/calendar"], lists: ["opawg 2026-09-14"])
  }

  public static func page(_ report: SponsorReport, revision: Int = 1) -> SponsorReportPageParts {
    SponsorReportPageParts(
      report: report,
      revision: ReportRevision(
        id: id(900 + UInt64(revision)), number: revision, madeAt: made,
        restated: revision > 1 ? [Restatement(figure: .inPeriod, from: 2200, to: report.restatable[.inPeriod])] : [],
        restatesReportOf: revision > 1 ? made : nil, isStored: true),
      command: "podctl report sponsor --tenant harbour-network --campaign autumn-brew --week 2026-W43")
  }

  static let titles = [
    "Spring tides & neap tides", "The harbour master's ledger", "Fog signals", "What the pilots know",
    "A drawbridge in Bristol", "Salt, iron, paint", "The last lightship", "Low water at noon",
  ]

  static func slug(_ text: String) -> Slug { (try? Slug(text)) ?? fallback }
  private static let fallback: Slug = {
    guard let slug = try? Slug("fallback") else { preconditionFailure("a plain word is a slug") }
    return slug
  }()

  static func flight(
    _ number: UInt64, _ slug: String, _ name: String, _ insertion: Flight.Insertion, _ price: Flight.PriceModel,
    goal: Int64?, code: String?
  ) throws -> Flight {
    Flight(
      id: id(100 + number), campaign: id(10), order: id(20), slug: try Slug(slug), name: name,
      startsOn: day("2026-09-28"), endsOn: day("2026-11-08"), position: .midRoll, insertion: insertion, goal: goal,
      priceModel: price, rateMinor: price == .flat ? 90_000 : 2500, cap: nil, promoCode: code, vanityURL: nil,
      windowDays: 30, deliverySource: insertion == .dynamic ? "Megaphone" : nil, createdAt: made, updatedAt: made)
  }

  /// Four aired Tuesdays, one of them missed, and two more to come.
  private static func counted(_ flight: Flight, percent: Int64, through last: Day) -> FlightDelivery {
    let decay: [Int64] = [
      940, 410, 215, 130, 92, 71, 58, 47, 40, 33, 28, 24, 21, 19, 17, 15, 13, 12, 11, 10, 9, 8, 8, 7,
    ]
    var spots: [Spot] = []
    var downloads: [Identifier<Episode>: [FlightDelivery.DailyUnits]] = [:]
    for number in 0..<7 {
      let airsOn = day("2026-09-29").advanced(by: number * 7)
      let episode: Identifier<Episode> = id(UInt64(201 + number))
      let status: Spot.Status = number == 2 ? .missed : airsOn <= last ? .aired : .planned
      spots.append(
        Spot(
          id: id(UInt64(301 + number)), flight: flight.id, episode: episode, airsOn: airsOn, status: status,
          airedAt: status == .aired ? made : nil, note: status == .missed ? "host was ill" : nil, createdAt: made))
      downloads[episode] = decay.enumerated().map { offset, units in
        FlightDelivery.DailyUnits(
          day: airsOn.advanced(by: offset), units: units * percent * Int64(100 + number * 3) / 10_000)
      }
    }
    return .counted(flight, spots: spots, downloads: downloads, through: last)
  }

  /// Conversions shared by the aired spots under each model, and some orders with the code.
  private static func credit(_ flight: Flight, scale: Int64) throws -> [CreditTotal] {
    let currency = Currency.usd
    let whole = AttributionWeights.whole
    return AttributionModel.allCases.enumerated().flatMap { place, model -> [CreditTotal] in
      let shares = Money.apportion(scale * 2 * whole, by: [Int64(2 + place), 3, Int64(7 - place)])
      let values = Money.apportion(scale * 2 * 4385, by: [Int64(2 + place), 3, Int64(7 - place)])
      return zip([301, 302, 304], zip(shares, values)).map { spot, share in
        CreditTotal(
          flight: flight.id, spot: id(spot), model: model, basis: .household, currency: currency,
          conversions: Int(scale), weight: share.0, valueMinor: share.1)
      } + [
        CreditTotal(
          flight: flight.id, spot: nil, model: model, basis: .code, currency: currency, conversions: Int(scale) - 2,
          weight: (scale - 2) * whole, valueMinor: (scale - 2) * 3995)
      ]
    }
  }

  private static func tenant(_ zone: Zone) throws -> Tenant {
    Tenant(
      id: id(1), slug: try Slug("harbour-network"), name: "Harbour Podcast Network", kind: .network, zone: zone,
      currency: .usd, contactEmail: "ads@harbour.example", status: .active,
      demo: Tenant.Demo(seed: 42, anchor: Day(number: 20_752), weeks: 8), secretFingerprint: "",
      createdAt: made, updatedAt: made)
  }

  private static func sponsor() throws -> Sponsor {
    Sponsor(
      id: id(5), slug: try Slug("kettle-and-crane"), name: "Kettle & Crane Coffee", contactName: nil,
      contactEmail: nil, website: nil, createdAt: made, updatedAt: made)
  }

  private static func campaign() throws -> Campaign {
    Campaign(
      id: id(10), sponsor: id(5), slug: try Slug("autumn-brew"), name: "Autumn Brew", status: .active,
      currency: .usd, notes: nil, createdAt: made, updatedAt: made)
  }
}

/// A report with its revision and command; the page itself is the renderer's.
public struct SponsorReportPageParts: Sendable {
  public var report: SponsorReport
  public var revision: ReportRevision
  public var command: String
}
