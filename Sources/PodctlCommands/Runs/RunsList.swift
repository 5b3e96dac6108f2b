import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Lists the runs that changed the database or failed to.
struct RunsList: PodctlCommand {
  static let example = "podctl runs list --failed --limit 20"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the runs that changed the database, or failed to, newest first.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Show only runs that failed or never finished.")
  var failed = false
  @Flag(help: "Show runs that started more than --hours ago and never finished, and reports past their deadline.")
  var overdue = false
  @Option(help: ArgumentHelp("Hours after which a run is overdue.", valueName: "hours"))
  var hours = 1
  @Option(help: ArgumentHelp("Show at most N rows.", valueName: "n"))
  var limit = 50
  @Option(help: ArgumentHelp("Show only this tenant's runs.", valueName: "slug"))
  var tenant: String?

  func validate() throws {
    guard (1...100_000).contains(limit) else { throw ValidationError("--limit takes 1 to 100000.") }
    guard (0...8760).contains(hours) else { throw ValidationError("--hours takes 0 to 8760.") }
  }

  func run(in context: CommandContext) throws {
    let slug = try tenant.map { try Slug($0) }
    let runs = try context.database().read { tx in
      try RunStore(tx).newest(
        limit, failedOnly: failed,
        begunBefore: overdue ? context.now.advanced(seconds: Int64(hours) * -3600) : nil, tenant: slug)
    }
    let reports = overdue ? try overdueReports(slug, context) : []
    try context.console.emit(
      RunsList.listing, reports + runs.map { .run($0) }, output,
      empty: overdue ? "no run and no report is overdue" : failed ? "no run has failed" : "no run has been recorded")
  }

  /// A report that is past its deadline should have been a run's work, whether there was a run or not.
  private func overdueReports(_ slug: Slug?, _ context: CommandContext) throws -> [RunLine] {
    let database = try context.database()
    let tenants = try database.read { tx in try TenantStore(tx).all(withArchived: false) }
    return try tenants.filter { slug == nil || $0.slug == slug }.flatMap { tenant in
      try database.read(for: tenant.id) { tx in
        try ReportStanding.all(of: tenant, at: context.now, in: tx).filter(\.isOverdue)
      }.map { .report($0, tenant.slug) }
    }
  }

  /// What older versions wrote down may hold a secret that is not written down any more.
  static let listing = Listing<RunLine>(
    schema: "podctl.runs.list/1",
    [
      Column("id", "Run", inTable: false) { .text($0.run.map { "\($0.id)" }) },
      Column("started_at", "Started") { .instant($0.startedAt) },
      Column("finished_at", "Finished", inTable: false) { .instant($0.run?.finishedAt) },
      Column("seconds", "Seconds", .trailing) { line in
        guard let run = line.run, let end = run.finishedAt else { return .null }
        return .decimal(units: (end.microseconds - run.startedAt.microseconds) / 100_000, digits: 1)
      },
      Column("tenant", "Tenant") { .text($0.tenant?.text) },
      Column("exit", "Exit", .trailing) { .integer($0.run?.exitStatus) },
      Column("error_code", "Error") { .text($0.errorCode) },
      Column("command", "Command") { .text(Redaction.masked($0.command)) },
      Column("summary", "Summary", inTable: false) { .text($0.summary.map { Redaction.masked($0) }) },
    ])
}
