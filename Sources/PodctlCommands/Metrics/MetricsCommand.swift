import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Tells a monitor how tenants stand.
struct MetricsCommand: PodctlCommand {
  static let example = "podctl metrics --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "metrics", abstract: "Print figures for a monitor, in the text format of Prometheus.",
    discussion: """
      Of all tenants that are not archived, or of one: when runs and reports last succeeded, reports held and past their \
      deadline, effects that failed or are unknown, invoices by state. With --textfile the file is written beside its \
      place and then moved there, so that node_exporter's textfile collector never reads half of it.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("Only this tenant.", valueName: "slug"), completion: SlugCompletion.tenants)
  var tenant: String?
  @Option(help: ArgumentHelp("Write to this file, whose name should end in .prom.", valueName: "file"))
  var textfile: String?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenants =
      try tenant.map { [try TenantStore.find(slug: $0, in: database)] }
      ?? database.read { tx in try TenantStore(tx).all(withArchived: false) }
    let text = MetricFamily.text(
      try OperationMetrics.families(of: tenants, in: database, now: context.now))
    if let textfile { try context.console.keep(text, at: textfile) } else { try context.console.data(text) }
  }
}
