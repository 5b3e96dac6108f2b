import ArgumentParser
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows the lists that counts go by.
struct PodcastFiltersShow: PodctlCommand {
  static let example = "podctl podcast filters show"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the filter lists in use, or the entries of one.",
    discussion: """
      Without a name, the lists of the current set: hash, entries, and the days since each was read. --sets shows every \
      set that was in use instead, newest first.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Show every set of lists that was in use.")
  var sets = false
  @Argument(help: ArgumentHelp("Show the entries of this list.", valueName: "name"))
  var name: String?

  func validate() throws {
    if sets, name != nil { throw ValidationError("give either a name or --sets") }
  }

  func run(in context: CommandContext) throws {
    let database = try context.database()
    if sets {
      let all = try database.read { tx in try FilterSetStore(tx).all() }
      return try context.console.emit(Self.setListing, all, output, empty: "no set of lists is stored")
    }
    let current = try context.countingLists(of: nil, folders: [])
    if let name {
      let entries = try current.entries(of: name)
      return try context.console.emit(Self.entryListing, entries, output)
    }
    let now = context.now
    let rows = current.lists.sources.map { source in
      let stored = current.set?.lists.first { $0.name == source.name }
      return Row(
        source: source, place: stored.map { FilterImportListing.shown($0.source) }, readAt: stored?.readAt,
        days: stored.map { max(0, now.seconds - $0.readAt.seconds) / 86_400 })
    }
    try context.console.emit(
      Self.listing, rows, output,
      meta: [.init("version", .text(current.lists.version)), .init("origin", .text(current.originText))])
    context.console.note("lists \(current.lists.version), \(current.originText)")
  }

  struct Row: Sendable {
    var source: FilterLists.Source
    var place: String?
    var readAt: Instant?
    var days: Int64?
  }

  static var listing: Listing<Row> {
    Listing(
      schema: "podctl.podcast.filters.show/1",
      [
        Column("list", "List") { .text($0.source.name) },
        Column("entries", "Entries", .trailing) { .integer($0.source.entries) },
        Column("hash", "Hash") { .text(String($0.source.sha256.prefix(12))) },
        Column("age_days", "Days since read", .trailing) { .integer($0.days) },
        Column("is_old", "Old", inTable: false) { row in
          row.days.map { .boolean($0 > Int64(CountingLists.daysFresh)) } ?? .null
        },
        Column("read_at", "Read", inTable: false) { .instant($0.readAt) },
        Column("sha256", "SHA-256", inTable: false) { .text($0.source.sha256) },
        Column("source", "Source", inTable: false) { .text($0.place) },
      ])
  }

  static var entryListing: Listing<ListEntries.Entry> {
    Listing(
      schema: "podctl.podcast.filters.entries/1",
      [
        Column("entry", "Entry") { .text($0.parts[0]) },
        Column("pattern", "Pattern") { .text($0.parts.count > 1 ? $0.parts[1] : nil) },
        Column("from", "From") { .day($0.from) },
      ])
  }

  static var setListing: Listing<FilterSet> {
    Listing(
      schema: "podctl.podcast.filters.sets/1",
      [
        Column("version", "Version") { .text($0.version) },
        Column("imported_at", "Since") { .instant($0.importedAt) },
        Column("is_current", "Current") { .boolean($0.isCurrent) },
        Column("lists", "Lists", .trailing) { .integer($0.lists.count) },
        Column("source", "Source") { .text(FilterImportListing.shown($0.source)) },
      ])
  }
}
