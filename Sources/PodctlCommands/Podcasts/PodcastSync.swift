import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlStore

/// Brings shows in line with their feeds.
struct PodcastSync: PodctlCommand {
  static let example = "podctl podcast sync tide-tables --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Update shows from their feeds.",
    discussion: """
      An episode is known again by its GUID. A path once seen is kept, so that logs of the time before a file moved \
      still count. A feed that cannot be read does not keep the others from being synced; the exit status is then that \
      of the first failure.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The shows.", valueName: "slug"))
  var slugs: [String] = []
  @Flag(help: "Update all shows that have a feed.")
  var all = false

  func validate() throws {
    if slugs.isEmpty != all { throw ValidationError("name the shows to sync, or give --all") }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let sync = try context.feedSync(for: tenant)
    let podcasts = try context.database().read(for: tenant.id) { tx in
      let store = PodcastStore(tx)
      return all ? try store.all().filter { $0.feedURL != nil } : try slugs.map { slug in try store.find(slug) }
    }
    var outcomes: [FeedSync.Outcome] = []
    var failures: [PodctlError] = []
    let progress = context.console.beginProgress()
    for podcast in podcasts {
      progress.update("reading the feed of \(podcast.slug)")
      do {
        let outcome = try sync.sync(podcast)
        outcomes.append(outcome)
        if let failure = SyncListing.failure(outcome) { failures.append(failure) }
      } catch let error as PodctlError {
        failures.append(error)
      }
    }
    context.console.endProgress()
    if !outcomes.isEmpty || failures.isEmpty {
      try context.console.emit(
        SyncListing.columns("podctl.podcast.sync/1"), outcomes, output, empty: "no show has a feed")
    }
    for outcome in outcomes { SyncListing.tell(outcome, output, in: context) }
    context.recorder?.summary =
      "inserted \(outcomes.sum(\.inserted)), updated \(outcomes.sum(\.updated)), rejected "
      + "\(outcomes.sum(\.rejects.count)), failed \(failures.count)"
    if let first = failures.first { throw PodcastSync.failure(first, failures, of: podcasts.count) }
  }

  /// The first failure, saying how many others there were.
  private static func failure(_ first: PodctlError, _ failures: [PodctlError], of count: Int) -> PodctlError {
    guard count > 1 else { return first }
    var error = first
    error.message = "\(failures.count) of \(count) feeds could not be synced; the first: \(first.message)"
    return error
  }
}

extension [FeedSync.Outcome] {
  fileprivate func sum(_ count: (Element) -> Int) -> Int { reduce(0) { $0 + count($1) } }
}
