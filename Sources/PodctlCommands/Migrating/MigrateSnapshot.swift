import ArgumentParser
import Foundation
import PodctlCore
import PodctlOperations

/// Writes the schema down as it stands.
struct MigrateSnapshot: PodctlCommand {
  static let example = "podctl migrate snapshot"
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Write the current schema, for migrate drift --snapshot.",
    discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: MigrationOptions
  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var out: String?

  func run(in context: CommandContext) throws {
    let drift = SchemaDrift(
      try files.address(in: context), from: try files.source, now: context.environment.now)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    let text = String(decoding: try encoder.encode(drift.snapshot()), as: UTF8.self) + "\n"
    if let out { try context.console.keep(text, at: out) } else { try context.console.data(text) }
  }
}
