import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Plans a spot.
struct CampaignSpotAdd: PodctlCommand {
  static let example =
    "podctl campaign spot add kettle-and-crane/mid-roll --tenant harbour-network --episode tide-tables-45"
    + " --airs-on 2026-10-20"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Plan a spot: one airing of a flight in one episode.",
    discussion: """
      The spot is planned until it is marked with --aired or campaign spot air; only aired spots deliver.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("CAMPAIGN/FLIGHT, or the campaign where it has one flight.", valueName: "flight"))
  var flight: String
  @Option(help: ArgumentHelp("The episode's GUID, or SHOW/GUID.", valueName: "guid"))
  var episode: String
  @Option(help: ArgumentHelp("Show, if two shows share the GUID.", valueName: "slug"))
  var podcast: String?
  @Option(help: ArgumentHelp("The air date.", valueName: "date"))
  var airsOn: String
  @Flag(help: "Mark the spot as aired.")
  var aired = false
  @Flag(help: "Do nothing if the flight already has a spot in this episode.")
  var ifNotExists = false

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let part = OrderFile.SpotPart(episode: episode, podcast: podcast, airsOn: airsOn, aired: aired)
    let (lines, name, isNew) = try context.database().write(for: tenant.id) { tx in
      let (campaign, flight) = try FlightName(text: flight).find(in: tx)
      var spot: Spot?
      if ifNotExists {
        let found = try SpotBooking.episode(episode, podcast: podcast, in: tx)
        spot = try SpotStore(tx).first(flight: flight.id, episode: found.id)
      }
      let isNew = spot == nil
      let kept =
        try spot ?? SpotBooking.add(part, to: flight, tenant: tenant, in: tx, now: context.now, ids: context.ids)
      let delivery = try DeliveryLedger(tx).delivery(of: flight, through: tenant.zone.day(of: context.now))
      let lines = try SpotListing.lines([(campaign, delivery)], in: tx).filter { $0.spot.id == kept.id }
      return (lines, "\(campaign.slug)/\(flight.slug)", isNew)
    }
    if output.chosen.isMachine {
      try context.console.emit(SpotListing.listing("podctl.campaign.spot.add/2"), lines, output)
    }
    guard isNew else { return context.console.note("flight \(name) has a spot in this episode: nothing changed") }
    context.console.success(
      aired ? "spot of \(name) on \(airsOn) added as aired" : "spot of \(name) planned for \(airsOn)",
      next: [
        aired
          ? "podctl campaign spot list \(name) --tenant \(tenant.slug)"
          : "podctl campaign spot air \(name) --tenant \(tenant.slug) --episode \(episode)"
      ])
  }
}
