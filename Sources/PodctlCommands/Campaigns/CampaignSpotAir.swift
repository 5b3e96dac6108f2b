import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Marks spots as aired or missed.
struct CampaignSpotAir: PodctlCommand {
  static let example = "podctl campaign spot air kettle-and-crane --tenant harbour-network --due"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "air", abstract: "Record that spots aired or were missed.",
    discussion: """
      Only aired spots deliver: a planned one counts nothing, even after its date. --due takes every planned spot of \
      the flight whose date has come.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("CAMPAIGN/FLIGHT, or the campaign where it has one flight.", valueName: "flight"))
  var flight: String
  @Option(help: ArgumentHelp("The episode's GUID, repeatable.", valueName: "guid"))
  var episode: [String] = []
  @Flag(help: "Take all planned spots whose air date has come.")
  var due = false
  @Flag(help: "Mark the spots as missed.")
  var missed = false
  @Option(help: ArgumentHelp("Actual air date.", valueName: "date"))
  var on: String?
  @Option(help: "Note on the spot.")
  var note: String?

  func validate() throws {
    guard episode.isEmpty == due else { throw ValidationError("name episodes with --episode, or take all with --due") }
    guard on == nil || episode.count == 1 && !missed else {
      throw ValidationError("--on is for one episode that has aired")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let status: Spot.Status = missed ? .missed : .aired
    let day = try on.map { try Day(typed: $0, for: "--on") }
    let (lines, name, result) = try context.database().write(for: tenant.id) { tx in
      let (campaign, flight) = try FlightName(text: flight).find(in: tx)
      let spots = try chosen(of: flight, today: tenant.zone.day(of: context.now), in: tx)
      let result = try SpotBooking.mark(
        spots, status, on: day, note: note, flight: flight, tenant: tenant, in: tx, now: context.now)
      let delivery = try DeliveryLedger(tx).delivery(
        of: flight, through: DeliveryLedger.lastWholeDay(at: context.now, in: tenant.zone))
      let changed = Set(result.changed.map(\.id))
      let lines = try SpotListing.lines([(campaign, delivery)], in: tx).filter { changed.contains($0.spot.id) }
      return (lines, "\(campaign.slug)/\(flight.slug)", result)
    }
    if output.chosen.isMachine {
      try context.console.emit(SpotListing.listing("podctl.campaign.spot.air/2"), lines, output)
    }
    guard !result.changed.isEmpty else {
      return context.console.note(
        result.unchanged == 0 ? "no spot of \(name) is due" : "already \(status.rawValue): nothing changed")
    }
    let count = result.changed.count == 1 ? "1 spot" : "\(result.changed.count) spots"
    context.console.success(
      "\(count) of \(name) marked as \(status.rawValue)",
      next: ["podctl campaign spot list \(name) --tenant \(tenant.slug)"])
  }

  private func chosen(of flight: Flight, today: Day, in tx: TenantTransaction) throws -> [Spot] {
    if due { return try SpotStore(tx).all(of: flight.id).filter { $0.status == .planned && $0.airsOn <= today } }
    return try episode.map { guid in
      let found = try SpotBooking.episode(guid, podcast: nil, in: tx)
      guard let spot = try SpotStore(tx).first(flight: flight.id, episode: found.id) else {
        throw PodctlError(
          .spotNotFound, "flight \"\(flight.slug)\" has no spot in episode \"\(guid)\"", hint: "plan it first",
          commands: ["podctl campaign spot list"], context: [.init("episode", guid)])
      }
      return spot
    }
  }
}
