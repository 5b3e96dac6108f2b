import ArgumentParser
import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlRender
import PodctlStore

/// Where demo files go, and how a demo is told.
struct DemoOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Folder for the generated files; the default is in podctl's data folder.", valueName: "dir"))
  var directory: String?

  func pipeline(_ demo: Tenant.Demo, in context: CommandContext) throws -> DemoPipeline {
    let environment = context.environment
    var folder = directory ?? environment.dataDirectory + "/demo"
    if !folder.hasPrefix("/") { folder = environment.workingDirectory + "/" + folder }
    // Nine in the morning of the anchor: what the demo holds does not depend on when it is made.
    let now = Zone.utc.start(of: demo.anchor).advanced(seconds: 9 * 3600)
    let words = ["\(demo.seed)", "\(demo.anchor)", "\(demo.weeks)"]
    return DemoPipeline(
      demo, folder: folder, database: try context.database(), secrets: context.secrets,
      lists: try FilterLists.builtIn(),
      ids: { step in SeededIdentifiers(seed: "demo", words: words + [step], now: { now }) }, now: now,
      threads: ProcessInfo.processInfo.activeProcessorCount,
      readOrder: { path in try OrderFileReading.read(path, map: []) })
  }

  static let listing = Listing<DemoPipeline.Outcome>(
    schema: "podctl.tenant.seed/1",
    [
      Column("tenant", "Tenant") { .text($0.tenant.slug.text) },
      Column("kind", "Kind") { .text($0.tenant.kind.rawValue) },
      Column("zone", "Zone") { .text($0.tenant.zone.identifier) },
      Column("podcasts", "Podcasts", .trailing) { .integer($0.podcasts) },
      Column("logs", "Logs", .trailing) { .integer($0.files) },
      Column("lines", "Lines", .trailing) { .integer($0.lines) },
      Column("downloads", "Downloads", .trailing) { .integer($0.downloads) },
      Column("sponsors", "Sponsors", inTable: false) { outcome in
        .list(
          outcome.sponsors.map {
            .object([.init("sponsor", .text($0.slug)), .init("shows", .text($0.shows))])
          })
      },
      Column("late_logs", "Late logs", inTable: false) { .list($0.lateLogs.map { .text($0) }) },
    ])

  /// What each sponsor is there to show, for people.
  static func tell(_ outcomes: [DemoPipeline.Outcome], in context: CommandContext) {
    for outcome in outcomes {
      for sponsor in outcome.sponsors {
        context.console.note("\(outcome.tenant.slug)/\(sponsor.slug): \(sponsor.shows)")
      }
      for log in outcome.lateLogs { context.console.note("\(outcome.tenant.slug): a log that comes late is \(log)") }
    }
  }
}
