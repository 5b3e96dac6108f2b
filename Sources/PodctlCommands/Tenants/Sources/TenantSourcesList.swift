import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Lists how far each source of a tenant is complete.
struct TenantSourcesList: PodctlCommand {
  static let example = "podctl tenant sources list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List through which day each source is complete.",
    discussion: """
      Without a word from anybody, a log is complete through the day of its last request if that came in the day's last \
      two hours, else through the day before; others' delivery through its last day, conversions through the day before \
      their last. Reports wait until their week is complete.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let sources = try context.database().read(for: tenant.id) { tx in try ReadinessSurvey(tenant, in: tx).sources() }
    try context.console.emit(DataSourceListing.columns("podctl.tenant.sources.list/1"), sources, output)
  }
}

enum DataSourceListing {
  static func columns(_ schema: String) -> Listing<DataSource> {
    Listing(
      schema: schema,
      [
        Column("source", "Source") { .text($0.kind.rawValue) },
        Column("complete_through", "Complete through") { .day($0.completeThrough) },
        Column("final", "Final") { .boolean($0.isFinal) },
        Column("said", "Said by") { .text($0.isSaid ? "hand" : "data") },
      ])
  }
}
