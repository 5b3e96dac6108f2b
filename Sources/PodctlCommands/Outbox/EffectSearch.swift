import ArgumentParser
import PodctlCore
import PodctlStore

/// How people name an effect.
struct EffectArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The effect, as outbox list shows it.", valueName: "name"))
  var name: String
  @Flag(help: "Select the live-mode effect, if both modes have it.")
  var live = false

  /// Throws `effect_not_found` with the nearest name.
  func find(in tx: TenantTransaction, of tenant: Tenant) throws -> Effect {
    let store = OutboxStore(tx)
    let found = try store.all(named: name)
    guard let effect = found.first(where: { $0.isLive == live }) ?? (live ? nil : found.first) else {
      throw PodctlError(
        .effectNotFound, "effect \"\(name)\" not found for tenant \(tenant.slug)",
        hint: Suggestion.nearest(to: name, among: try store.names()).map { "did you mean \"\($0)\"?" },
        commands: ["podctl outbox list --all --tenant \(tenant.slug)"], context: [.init("effect", name)])
    }
    return effect
  }
}
