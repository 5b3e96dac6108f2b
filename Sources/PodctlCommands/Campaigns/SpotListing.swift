import PodctlCore
import PodctlRender
import PodctlStore

enum SpotListing {
  struct Line: Sendable {
    var campaign: Campaign
    var delivery: FlightDelivery
    var part: FlightDelivery.SpotUnits
    var episode: SpotEpisode?
    var spot: Spot { part.spot }
    var flight: Flight { delivery.flight }
  }

  static func listing(_ schema: String) -> Listing<Line> {
    Listing(
      schema: schema,
      [
        Column("flight", "Flight") { .text("\($0.campaign.slug)/\($0.flight.slug)") },
        Column("podcast", "Podcast") { .text($0.episode?.podcastSlug.text) },
        Column("episode", "GUID", inTable: false) { .text($0.episode?.guid) },
        Column("title", "Episode") { .text($0.episode?.title) },
        Column("airs_on", "Airs on") { .day($0.spot.airsOn) },
        Column("status", "Status") { .text($0.spot.status.rawValue) },
        Column("first_7_days", "7 days", .trailing) { .integer($0.part.firstSevenDays) },
        Column("delivered", "Delivered", .trailing) { .integer($0.part.units) },
        Column("window_ends", "Window to") { .day($0.part.windowEndsOn) },
        Column("provenance", "Figures", inTable: false) { .text($0.delivery.figures?.rawValue) },
        Column("aired_at", "Confirmed", inTable: false) { .instant($0.spot.airedAt) },
        Column("note", "Note", inTable: false) { .text($0.spot.note) },
        Column("id", "Id", inTable: false) { .text($0.spot.id.description) },
      ])
  }

  /// The spots of flights with what each has delivered through a day, by flight, air date and id.
  static func lines(
    _ deliveries: [(campaign: Campaign, delivery: FlightDelivery)], in tx: TenantTransaction
  ) throws -> [Line] {
    let ids = deliveries.flatMap { $0.delivery.spots.map(\.spot.episode) }
    var episodes: [Identifier<Episode>: SpotEpisode] = [:]
    for start in stride(from: 0, to: ids.count, by: 500) {
      let some = Array(ids[start..<min(start + 500, ids.count)])
      episodes.merge(try SpotStore(tx).episodes(some)) { first, _ in first }
    }
    return deliveries.flatMap { owner in
      owner.delivery.spots.map {
        Line(campaign: owner.campaign, delivery: owner.delivery, part: $0, episode: episodes[$0.spot.episode])
      }
    }
  }
}
