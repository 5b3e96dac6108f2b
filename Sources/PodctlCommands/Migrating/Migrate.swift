import ArgumentParser
import Foundation
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Schema migrations: what is applied, what is pending, and the way from one to the other.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring a database's schema up to date.",
    subcommands: [
      MigrateUp.self, MigrateStatus.self, MigratePlan.self, MigrateLint.self, MigrateVerify.self, MigrateDrift.self,
      MigrateCI.self, MigrateBaseline.self, MigrateRepair.self, MigrateNew.self, MigrateSnapshot.self,
      MigrateDown.self, MigratePartitions.self, MigrateDistribute.self,
    ])

  static let listing = Listing<Migration>(
    schema: "podctl.migrate.list/1",
    [
      Column("version", "Version", .trailing) { .text($0.kind == .versioned ? Migration.padded($0.version) : nil) },
      Column("name", "Name") { .text($0.name) },
      Column("state", "State") { .text($0.state.rawValue) },
      Column("applied_at", "Applied") { .instant($0.appliedAt) },
      Column("duration_ms", "ms", .trailing) { .integer($0.durationMilliseconds) },
      Column("checksum", "Checksum", inTable: false) { .text($0.checksum) },
    ])
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

  @Option(
    help: ArgumentHelp(
      "With --dir: table that holds its history, as NAME or SCHEMA.NAME.", valueName: "name"))
  var ledger: String?

  func validate() throws {
    if ledger != nil, folder == nil { throw ValidationError("--ledger names the ledger of a folder: add --dir") }
  }

  var source: MigrationSource {
    get throws(PodctlError) {
      guard let folder else { return .embedded }
      guard let ledger else { return .folder(folder) }
      return .folder(folder, try MigrationLedger(named: ledger))
    }
  }

  /// Where migrations run: the owner's connection of PODCTL_MIGRATE_URL, unless --database names another.
  func address(in context: CommandContext) throws -> DatabaseURL {
    guard let owner = context.environment["PODCTL_MIGRATE_URL"], !context.settings.databaseURL.isFlag else {
      return try context.settings.address()
    }
    return try DatabaseURL(owner)
  }

  /// podctl's own schema, for a verb that no folder of files has a say in.
  static func own(in context: CommandContext) throws -> SchemaMigrating {
    try MigrationOptions.parse([]).work(in: context)
  }

  func work(in context: CommandContext) throws -> SchemaMigrating {
    SchemaMigrating(
      try address(in: context), from: try source, by: Migrate.agent, now: context.environment.now)
  }
}

extension Migrate {
  /// Who runs, for the ledger.
  static var agent: MigrationAgent {
    MigrationAgent(
      version: Podctl.configuration.version,
      runner: "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)")
  }
}

extension Setting {
  fileprivate var isFlag: Bool { if case .flag = origin { true } else { false } }
}
