import ArgumentParser
import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlRender

/// Says what today's lists would change.
struct PodcastFiltersDiff: PodctlCommand {
  static let example = "podctl podcast filters diff --tenant harbour-network --since 2026-10-01"
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show how the current lists would change past counts.",
    discussion: """
      Reads the tenant's recorded logs again, with the lists that each was counted with and with today's (or those of \
      --lists), and compares show by show. It changes nothing; podctl podcast ingest --again does. A log that is no \
      longer there is said and left out.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("The first day to compare.", valueName: "day"))
  var since: String
  @Option(help: ArgumentHelp("Folder of lists to compare with, instead of the current ones.", valueName: "dir"))
  var lists: [String] = []
  @Flag(help: "Show the entries that make the difference, instead of shows.")
  var entries = false

  func run(in context: CommandContext) throws {
    guard let day = Day(since) else {
      throw PodctlError(.invalidDate, "\"\(since)\" is no date", hint: "write it as 2026-10-01")
    }
    let tenant = try context.tenant(owner)
    let counting = try context.countingLists(of: tenant, folders: lists)
    let progress = context.console.beginProgress()
    progress.update("reading the recorded logs again")
    let diff = try FilterDiff(
      of: tenant, since: day, lists: counting, in: context.database(),
      threads: ProcessInfo.processInfo.activeProcessorCount)
    context.console.endProgress()
    for file in diff.skipped { context.console.warn("\(file.path) is left out: \(file.reason)") }
    if entries {
      try context.console.emit(Self.entryListing, diff.entries, output, empty: "no entry makes a difference")
    } else {
      try context.console.emit(Self.listing, diff.rows, output)
    }
    tell(diff, day, counting, in: context)
  }

  private func tell(_ diff: FilterDiff, _ day: Day, _ counting: CountingLists, in context: CommandContext) {
    guard diff.files > 0 else { return context.console.note("no recorded log has lines since \(day)") }
    let change = diff.total.permille.map { "\(HostComparisonListing.signed($0)) %" } ?? "from nothing"
    context.console.note(
      "with lists \(counting.lists.version), downloads since \(day) would change by \(change)"
        + " (\(FixedPoint.grouped(diff.total.theirs)) to \(FixedPoint.grouped(diff.total.ours))),"
        + " over \(diff.files) \(diff.files == 1 ? "log" : "logs")")
    if diff.versions > 1 {
      context.console.note(
        "the logs were counted with \(diff.versions) versions of the lists and are compared version by version")
    }
    guard !entries else { return }
    for change in diff.entries.prefix(10) {
      context.console.note("  \(change.entry): \(change.lines > 0 ? "+" : "")\(FixedPoint.grouped(change.lines)) lines")
    }
  }

  private static let listing = Listing<FilterDiff.Row>(
    schema: "podctl.podcast.filters.diff/1",
    [
      Column("podcast", "Podcast") { .text($0.podcast?.text ?? "total") },
      Column("counted", "Counted", .trailing) { .integer($0.gap.theirs) },
      Column("would_count", "Would count", .trailing) { .integer($0.gap.ours) },
      Column("difference", "Difference", .trailing) { .integer($0.gap.ours - $0.gap.theirs) },
      Column("difference_percent", "%", .trailing) { row in
        row.gap.permille.map { .decimal(units: $0, digits: 1) } ?? .null
      },
    ])

  private static let entryListing = Listing<ListDifference>(
    schema: "podctl.podcast.filters.diff-entries/1",
    [
      Column("entry", "Entry") { .text($0.entry) },
      Column("lines", "Lines", .trailing) { .integer($0.lines) },
    ])
}
