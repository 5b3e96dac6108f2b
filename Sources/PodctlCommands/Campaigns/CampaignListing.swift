import PodctlCore
import PodctlRender
import PodctlStore

enum CampaignListing {
  static func columns(_ schema: String) -> Listing<CampaignEntry> { Listing(schema: schema, shared) }

  /// A campaign with the papers that it runs under.
  struct Detail: Sendable {
    var entry: CampaignEntry
    var orders: [InsertionOrder]
    var flights: [Flight]
  }

  static var detail: Listing<Detail> {
    Listing(
      schema: "podctl.campaign.show/1",
      shared.map(ofDetail) + [
        Column("orders", "Orders") { detail in
          .list(
            detail.orders.map { order in
              .object([
                .init("number", .text(order.number)), .init("revision", .integer(order.revision)),
                .init("bill_to", .text(order.billTo)), .init("po", .text(order.poNumber)),
                .init("terms_days", .integer(order.termsDays)), .init("signed_on", .day(order.signedOn)),
              ])
            })
        },
        Column("flights_detail", "Flights in full", inTable: false) { detail in
          .list(
            detail.flights.map { flight in
              let line = FlightListing.Line(campaign: detail.entry.campaign, flight: flight)
              return .object(FlightListing.columns.map { .init($0.name, $0.value(line)) })
            })
        },
      ])
  }

  private static func ofDetail(_ column: Column<CampaignEntry>) -> Column<Detail> {
    Column<Detail>(
      column.name, column.title, column.alignment == .trailing ? .trailing : .leading, inTable: column.inTable
    ) { column.value($0.entry) }
  }

  private static var shared: [Column<CampaignEntry>] {
    [
      Column("campaign", "Campaign") { .text($0.campaign.slug.text) },
      Column("name", "Name") { .text($0.campaign.name) },
      Column("sponsor", "Sponsor") { .text($0.sponsorSlug.text) },
      Column("sponsor_name", "Sponsor's name", inTable: false) { .text($0.sponsorName) },
      Column("status", "Status") { .text($0.campaign.status.rawValue) },
      Column("starts", "Starts") { .day($0.startsOn) },
      Column("ends", "Ends") { .day($0.endsOn) },
      Column("flights", "Flights", .trailing) { .integer($0.flights) },
      Column("goal", "Goal", .trailing) { .integer($0.goal) },
      Column("currency", "Currency") { .text($0.campaign.currency.code) },
      Column("notes", "Notes", inTable: false) { .text($0.campaign.notes) },
      Column("id", "Id", inTable: false) { .text($0.campaign.id.description) },
      Column("created_at", "Created", inTable: false) { .instant($0.campaign.createdAt) },
      Column("updated_at", "Updated", inTable: false) { .instant($0.campaign.updatedAt) },
    ]
  }
}
