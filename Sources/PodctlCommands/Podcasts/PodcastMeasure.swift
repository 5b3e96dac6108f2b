import ArgumentParser
import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlRender

/// Counts downloads in log files and stores nothing.
struct PodcastMeasure: PodctlCommand {
  static let example = "podctl podcast measure --episodes episodes.csv --zone Europe/Berlin access.log"
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Count downloads in CDN logs, without a database.",
    discussion: """
      Counts by the IAB's guidelines (PTMG 2.3; podctl is not certified): one download for each listener, episode and \
      window that had a minute of audio, without bots, probes and data centres. Logs are those of CloudFront, S3, \
      nginx, Apache, Cloudflare, Bunny, OP3, Megaphone or any table, plain, gzip or zstd; each is known by its first \
      lines. EPISODES has the columns path,episode,bytes,seconds,kbps,header_bytes.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var logOptions: LogOptions

  @Option(help: ArgumentHelp("CSV or TSV file of episodes with paths and sizes.", valueName: "file"))
  var episodes: String

  @OptionGroup var counting: CountingOptions
  @OptionGroup var comparing: ComparisonOptions

  @Flag(help: "Show lines by reason, instead of downloads.")
  var reasons = false

  @Option(
    help: ArgumentHelp("Explain why one line was counted or not, instead of showing downloads.", valueName: "log:line"))
  var explain: String?

  @Argument(help: ArgumentHelp("Log files, folders or patterns in quotes; - is standard input.", valueName: "log"))
  var logs: [String]

  func validate() throws {
    if logs.filter({ $0 == "-" }).count > 1 { throw ValidationError("- can be given once") }
    if reasons, explain != nil { throw ValidationError("give either --reasons or --explain") }
    let compares = comparing.isComparing || comparing.against != nil
    if explain != nil, compares { throw ValidationError("--explain goes with neither --compare nor --against") }
    if reasons, comparing.against != nil { throw ValidationError("give either --reasons or --against") }
  }

  func run(in context: CommandContext) throws {
    let lists = try counting.filterLists()
    let catalogue = try EpisodeFile.read(episodes)
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var counter = DownloadCounter(
      catalogue, lists: lists, rules: counting.rules, zone: try counting.countingZone(), threads: threads)
    counter.formats = try logOptions.choice()
    let sources = try logOptions.inputs(logs, in: context).sources
    if comparing.isComparing { return try compare(counter, sources, in: context) }
    if let against = comparing.against { return try compare(counter, sources, against: against, in: context) }
    if let explain {
      let (log, line) = try LogPlace.read(explain)
      let explanation = try counter.explain(line: line, of: LogSource(word: log), in: sources)
      try context.console.emit(LineExplanationListing.listing, one: explanation, output)
      return
    }
    let readable = try counter.countReadable(sources)
    let count = readable.count
    var leftOut = LeftOutLogs(of: sources.count)
    for fault in readable.leftOut { try leftOut.add(fault, context) }
    for warning in count.warnings { context.console.warn(warning) }
    if reasons {
      try context.console.emit(Self.reasonListing, count.ledger.rows, output, meta: meta(count), empty: "no lines")
    } else {
      try context.console.emit(Self.downloadListing, count.rows, output, meta: meta(count), empty: "no downloads")
    }
    context.console.note(CountingClaim(count.rules).line)
    if count.rules != .standard { context.console.note("counted by \(count.rules.name) in \(count.zone)") }
    context.console.note("lists \(lists.version): \(lists.description)")
    try leftOut.tell()
  }

  private func meta(_ count: DownloadCount) -> [FieldValue.Entry] {
    [
      .init("rules", .text(CountingClaim(count.rules).standing)), .init("profile", .text(count.rules.profile.rawValue)),
      .init("window", .text(count.rules.window.rawValue)), .init("zone", .text(count.zone.identifier)),
      .init("volume_limit", .integer(count.rules.volumeLimit)), .init("lists", .text(count.lists.sha256)),
      .init("lines", .integer(count.ledger.total)),
    ]
  }

  static var downloadListing: Listing<DownloadCount.Row> {
    Listing(
      schema: "podctl.podcast.measure/1",
      [
        Column("episode", "Episode") { .text($0.episode) },
        Column("day", "Day") { .day($0.day) },
        Column("downloads", "Downloads", .trailing) { .integer($0.downloads) },
      ])
  }

  static var reasonListing: Listing<(reason: LineReason, lines: Int64)> {
    Listing(
      schema: "podctl.podcast.reasons/1",
      [
        Column("reason", "Reason") { .text($0.reason.rawValue) },
        Column("lines", "Lines", .trailing) { .integer($0.lines) },
      ])
  }
}
