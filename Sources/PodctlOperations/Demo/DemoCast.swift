import PodctlCore

/// The people of the demo: who owns which shows, who sponsors them, and what each sponsor is there to show.
struct DemoCast {
  struct TenantRole {
    var slug: String
    var name: String
    var kind: Tenant.Kind
    var zone: String
    var currency: String
    var contact: String
    var shows: [Show]
    var sponsors: [SponsorRole]
  }

  struct Show {
    var slug: String
    var title: String
    var author: String
    /// Listeners that download an ordinary episode.
    var audience: Int
    /// The weekday of a new episode, 1 for Monday.
    var weekday: Int
    var minutes: ClosedRange<Int>
    var kbps: Int
  }

  /// The edge case that a sponsor stands for.
  enum Part: String, CaseIterable {
    case onPace = "on pace"
    case underDelivering = "under-delivering"
    case codeLeak = "code leak: a coupon site spreads the promo code"
    case importedDelivery = "dynamic, delivery imported from the ad server"
    case lateLogs = "late logs: one log of the last week has not come yet"
    case flatFee = "flat fee"
    case perConversion = "paid per conversion"
  }

  struct SponsorRole {
    var slug: String
    var name: String
    var part: Part
    var show: String
    var position: Flight.Position
    var promoCode: String?
    /// Minor units: per thousand, for the flight, or per conversion.
    var price: Flight.PriceModel
    var rateMinor: Int
    /// The goal as a share of what the spots are likely to deliver, in per mille; nil for no goal.
    var goalPerMille: Int?
    /// Purchases in a thousand downloads of a sponsored episode.
    var responsePerMille: Int
    var orderValueMinor: ClosedRange<Int>
  }

  static let tenants: [TenantRole] = [
    TenantRole(
      slug: "harbour-network", name: "Harbour Podcast Network", kind: .network, zone: "America/New_York",
      currency: "USD", contact: "ads@harbour.example",
      shows: [
        Show(
          slug: "tide-tables", title: "Tide Tables", author: "Mara Quill", audience: 1500, weekday: 2,
          minutes: 34...52, kbps: 128),
        Show(
          slug: "small-engines", title: "Small Engines", author: "Otto & Pim", audience: 950, weekday: 4,
          minutes: 48...75, kbps: 96),
        Show(
          slug: "night-ferry", title: "Night Ferry", author: "Harbour Fiction", audience: 600, weekday: 7,
          minutes: 22...31, kbps: 128),
      ],
      sponsors: [
        SponsorRole(
          slug: "kettle-and-crane", name: "Kettle & Crane Coffee", part: .onPace, show: "tide-tables",
          position: .midRoll, promoCode: "TIDES", price: .cpm, rateMinor: 2500, goalPerMille: 930,
          responsePerMille: 9, orderValueMinor: 1900...8400),
        SponsorRole(
          slug: "longhaul-mattress", name: "Longhaul Mattress", part: .underDelivering, show: "small-engines",
          position: .midRoll, promoCode: "ENGINES", price: .cpm, rateMinor: 2800, goalPerMille: 1650,
          responsePerMille: 3, orderValueMinor: 42_000...129_900),
        SponsorRole(
          slug: "paperlane-vpn", name: "Paperlane VPN", part: .codeLeak, show: "tide-tables", position: .preRoll,
          promoCode: "PAPER20", price: .cpm, rateMinor: 1800, goalPerMille: 940, responsePerMille: 5,
          orderValueMinor: 3588...11_964),
        SponsorRole(
          slug: "fernweh-audiobooks", name: "Fernweh Audiobooks", part: .importedDelivery, show: "night-ferry",
          position: .postRoll, promoCode: nil, price: .cpm, rateMinor: 2200, goalPerMille: 760,
          responsePerMille: 6, orderValueMinor: 1495...1495),
      ]),
    TenantRole(
      slug: "lantern-agency", name: "Lantern Media Agency", kind: .agency, zone: "Europe/Berlin", currency: "EUR",
      contact: "planung@lantern.example",
      shows: [
        Show(
          slug: "werkstattgespraech", title: "Werkstattgespräch", author: "Ida Brandt", audience: 800, weekday: 3,
          minutes: 40...58, kbps: 128),
        Show(
          slug: "kopfsteinpflaster", title: "Kopfsteinpflaster", author: "Lantern Studio", audience: 520, weekday: 5,
          minutes: 26...38, kbps: 192),
      ],
      sponsors: [
        SponsorRole(
          slug: "velo-vier", name: "Velo Vier", part: .lateLogs, show: "werkstattgespraech", position: .midRoll,
          promoCode: "WERKSTATT", price: .cpm, rateMinor: 3200, goalPerMille: 930, responsePerMille: 4,
          orderValueMinor: 8900...64_900),
        SponsorRole(
          slug: "steuerfuchs", name: "Steuerfuchs", part: .flatFee, show: "kopfsteinpflaster", position: .preRoll,
          promoCode: nil, price: .flat, rateMinor: 150_000, goalPerMille: nil, responsePerMille: 3,
          orderValueMinor: 3499...3499),
      ]),
    TenantRole(
      slug: "quiet-hours", name: "Quiet Hours", kind: .independent, zone: "UTC", currency: "USD",
      contact: "hello@quiethours.example",
      shows: [
        Show(
          slug: "quiet-hours", title: "Quiet Hours", author: "June Adeyemi", audience: 420, weekday: 1,
          minutes: 55...70, kbps: 96)
      ],
      sponsors: [
        SponsorRole(
          slug: "pantry-post", name: "Pantry Post", part: .perConversion, show: "quiet-hours", position: .midRoll,
          promoCode: "QUIET", price: .cpa, rateMinor: 1800, goalPerMille: nil, responsePerMille: 14,
          orderValueMinor: 2800...9600)
      ]),
  ]
}
