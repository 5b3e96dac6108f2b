import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Adds a flight to a campaign.
struct CampaignFlightAdd: PodctlCommand {
  static let example =
    "podctl campaign flight add kettle-and-crane winter --tenant harbour-network --starts 2030-12-01"
    + " --ends 2030-12-31 --goal 20000 --cpm 25.00 --if-not-exists"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a flight to a campaign.",
    discussion: """
      Both dates are included. The price is one of --cpm (per thousand delivered), --flat (for the flight), --cpa \
      (per conversion) and --per-spot (per airing), in the campaign's currency. With --tier, further thousands have \
      another rate: --cpm 25.00 --tier 10000@22.00 takes 25.00 for each of the first ten thousand and 22.00 after them.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The campaign.", valueName: "campaign"))
  var campaign: String
  @Argument(help: ArgumentHelp("Slug, a short name for the flight.", valueName: "flight"))
  var slug: String
  @Option(help: "Name on invoices and reports; the default is the slug.")
  var name: String?
  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var starts: String
  @Option(help: ArgumentHelp("The last day, included.", valueName: "date"))
  var ends: String
  @Option(help: "Position in the episode.")
  var position: Flight.Position = .midRoll
  @Option(help: "baked-in: part of the episode's file; dynamic: inserted by an ad server.")
  var insertion: Flight.Insertion = .bakedIn
  @Option(help: ArgumentHelp("Goal: units booked.", valueName: "units"))
  var goal: Int64?
  @Option(help: ArgumentHelp("CPM: price per thousand units.", valueName: "amount"))
  var cpm: String?
  @Option(help: ArgumentHelp("Flat price of the flight.", valueName: "amount"))
  var flat: String?
  @Option(help: ArgumentHelp("CPA: price per conversion.", valueName: "amount"))
  var cpa: String?
  @Option(help: ArgumentHelp("Price per aired spot.", valueName: "amount"))
  var perSpot: String?
  @Option(help: ArgumentHelp("CPM after N units, as N@RATE. Repeatable.", valueName: "units@cpm"))
  var tier: [String] = []
  @Option(help: ArgumentHelp("Minimum billed by the flight's end.", valueName: "amount"))
  var minimum: String?
  @Option(help: ArgumentHelp("Maximum billed in total.", valueName: "amount"))
  var maximum: String?
  @Option(
    help: ArgumentHelp(
      "If the flight misses its goal: pro-rata bills delivered units, makegood bills booked units.", valueName: "rule")
  )
  var shortfall: FlightTerms.Shortfall?
  @Option(help: ArgumentHelp("Maximum number of units billed; the default is the goal.", valueName: "units"))
  var cap: Int64?
  @Option(help: ArgumentHelp("Promo code read out in the spot.", valueName: "code"))
  var promoCode: String?
  @Option(name: .customLong("vanity-url"), help: ArgumentHelp("Vanity URL read out in the spot.", valueName: "url"))
  var vanityURL: String?
  @Option(help: ArgumentHelp("Measuring window: days from the air date in which downloads count.", valueName: "days"))
  var windowDays = 30
  @Option(help: ArgumentHelp("The insertion order; the default is the campaign's newest.", valueName: "number"))
  var io: String?
  @Flag(help: "Do nothing if the flight already exists.")
  var ifNotExists = false

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let part = OrderFile.FlightPart(
      slug: slug, name: name, startsOn: starts, endsOn: ends, position: position.rawValue,
      insertion: insertion.rawValue, goal: goal, cpm: cpm, flat: flat, cpa: cpa, perSpot: perSpot, tiers: tier,
      minimum: minimum, maximum: maximum, shortfall: shortfall?.rawValue, cap: cap, promoCode: promoCode,
      vanityURL: vanityURL, windowDays: windowDays)
    let (line, isNew) = try context.database().write(for: tenant.id) { tx in
      let campaign = try CampaignStore(tx).find(campaign)
      if ifNotExists, let known = try FlightStore(tx).first(slug: slug, of: campaign.id) {
        return (FlightListing.Line(campaign: campaign, flight: known), false)
      }
      let flight = try FlightBooking.add(part, to: campaign, order: io, in: tx, now: context.now, ids: context.ids)
      return (FlightListing.Line(campaign: campaign, flight: flight), true)
    }
    if output.chosen.isMachine {
      try context.console.emit(FlightListing.listing("podctl.campaign.flight.add/1"), one: line, output)
    }
    guard isNew else { return context.console.note("flight \(campaign)/\(slug) exists already: nothing changed") }
    let next =
      insertion == .bakedIn
      ? "podctl campaign spot add \(campaign)/\(slug) --tenant \(tenant.slug) --episode GUID --airs-on DATE"
      : "podctl campaign delivery import FILE --tenant \(tenant.slug) --source NAME"
    context.console.success("flight \(campaign)/\(slug) added, \(line.flight.dayCount) days", next: [next])
  }
}

extension Flight.Position: ExpressibleByArgument {}
extension Flight.Insertion: ExpressibleByArgument {}
extension FlightTerms.Shortfall: ExpressibleByArgument {}
