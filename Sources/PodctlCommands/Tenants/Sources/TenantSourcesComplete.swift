import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Says how far a source is complete.
struct TenantSourcesComplete: PodctlCommand {
  static let example = "podctl tenant sources complete log --tenant harbour-network --through 2026-10-25"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Declare a source complete through a day.",
    discussion: """
      For a job that fetches logs and knows when it has them all. What is said holds until something else is said or \
      tenant sources forget; --final says that no more will come, as of a show that has ended.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("Last complete day, in the tenant's zone.", valueName: "date"))
  var through: String
  @Flag(help: "Declare the source final: no more data will come.")
  var final = false
  @Argument(help: ArgumentHelp("Source: log, delivery or conversions.", valueName: "source"))
  var source: DataSource.Kind

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    try tenant.requireActive()
    let day = try Day(typed: through, for: "--through")
    let said = try context.database().write(for: tenant.id) { tx in
      try DataSourceStore(tx).say(source, through: day, isFinal: final, now: context.now)
      return try ReadinessSurvey(tenant, in: tx).sources().filter { $0.kind == source }
    }
    if output.chosen.isMachine, let said = said.first {
      try context.console.emit(DataSourceListing.columns("podctl.tenant.sources.complete/1"), one: said, output)
    }
    context.console.success(
      "\(source.rawValue) is complete through \(day)\(final ? ", and no more will come" : "")",
      next: ["podctl tenant sources list --tenant \(tenant.slug)"])
  }
}

extension DataSource.Kind: ExpressibleByArgument {}
