import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Shows a tenant's look.
struct TenantBrandShow: PodctlCommand {
  static let example = "podctl tenant brand show --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show how a tenant's reports and mails look.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let brand = try context.database().read(for: tenant.id) { tx in try BrandStore(tx).find() }
    try context.console.emit(BrandListing.columns("podctl.tenant.brand.show/1"), one: brand, output)
  }
}
