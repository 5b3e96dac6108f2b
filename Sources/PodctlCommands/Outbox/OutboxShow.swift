import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Shows one effect.
struct OutboxShow: PodctlCommand {
  static let example = "podctl outbox show --tenant harbour-network payer/kettle-and-crane-5fdbebce60d9"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one effect in full.",
    discussion: """
      --body prints the frozen body alone, byte for byte; it may hold a payer's address.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var effect: EffectArgument
  @Flag(help: "Print only the request body.")
  var body = false

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let effect = try database.read(for: tenant.id) { tx in try self.effect.find(in: tx, of: tenant) }
    if body {
      try context.console.data(effect.request.body)
    } else {
      try context.console.emit(
        OutboxListing.effects(at: context.now, schema: "podctl.outbox.show/1"), one: effect, output)
    }
  }
}
