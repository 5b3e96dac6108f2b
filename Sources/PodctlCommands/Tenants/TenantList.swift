import ArgumentParser
import PodctlCore
import PodctlStore

/// Lists tenants.
struct TenantList: PodctlCommand {
  static let example = "podctl tenant list"
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List tenants.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Include archived tenants.")
  var all = false

  func run(in context: CommandContext) throws {
    let tenants = try context.database().read { tx in try TenantStore(tx).all(withArchived: all) }
    try context.console.emit(
      TenantListing.columns("podctl.tenant.list/1"), tenants, output,
      empty: "no tenants; make one with: podctl tenant create SLUG --name NAME")
  }
}
