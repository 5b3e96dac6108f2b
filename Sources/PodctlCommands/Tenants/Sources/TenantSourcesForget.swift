import ArgumentParser
import PodctlCore
import PodctlStore

/// Takes back what was said of a source.
struct TenantSourcesForget: PodctlCommand {
  static let example = "podctl tenant sources forget log --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Remove what was declared of a source; its imported data decides again.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Source: log, delivery or conversions.", valueName: "source"))
  var source: DataSource.Kind

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let isForgotten = try context.database().write(for: tenant.id) { tx in try DataSourceStore(tx).forget(source) }
    guard isForgotten else {
      return context.console.note("nothing was said of \(source.rawValue) of tenant \(tenant.slug): nothing changed")
    }
    context.console.success(
      "\(source.rawValue) is as complete as what was taken in",
      next: ["podctl tenant sources list --tenant \(tenant.slug)"])
  }
}
