import ArgumentParser
import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlRender

/// Says why one line of a log was counted or not.
struct PodcastExplain: PodctlCommand {
  static let example = "podctl podcast explain --episodes episodes.csv access.log:1"
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain why a log line was counted or not.",
    discussion: """
      With a tenant, the line is explained from its file, from the recorded files of the same time that still lie where \
      they lay, and from what the database holds of its listener, with the lists that ingest counts with now. With --episodes it is explained from logs alone.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var logOptions: LogOptions

  @Option(help: ArgumentHelp("File of episodes with paths and sizes, instead of a tenant.", valueName: "file"))
  var episodes: String?

  @OptionGroup var counting: CountingOptions

  @Argument(help: ArgumentHelp("Log file and line number.", valueName: "log:line"))
  var place: String

  @Argument(help: ArgumentHelp("With --episodes: other logs of the same time.", valueName: "log"))
  var others: [String] = []

  func validate() throws {
    if episodes == nil, !others.isEmpty {
      throw ValidationError("a tenant's files are known: name other logs with --episodes only")
    }
    if episodes == nil, counting.isBeyondLists {
      throw ValidationError(
        "a tenant has its own rules, zone and safe list: of how to count, only --lists can be named")
    }
    if episodes != nil, owner.tenant != nil { throw ValidationError("give either --tenant or --episodes") }
  }

  func run(in context: CommandContext) throws {
    let (log, number) = try LogPlace.read(place)
    if let episodes { return try offline(episodes, log, number, context) }
    let tenant = try context.tenant(owner)
    let explaining = try StoredExplaining(
      tenant: tenant, keys: context.listenerKeys(of: tenant),
      lists: context.countingLists(of: tenant, folders: counting.lists).lists,
      formats: logOptions.choice(), database: context.database(),
      threads: ProcessInfo.processInfo.activeProcessorCount)
    let explanation = try explaining.explain(line: number, of: log)
    try context.console.emit(LineExplanationListing.stored, one: explanation, output)
    if !output.chosen.isMachine { for remark in explanation.remarks { context.console.note(remark) } }
  }

  private func offline(_ episodes: String, _ log: String, _ number: Int, _ context: CommandContext) throws {
    var counter = DownloadCounter(
      try EpisodeFile.read(episodes), lists: try counting.filterLists(), rules: counting.rules,
      zone: try counting.countingZone(), threads: ProcessInfo.processInfo.activeProcessorCount)
    counter.formats = try logOptions.choice()
    let sources = try logOptions.inputs([log] + others, in: context).sources
    let explanation = try counter.explain(line: number, of: LogSource(word: log), in: sources)
    try context.console.emit(LineExplanationListing.listing, one: explanation, output)
  }
}

/// `LOG:LINE`, where the log's name may hold colons.
enum LogPlace {
  static func read(_ text: String) throws(PodctlError) -> (log: String, line: Int) {
    guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]), line > 0 else {
      throw PodctlError(
        .usage, "\"\(text)\" is no line of a log", hint: "write the log and the line's number: cdn.log.gz:1207")
    }
    return (String(text[..<colon]), line)
  }
}
