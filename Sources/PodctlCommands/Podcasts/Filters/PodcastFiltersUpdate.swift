import ArgumentParser
import PodctlCore
import PodctlOperations

/// Reads the stored lists from their sources again.
struct PodcastFiltersUpdate: PodctlCommand {
  static let example = "podctl podcast filters update"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Read the stored lists from their sources again.",
    discussion: """
      A source that cannot be read keeps no other from being read, and its list stays as it was; the exit status is \
      then that of the first failure. Lists that were not read for more than 180 days are an alarm of ingest and doctor.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var dates: FilterDateOptions

  func run(in context: CommandContext) throws {
    let dating = try dates.dating()
    let outcome = try context.filterImport().update(dating: dating)
    try context.console.emit(
      FilterImportListing.columns("podctl.podcast.filters.update/1"), outcome.entries, output,
      empty: "no lists are stored: podctl podcast filters import DIR")
    if outcome.version != nil { FilterImportListing.tell(outcome, dating, in: context) }
    let failures = outcome.entries.compactMap(\.failure)
    guard var first = failures.first else { return }
    if outcome.entries.count > 1 {
      first.message =
        "\(failures.count) of \(outcome.entries.count) lists could not be read; the first: \(first.message)"
    }
    throw first
  }
}
