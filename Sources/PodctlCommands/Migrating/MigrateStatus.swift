import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Shows the state of each migration.
struct MigrateStatus: PodctlCommand {
  static let example = "podctl migrate status"
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "List migrations and whether each is applied; exits with 1 if any is pending.",
    discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions

  func run(in context: CommandContext) throws {
    let history = try files.work(in: context).history()
    try context.console.emit(Migrate.listing, history, output, empty: "there are no migrations")
    if history.contains(where: { $0.state == .pending }) { throw ExitCode(ExitStatus.finding.rawValue) }
  }
}
