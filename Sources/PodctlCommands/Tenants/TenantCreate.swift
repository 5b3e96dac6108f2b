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
    commandName: "create", abstract: "Create a tenant and its secret.",
    discussion: """
      The zone cuts the tenant's days, weeks, months, reports and bills; changing it later means a recount. \
      The secret, under which listeners are hashed, is written to a file of mode 0600 in podctl's data folder: keep a \
      copy, for without it no listener is known again.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("Slug, a short name of letters, digits and hyphens.", valueName: "slug"))
  var slug: String
  @Option(help: "Name on reports and invoices.")
  var name: String
  @Option(help: "Kind of tenant: network, agency or independent.")
  var kind: Tenant.Kind = .independent
  @Option(help: ArgumentHelp("Time zone in which days are counted.", valueName: "zone"))
  var zone = "UTC"
  @Option(help: ArgumentHelp("Currency of prices.", valueName: "code"))
  var currency = "USD"
  @Option(help: ArgumentHelp("Email address of the contact.", valueName: "email"))
  var contactEmail: String?
  @Option(help: ArgumentHelp("Email address of the owner.", valueName: "email"))
  var owner: String?
  @OptionGroup var counting: TenantCountingOptions
  @Flag(help: "Do nothing if the tenant already exists.")
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
