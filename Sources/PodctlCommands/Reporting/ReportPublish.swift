import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Writes a static site of sponsors' reports.
struct ReportPublish: PodctlCommand {
  static let example = "podctl report publish site --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Write the stored reports as a static site, for a web server.",
    discussion: """
      Each sponsor has a folder whose name follows from the tenant's secret: who has the address sees the sponsor's \
      reports, and nobody can guess it. Running it again changes only files whose figures have changed; nothing is ever \
      deleted. Serve the folder without listing it. After tenant rotate-secret the addresses are others: take the old \
      folders away.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Target folder; created if missing.", valueName: "folder"))
  var folder: String
  @Option(help: ArgumentHelp("Only this sponsor's reports.", valueName: "slug"))
  var sponsor: String?
  @Option(
    help: ArgumentHelp("Do not rewrite pages of periods that ended more than N days ago.", valueName: "days"))
  var freshDays = 100

  func validate() throws {
    guard (0...36_500).contains(freshDays) else { throw ValidationError("--fresh-days takes 0 to 36500.") }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let database = try context.database()
    let sponsor = try self.sponsor.map { slug in
      try database.read(for: tenant.id) { tx in try SponsorStore(tx).find(slug).slug }
    }
    try context.look(of: tenant)
    let publishing = ReportPublishing(
      tenant, secret: try context.secrets.secret(of: tenant), freshDays: freshDays, ids: context.ids, now: context.now)
    let results = try publishing.publish(sponsor, to: SiteFolder(folder), in: database)
    try context.console.emit(
      ReportPublish.listing, results, output, empty: "no report of tenant \(tenant.slug) was kept yet")
    let written = results.reduce(0) { $0 + $1.written }
    context.recorder?.summary = "\(results.reduce(0) { $0 + $1.reports }) reports, \(written) files written"
    context.console.success(written == 0 ? "nothing has changed" : "\(written) files written below \(folder)")
  }

  private static let listing = Listing<ReportPublishing.Result>(
    schema: "podctl.report.publish/1",
    [
      Column("sponsor", "Sponsor") { .text($0.sponsor.text) },
      Column("path", "Path") { .text($0.path + "/") },
      Column("reports", "Reports", .trailing) { .integer($0.reports) },
      Column("written", "Written", .trailing) { .integer($0.written) },
    ])
}
