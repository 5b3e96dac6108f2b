import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Changes a tenant.
struct TenantUpdate: PodctlCommand {
  static let example = "podctl tenant update harbour-network --contact-email desk@harbour.example"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a tenant's name, contact, currency or zone.",
    discussion: """
      The zone is refused once logs have been ingested: it cuts every day, week, report and bill, and another one means \
      a recount.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("The tenant.", valueName: "slug"))
  var slug: String
  @Option(help: "Its name as reports and invoices show it.")
  var name: String?
  @Option(help: "What it is: network, agency or independent.")
  var kind: Tenant.Kind?
  @Option(help: ArgumentHelp("The zone in which its days are counted.", valueName: "zone"))
  var zone: String?
  @Option(help: ArgumentHelp("The currency of new prices; campaigns keep theirs.", valueName: "code"))
  var currency: String?
  @Option(help: ArgumentHelp("Where to write to.", valueName: "email"))
  var contactEmail: String?
  @Flag(help: "Make an archived tenant active again.")
  var reactivate = false

  func validate() throws {
    if name == nil, kind == nil, zone == nil, currency == nil, contactEmail == nil, !reactivate {
      throw ValidationError("nothing to change: name at least one of the options")
    }
  }

  func run(in context: CommandContext) throws {
    let change = TenantKeeping.Change(
      name: name, kind: kind, zone: try zone.map { try Zone($0) },
      currency: try currency.map { try Currency($0.uppercased()) }, contactEmail: contactEmail,
      reactivates: reactivate)
    let (tenant, hasChanged) = try TenantKeeping.update(slug, change, in: context.database(), now: context.now)
    if output.chosen.isMachine {
      try context.console.emit(TenantListing.columns("podctl.tenant.update/1"), one: tenant, output)
    }
    guard hasChanged else { return context.console.note("tenant \(slug) is so already: nothing changed") }
    context.console.success("tenant \(slug) changed", next: ["podctl tenant show \(slug)"])
  }
}
