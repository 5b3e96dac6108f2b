import ArgumentParser
import PodctlCore
import PodctlOperations

/// Takes published lists into the database.
struct PodcastFiltersImport: PodctlCommand {
  static let example = "podctl podcast filters import lists --from 2026-11-02"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import published lists of user agents and networks.",
    discussion: """
      PLACE is a folder, a file or an http(s) address. Lists are known by name: opawg's *.runtime.json, the networks of \
      x4bnet and lord-alfred, Private Relay, safe-networks.txt, bad-referrers.txt; docs/filters.md has all. Lists that \
      are not among those given stay in the current set unless --replace is given. With --from, entries that the stored \
      version of a list has not apply from that day on, so that no day before it changes.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var dates: FilterDateOptions
  @Option(help: ArgumentHelp("Kind of list, if the file's or address's name does not tell.", valueName: "name"))
  var `as`: String?
  @Flag(help: "Drop lists of the current set that are not among those given.")
  var replace = false
  @Argument(help: ArgumentHelp("Folders, files or addresses.", valueName: "place"))
  var places: [String]

  func validate() throws {
    if `as` != nil, places.count != 1 { throw ValidationError("--as names one list: give one file or address") }
  }

  func run(in context: CommandContext) throws {
    let dating = try dates.dating()
    let outcome = try context.filterImport().take(places, as: `as`, dating: dating, replacing: replace)
    try context.console.emit(
      FilterImportListing.columns("podctl.podcast.filters.import/1"), outcome.entries, output)
    FilterImportListing.tell(outcome, dating, in: context)
  }
}
