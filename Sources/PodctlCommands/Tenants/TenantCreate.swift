import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Makes a tenant and its secret.
struct TenantCreate: PodctlCommand {
  static let example = """
    podctl tenant create lighthouse --name "Lighthouse Audio" --kind agency --zone Europe/Berlin --currency EUR \
    --if-not-exists
    """
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a tenant and its secret.",
    discussion: """
      The zone cuts the tenant's days, weeks, months, reports and bills; changing it later means a recount. \
      The secret, under which listeners are hashed, is written to a file of mode 0600 in podctl's data folder: keep a \
      copy, for without it no listener is known again.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("A short name for it.", valueName: "slug"))
  var slug: String
  @Option(help: "Its name as reports and invoices show it.")
  var name: String
  @Option(help: "What it is: network, agency or independent.")
  var kind: Tenant.Kind = .independent
  @Option(help: ArgumentHelp("The zone in which its days are counted.", valueName: "zone"))
  var zone = "UTC"
  @Option(help: ArgumentHelp("The currency of its prices.", valueName: "code"))
  var currency = "USD"
  @Option(help: ArgumentHelp("Where to write to.", valueName: "email"))
  var contactEmail: String?
  @Option(help: ArgumentHelp("The email of the person to whom it belongs.", valueName: "email"))
  var owner: String?
  @OptionGroup var counting: TenantCountingOptions
  @Flag(help: "Change nothing where the tenant exists already.")
  var ifNotExists = false

  func run(in context: CommandContext) throws {
    let draft = TenantKeeping.Draft(
      slug: try Slug(slug), name: name, kind: kind, zone: try Zone(zone), currency: try Currency(currency.uppercased()),
      contactEmail: contactEmail, ownerEmail: owner, counting: counting.change)
    let (tenant, isNew) = try TenantKeeping.create(
      draft, ifMissing: ifNotExists, in: context.database(), secrets: context.secrets,
      seed: context.environment["PODCTL_ID_SEED"], now: context.now, ids: context.ids)
    if output.chosen.isMachine {
      try context.console.emit(TenantListing.columns("podctl.tenant.create/1"), one: tenant, output)
    }
    guard isNew else { return context.console.note("tenant \(tenant.slug) exists already: nothing changed") }
    context.console.success(
      "tenant \(tenant.slug) made; its secret is \(context.secrets.path(of: tenant.slug)), keep a copy",
      next: ["podctl podcast add --tenant \(tenant.slug) --feed FILE|URL"])
  }
}
