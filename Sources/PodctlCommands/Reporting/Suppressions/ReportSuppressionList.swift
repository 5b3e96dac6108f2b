import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists the addresses that take no mail.
struct ReportSuppressionList: PodctlCommand {
  static let example = "podctl report suppression list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List suppressed addresses with the reasons.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let suppressions = try context.database().read(for: tenant.id) { tx in try SuppressionStore(tx).all() }
    try context.console.emit(
      ReportSuppressionList.listing("podctl.report.suppression.list/1"), suppressions, output,
      empty: "every address takes mail of tenant \(tenant.slug)")
  }

  static func listing(_ schema: String) -> Listing<SuppressionStore.Suppression> {
    Listing(
      schema: schema,
      [
        Column("address", "Address") { .text($0.address.text) },
        Column("reason", "Why") { .text($0.reason) },
        Column("since", "Since") { .instant($0.since) },
      ])
  }
}
