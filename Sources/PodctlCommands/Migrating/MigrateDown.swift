import ArgumentParser
import Foundation
import PodctlCore
import PodctlOperations
import PodctlRender

/// Undoes the newest applied step of a folder.
struct MigrateDown: PodctlCommand {
  static let example = "podctl migrate down --dir migrations"
  static let configuration = CommandConfiguration(
    commandName: "down", abstract: "Undo the newest applied migration by its down section.",
    discussion: """
      Only a file with a section "-- podctl: down" can be undone, one at a time, the newest first; what it made is lost. \
      The file's name must be typed, or given with --confirm.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions
  @OptionGroup var waits: MigrationWaits
  @Option(
    help: ArgumentHelp("Skip the prompt; must equal the step to undo, such as 0007_spots.", valueName: "name"))
  var confirm: String?

  func validate() throws { try waits.refuseSkipping() }

  func run(in context: CommandContext) throws {
    let work = try files.work(in: context)
    guard let newest = try work.newest() else {
      return try context.console.emit(Migrate.listing, [], output, empty: "nothing is applied")
    }
    guard newest.hasDown else {
      throw PodctlError(
        .downMissing, "\(newest.step.fileName) has no section \"-- podctl: down\"",
        hint: "write a new migration that undoes it", context: [.init("file", newest.step.fileName)])
    }
    try context.confirm(
      "\(newest.step.label) will be undone, and what it made is lost.", losing: newest.step.label, confirm)
    let undone = try work.down(newest.step.label, waits.rules())
    context.console.note("undid \(undone.label)")
    try context.console.emit(Migrate.listing, [undone], output, empty: "nothing is applied")
  }
}
