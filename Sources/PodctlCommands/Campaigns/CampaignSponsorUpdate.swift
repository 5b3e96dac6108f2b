import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Changes a sponsor's name or whom to write to.
struct CampaignSponsorUpdate: PodctlCommand {
  static let example =
    "podctl campaign sponsor update kettle-and-crane --tenant harbour-network --contact-name \"Ines Vogt\""
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a sponsor's name or contact.",
    discussion: """
      Invoices go to --contact-email; one that is approved keeps the address it was approved with.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The sponsor.", valueName: "slug"))
  var slug: String
  @Option(help: "Name on invoices and reports.")
  var name: String?
  @Option(help: ArgumentHelp("Name of the contact person.", valueName: "name"))
  var contactName: String?
  @Option(help: ArgumentHelp("Email address of the contact.", valueName: "address"))
  var contactEmail: String?
  @Option(help: ArgumentHelp("Its website.", valueName: "url"))
  var website: String?

  func validate() throws {
    guard name != nil || contactName != nil || contactEmail != nil || website != nil else {
      throw ValidationError("give at least one thing to change")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let sponsor = try context.database().write(for: tenant.id) { tx -> Sponsor in
      var sponsor = try SponsorStore(tx).find(slug)
      sponsor.name = name ?? sponsor.name
      sponsor.contactName = contactName ?? sponsor.contactName
      sponsor.contactEmail = contactEmail ?? sponsor.contactEmail
      sponsor.website = website ?? sponsor.website
      sponsor.updatedAt = context.now
      try SponsorStore(tx).update(sponsor)
      return sponsor
    }
    if output.chosen.isMachine {
      try context.console.emit(SponsorListing.columns("podctl.campaign.sponsor.update/1"), one: sponsor, output)
    }
    context.console.success("sponsor \(slug) updated")
  }
}
