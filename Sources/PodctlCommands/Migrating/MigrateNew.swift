import ArgumentParser
import Foundation
import PodctlCore
import PodctlOperations
import PodctlStore

/// Begins the next migration of a folder.
struct MigrateNew: PodctlCommand {
  static let example = "podctl migrate new add_hosts --dir migrations"
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Create the next migration file in a folder.",
    discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: MigrationOptions
  @Argument(help: "Name of the migration: letters, digits and underscores.")
  var name: String
  @Option(help: "Target database, if the file is for one only.")
  var variant: MigrationVariant?

  func validate() throws {
    if files.folder == nil {
      throw ValidationError("podctl's own migrations are in the binary; name a folder with --dir")
    }
  }

  func run(in context: CommandContext) throws {
    let fileName = try files.source.nextName(name, variant: variant)
    let path = (files.folder ?? ".") + "/" + fileName
    try context.console.keep(
      """
      -- What this changes, and why. docs/migrations.md lists what a line such as "podctl: lock_timeout=3s" may ask for.

      """, at: path)
  }
}

extension MigrationVariant: ExpressibleByArgument {}
