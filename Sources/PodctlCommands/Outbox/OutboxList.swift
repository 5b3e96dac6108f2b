import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists a tenant's effects that are not done, and why.
struct OutboxList: PodctlCommand {
  static let example = "podctl outbox list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List effects that are not done, and why.",
    discussion: """
      An effect is planned, sending, done, failed, unknown, withheld or cancelled. What is unknown is looked for at the \
      service before anything is sent again; what failed waits for a person. A mail is withheld when its address came to \
      take no mail after it was planned, and cancelled by report cancel.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Flag(help: "Include effects that are done.")
  var all = false
  @Option(help: "Show only effects in this state.")
  var state: Effect.State?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let open: [Effect.State] = [.planned, .sending, .unknown, .failed, .withheld]
    let states = state.map { [$0] } ?? (all ? nil : open)
    let effects = try database.read(for: tenant.id) { tx in try OutboxStore(tx).all(in: states) }
    try context.console.emit(
      OutboxListing.effects(at: context.now, schema: "podctl.outbox.list/1"), effects, output,
      empty: "nothing is waiting")
  }
}

extension Effect.State: ExpressibleByArgument {}
