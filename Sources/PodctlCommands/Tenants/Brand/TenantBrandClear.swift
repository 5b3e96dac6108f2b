import ArgumentParser
import PodctlCore
import PodctlStore

/// Takes a tenant's look away.
struct TenantBrandClear: PodctlCommand {
  static let example = "podctl tenant brand clear --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Reset a tenant's branding to the default.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    guard try context.database().write(for: tenant.id, { tx in try BrandStore(tx).clear() }) else {
      return context.console.note("tenant \(tenant.slug) has no look of its own: nothing changed")
    }
    context.console.success("reports of \(tenant.slug) have podctl's own look again")
  }
}
