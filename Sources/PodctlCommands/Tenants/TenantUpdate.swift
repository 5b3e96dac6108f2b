import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Changes a tenant.
struct TenantUpdate: PodctlCommand {
  static let example = "podctl tenant update harbour-network --contact-email desk@harbour.example"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a tenant's name, contact, currency, zone or counting.",
    discussion: """
      Zone, window, profile and limit decide what counts. Changed after logs were ingested, they hold for what is \
      ingested from now on, and the files counted before want a recount: podctl podcast ingest --again.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("The tenant.", valueName: "slug"))
  var slug: String
  @Option(help: "Name on reports and invoices.")
  var name: String?
  @Option(help: "Kind of tenant: network, agency or independent.")
  var kind: Tenant.Kind?
  @Option(help: ArgumentHelp("Time zone in which days are counted.", valueName: "zone"))
  var zone: String?
  @Option(help: ArgumentHelp("Currency of new prices; campaigns keep theirs.", valueName: "code"))
  var currency: String?
  @Option(help: ArgumentHelp("Email address of the contact.", valueName: "email"))
  var contactEmail: String?
  @OptionGroup var counting: TenantCountingOptions
  @Flag(help: "Make an archived tenant active again.")
  var reactivate = false

  func validate() throws {
    let isEmpty = name == nil && kind == nil && zone == nil && currency == nil && contactEmail == nil
    if isEmpty, counting.change.isEmpty, !reactivate {
      throw ValidationError("nothing to change: name at least one of the options")
    }
  }

  func run(in context: CommandContext) throws {
    let change = TenantKeeping.Change(
      name: name, kind: kind, zone: try zone.map { try Zone($0) },
      currency: try currency.map { try Currency($0.uppercased()) }, contactEmail: contactEmail,
      counting: counting.change, reactivates: reactivate)
    let update = try TenantKeeping.update(slug, change, in: context.database(), now: context.now)
    if output.chosen.isMachine {
      try context.console.emit(TenantListing.columns("podctl.tenant.update/1"), one: update.tenant, output)
    }
    if update.filesToRecount > 0 {
      context.console.warn(
        "\(update.filesToRecount) ingested \(update.filesToRecount == 1 ? "file was" : "files were") counted by other"
          + " rules or in another zone: podctl podcast ingest --tenant \(slug) --again recounts")
    }
    guard update.hasChanged else { return context.console.note("tenant \(slug) is so already: nothing changed") }
    context.console.success("tenant \(slug) changed", next: ["podctl tenant show \(slug)"])
  }
}
