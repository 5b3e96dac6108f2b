import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Creates a campaign, from an order file with its paper, flights and spots, or by flags with its paper alone.
struct CampaignCreate: PodctlCommand {
  static let example = "podctl campaign create --file order.yaml --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create a campaign, from an order file or by flags.",
    discussion: """
      --file takes the whole order, sponsor, paper, flights and spots in one: YAML, or a table (.csv, .tsv) with one \
      row for each spot. All of it is made or nothing. docs/orders.md shows both forms.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Slug, a short name for the campaign; omit with --file.", valueName: "slug"))
  var slug: String?
  @Option(help: ArgumentHelp("Order file: YAML, CSV or TSV.", valueName: "path"))
  var file: String?
  @Option(
    help: ArgumentHelp(
      "Read a table's column from one with another name, as OURS=THEIRS. Repeatable.", valueName: "ours=theirs"))
  var map: [String] = []
  @Option(help: ArgumentHelp("The sponsor's slug.", valueName: "slug"))
  var sponsor: String?
  @Option(help: "Name on reports.")
  var name: String?
  @Option(help: ArgumentHelp("Currency code, such as USD; the default is the tenant's.", valueName: "code"))
  var currency: String?
  @Option(help: "Notes, as free text.")
  var notes: String?
  @Option(help: ArgumentHelp("The insertion order's number; the default is IO-SLUG.", valueName: "number"))
  var io: String?
  @Option(help: ArgumentHelp("Who is billed; the default is the sponsor.", valueName: "name"))
  var billTo: String?
  @Option(help: ArgumentHelp("The buyer's purchase order.", valueName: "number"))
  var po: String?
  @Option(help: ArgumentHelp("Payment terms in days; the default is 30.", valueName: "days"))
  var termsDays: Int?
  @Option(help: ArgumentHelp("Day on which the order was signed.", valueName: "date"))
  var signedOn: String?
  @Option(help: ArgumentHelp("Agency commission in percent.", valueName: "percent"))
  var commission: String?
  @Option(help: ArgumentHelp("net deducts the commission from invoices; gross only states it.", valueName: "net|gross"))
  var billing: String?
  @Flag(help: "Do nothing if the campaign already exists.")
  var ifNotExists = false

  func validate() throws {
    if file == nil {
      guard slug != nil else { throw ValidationError("name the campaign, or give its order with --file") }
      guard sponsor != nil, name != nil else { throw ValidationError("--sponsor and --name are needed without --file") }
    } else if slug != nil || sponsor != nil || name != nil || currency != nil || io != nil || billTo != nil || po != nil
      || termsDays != nil || signedOn != nil || notes != nil || commission != nil || billing != nil
    {
      throw ValidationError("--file holds the whole order: leave the slug and the other options out")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let order = try file.map { try OrderFileReading.read($0, map: map) } ?? flags()
    let plan = try context.database().write(for: tenant.id) { tx -> OrderPlan? in
      if ifNotExists, try CampaignStore(tx).first(slug: order.campaign.slug) != nil { return nil }
      let plan = try OrderPlacement.plan(order, tenant: tenant, in: tx, now: context.now, ids: context.ids)
      try OrderPlacement.apply(plan, in: tx)
      return plan
    }
    if output.chosen.isMachine {
      let entry = try context.database().read(for: tenant.id) { tx in
        try CampaignStore(tx).entries().first { $0.campaign.slug.text == order.campaign.slug }
      }
      if let entry {
        try context.console.emit(CampaignListing.columns("podctl.campaign.create/1"), one: entry, output)
      }
    }
    guard let plan else {
      return context.console.note("campaign \(order.campaign.slug) exists already: nothing changed")
    }
    tell(plan, of: tenant, context.console)
    try PlanListing.tell(.campaigns, of: tenant, in: context)
  }

  private func flags() -> OrderFile {
    let slug = slug ?? ""
    return OrderFile(
      sponsor: .init(slug: sponsor ?? ""),
      campaign: .init(slug: slug, name: name ?? slug, currency: currency, notes: notes),
      orders: [
        .init(
          number: io ?? "IO-\(slug)", billTo: billTo, poNumber: po, termsDays: termsDays, signedOn: signedOn,
          commission: commission, billing: billing)
      ])
  }

  private func tell(_ plan: OrderPlan, of tenant: Tenant, _ console: Console) {
    let slug = plan.campaign.slug
    let flights = plan.flights.count == 1 ? "1 flight" : "\(plan.flights.count) flights"
    let spots = plan.spots.count == 1 ? "1 spot" : "\(plan.spots.count) spots"
    let added = plan.addsSponsor ? ", sponsor \(plan.sponsor.slug) added" : ""
    console.success(
      "campaign \(slug) created as a draft with \(flights) and \(spots)\(added)",
      next: plan.flights.isEmpty
        ? ["podctl campaign flight add \(slug) FLIGHT --tenant \(tenant.slug) --starts DATE --ends DATE --cpm RATE"]
        : ["podctl campaign launch \(slug) --tenant \(tenant.slug)"])
  }
}
