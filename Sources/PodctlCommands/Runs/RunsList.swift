import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists the runs that changed the database or failed to.
struct RunsList: PodctlCommand {
  static let example = "podctl runs list --failed --limit 20"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the runs that changed the database, or failed to, newest first.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Only those that failed or never ended.")
  var failed = false
  @Flag(help: "Only those that began more than --hours ago and never ended.")
  var overdue = false
  @Option(help: ArgumentHelp("Hours after which a run is overdue.", valueName: "hours"))
  var hours = 1
  @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit = 50
  @Option(help: ArgumentHelp("Only those for one tenant.", valueName: "slug"))
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
    try context.console.emit(
      RunsList.listing, runs, output,
      empty: overdue ? "no run is overdue" : failed ? "no run has failed" : "no run has been recorded")
  }

  static let listing = Listing<Run>(
    schema: "podctl.runs.list/1",
    [
      Column("id", "Run", inTable: false) { .text("\($0.id)") },
      Column("started_at", "Started") { .instant($0.startedAt) },
      Column("finished_at", "Finished", inTable: false) { .instant($0.finishedAt) },
      Column("seconds", "Seconds", .trailing) { run in
        run.finishedAt.map { end in
          .decimal(units: (end.microseconds - run.startedAt.microseconds) / 100_000, digits: 1)
        } ?? .null
      },
      Column("tenant", "Tenant") { .text($0.tenant?.text) },
      Column("exit", "Exit", .trailing) { .integer($0.exitStatus) },
      Column("error_code", "Error") { .text($0.errorCode) },
      Column("command", "Command") { .text($0.command) },
      Column("summary", "Summary", inTable: false) { .text($0.summary) },
    ])
}
