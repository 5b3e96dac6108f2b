import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Adds a sponsor.
struct CampaignSponsorAdd: PodctlCommand {
  static let example =
    "podctl campaign sponsor add acme-tea --tenant harbour-network --name \"Acme Tea\" --if-not-exists"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a sponsor.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Slug, a short name of letters, digits and hyphens.", valueName: "slug"))
  var slug: String
  @Option(help: "Name on invoices and reports.")
  var name: String
  @Option(help: ArgumentHelp("Name of the contact person.", valueName: "name"))
  var contactName: String?
  @Option(help: ArgumentHelp("Email address of the contact.", valueName: "address"))
  var contactEmail: String?
  @Option(help: ArgumentHelp("Its website.", valueName: "url"))
  var website: String?
  @Flag(help: "Do nothing if the sponsor already exists.")
  var ifNotExists = false

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let sponsor = Sponsor(
      id: context.ids.next(Sponsor.self), slug: try Slug(slug), name: name, contactName: contactName,
      contactEmail: contactEmail, website: website, createdAt: context.now, updatedAt: context.now)
    let known = try context.database().write(for: tenant.id) { tx -> Sponsor? in
      if ifNotExists, let known = try SponsorStore(tx).first(slug: slug) { return known }
      try SponsorStore(tx).insert(sponsor)
      return nil
    }
    if output.chosen.isMachine {
      try context.console.emit(SponsorListing.columns("podctl.campaign.sponsor.add/1"), one: known ?? sponsor, output)
    }
    if known != nil {
      context.console.note("sponsor \(slug) exists already: nothing changed")
    } else {
      context.console.success(
        "sponsor \(slug) added",
        next: ["podctl campaign create \(slug)-1 --tenant \(tenant.slug) --sponsor \(slug) --name \"\(name)\""])
    }
  }
}
