import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Schema migrations: what is applied, what is pending, and the way from one to the other.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring a database's schema up to date.",
    subcommands: [MigrateUp.self, MigrateStatus.self, MigratePlan.self, MigrateDrift.self, MigrateLint.self])

  static let listing = Listing<Migration>(
    schema: "podctl.migrate.list/1",
    [
      Column("version", "Version", .trailing) { .text(Migrate.padded($0.version)) },
      Column("name", "Name") { .text($0.name) },
      Column("state", "State") { .text($0.state.rawValue) },
      Column("applied_at", "Applied") { .instant($0.appliedAt) },
      Column("duration_ms", "ms", .trailing) { .integer($0.durationMilliseconds) },
      Column("checksum", "Checksum", inTable: false) { .text($0.checksum) },
    ])

  /// A version as file names write it: `0003`.
  static func padded(_ version: Int64) -> String {
    let digits = String(version)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Which files: podctl's own, or another project's.
struct MigrationOptions: ParsableArguments {
  @Option(
    name: .customLong("dir"),
    help: ArgumentHelp(
      """
      A folder of NNNN_name.sql files of another project, with a ledger of its own (podctl_schema_migrations); \
      without it, podctl's own migrations.
      """, valueName: "folder"))
  var folder: String?

  var source: MigrationSource { folder.map { MigrationSource.folder($0) } ?? .embedded }

  func work(in context: CommandContext) throws -> SchemaMigrating {
    SchemaMigrating(try context.settings.address(), from: source, now: context.environment.now)
  }
}
