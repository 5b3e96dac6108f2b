import PodctlCore
import PodctlRender

enum FlightListing {
  struct Line: Sendable {
    var campaign: Campaign
    var flight: Flight
  }

  static func listing(_ schema: String) -> Listing<Line> { Listing(schema: schema, columns) }

  static var columns: [Column<Line>] {
    [
      Column("flight", "Flight") { .text("\($0.campaign.slug)/\($0.flight.slug)") },
      Column("name", "Name") { .text($0.flight.name) },
      Column("starts", "Starts") { .day($0.flight.startsOn) },
      Column("ends", "Ends") { .day($0.flight.endsOn) },
      Column("position", "Position") { .text($0.flight.position.rawValue) },
      Column("insertion", "Insertion") { .text($0.flight.insertion.rawValue) },
      Column("goal", "Goal", .trailing) { .integer($0.flight.goal) },
      Column("cap", "Cap", .trailing, inTable: false) { .integer($0.flight.cap) },
      Column("price", "Price") { .text($0.flight.priceModel.rawValue) },
      Column("rate", "Rate", .trailing) { .money(Money(minor: $0.flight.rateMinor, $0.campaign.currency)) },
      Column("tiers", "Tiers", inTable: false) { line in
        .list(line.flight.terms.tiers.map { .text($0.text(line.campaign.currency)) })
      },
      Column("minimum", "Minimum", .trailing, inTable: false) { line in
        .money(line.flight.terms.minimumMinor.map { Money(minor: $0, line.campaign.currency) })
      },
      Column("maximum", "Maximum", .trailing, inTable: false) { line in
        .money(line.flight.terms.maximumMinor.map { Money(minor: $0, line.campaign.currency) })
      },
      Column("shortfall", "Shortfall", inTable: false) { .text($0.flight.terms.shortfall.rawValue) },
      Column("promo_code", "Code") { .text($0.flight.promoCode) },
      Column("vanity_url", "Vanity URL", inTable: false) { .text($0.flight.vanityURL) },
      Column("window_days", "Window", .trailing, inTable: false) { .integer($0.flight.windowDays) },
      Column("delivery_source", "Delivery by", inTable: false) { .text($0.flight.deliverySource) },
      Column("id", "Id", inTable: false) { .text($0.flight.id.description) },
      Column("created_at", "Created", inTable: false) { .instant($0.flight.createdAt) },
      Column("updated_at", "Updated", inTable: false) { .instant($0.flight.updatedAt) },
    ]
  }
}
