import ArgumentParser
import Foundation
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Finds what was changed in a schema by other hands than its migrations'.
struct MigrateDrift: PodctlCommand {
  static let example = "podctl migrate drift"
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "Compare the schema with what its migrations make; exits with 1 if they differ.",
    discussion: """
      The migrations that are applied here are run in a new database beside this one (on PostgreSQL the role needs the \
      right to create one; on SQLite it lies in memory), and the two catalogs are compared: tables, columns, defaults, \
      constraints, indexes and whether they are valid, policies, grants, functions, triggers, views, enums, extensions. \
      Partitions, what extensions own and the ledger are left out. Nothing is changed; the SQL is a proposal.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions
  @OptionGroup var shadow: ShadowOptions

  @Flag(
    help: """
      Compare with the hash that the last migrate up kept, instead: quick, and no second database is made unless \
      something was changed since.
      """)
  var last = false

  @Option(
    help: ArgumentHelp(
      "Compare with the database whose URL is in this environment variable, instead.", valueName: "variable"))
  var otherEnv: String?

  @Option(help: ArgumentHelp("Compare with a snapshot that --write-snapshot wrote, instead.", valueName: "file"))
  var snapshot: String?

  @Option(help: ArgumentHelp("Write the current schema to a file, and compare nothing.", valueName: "file"))
  var writeSnapshot: String?

  func validate() throws {
    if [otherEnv, snapshot, writeSnapshot].compactMap({ $0 }).count + (last ? 1 : 0) > 1 {
      throw ValidationError("give one of --last, --other-env, --snapshot and --write-snapshot")
    }
  }

  func run(in context: CommandContext) throws {
    let drift = SchemaDrift(
      try files.address(in: context), from: try files.source, shadow: try shadow.address(in: context),
      now: context.environment.now)
    if let writeSnapshot {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try context.console.keep(
        String(decoding: try encoder.encode(drift.snapshot()), as: UTF8.self) + "\n", at: writeSnapshot)
      return
    }
    let since = last ? try drift.sinceLastMigration() : .unknown
    if last { say(since, context.console) }
    if case .same = since { return try context.console.emit(Self.listing, [], output, empty: "no drift") }
    let finding = try finding(drift, context)
    let rows = finding.differences.map { difference in
      Row(
        difference: difference,
        sql: difference.remedy(for: finding.wanted.engine, parts: finding.wanted.objects))
    }
    try context.console.emit(Self.listing, rows, output, empty: "no drift")
    if let error = SchemaDrift.error(of: finding.differences) { throw error }
    guard case .changed = since else { return }
    throw PodctlError(
      .schemaDrifted, "the schema is as its migrations make it, and not as the last of them left it",
      hint: "something that had been changed before was put right; the next migrate up keeps the new state")
  }

  private func say(_ since: SchemaDrift.Since, _ console: Console) {
    switch since {
    case .same(let label): console.note("the schema is as \(label) left it")
    case .changed(let label): console.note("the schema was changed after \(label)")
    case .unknown: console.note("no hash of the schema was kept; comparing with what the migrations make")
    }
  }

  private func finding(_ drift: SchemaDrift, _ context: CommandContext) throws -> SchemaDrift.Finding {
    if let otherEnv {
      guard let text = context.environment[otherEnv] else {
        throw PodctlError(.usage, "the environment has no variable \(otherEnv)", hint: "let it hold the other's URL")
      }
      return try drift.against(DatabaseURL(text))
    }
    guard let snapshot else { return try drift.againstMigrations() }
    guard let data = FileManager.default.contents(atPath: snapshot) else {
      throw PodctlError(.fileNotFound, "there is no file \(snapshot)", context: [.init("path", snapshot)])
    }
    guard let wanted = try? JSONDecoder().decode(SchemaSnapshot.self, from: data) else {
      throw PodctlError(.snapshotInvalid, "\(snapshot) is no snapshot of a schema", hint: "--write-snapshot writes one")
    }
    return try drift.finding(against: wanted)
  }

  struct Row: Sendable {
    var difference: SchemaDifference
    var sql: String?
  }

  static let listing = Listing<Row>(
    schema: "podctl.migrate.drift/1",
    [
      Column("change", "Change") { .text($0.difference.change.rawValue) },
      Column("kind", "Kind") { .text($0.difference.object.kind.rawValue) },
      Column("table", "Table") { .text($0.difference.object.parent.isEmpty ? nil : $0.difference.object.parent) },
      Column("name", "Name") { .text($0.difference.object.name) },
      Column("detail", "Difference") { .text($0.difference.detail) },
      Column("sql", "Proposed SQL", inTable: false) { .text($0.sql) },
    ])
}
