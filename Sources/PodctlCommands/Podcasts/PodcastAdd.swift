import ArgumentParser
import PodctlCore
import PodctlOperations

/// Adds a show by its feed.
struct PodcastAdd: PodctlCommand {
  static let example = "podctl podcast add --tenant harbour-network --feed harbour-hull.xml --if-not-exists"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a show by its feed.",
    discussion: """
      Reads RSS 2.0 with the iTunes and Podcasting 2.0 namespaces. Measuring prefixes in front of the enclosures are \
      taken off to find the paths that the host's logs show. An item that cannot be taken is named, and the others \
      are kept. Feeds over 64 MiB, with entities of their own, or that redirect away from http and https are refused.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Slug, a short name; the default is made from the feed's title.", valueName: "slug"))
  var slug: String?
  @Option(help: ArgumentHelp("Its RSS feed: a file, or an http or https address.", valueName: "file|url"))
  var feed: String
  @Flag(help: "If the show already exists with this feed, update it.")
  var ifNotExists = false

  func run(in context: CommandContext) throws {
    let location = try FeedLocation(typed: feed, workingDirectory: context.environment.workingDirectory)
    let chosen = try slug.map { try Slug($0) }
    let tenant = try context.tenant(owner)
    let outcome = try context.feedSync(for: tenant).add(chosen, location, ifMissing: ifNotExists)
    if let failure = SyncListing.failure(outcome) { throw failure }
    try context.console.emit(SyncListing.columns("podctl.podcast.add/1"), one: outcome, output)
    SyncListing.tell(outcome, output, in: context)
    let slug = outcome.podcast.slug
    context.recorder?.summary = "inserted \(outcome.inserted), rejected \(outcome.rejects.count)"
    guard outcome.isNew else {
      return context.console.note("podcast \(slug) exists already and was brought up to date")
    }
    context.console.success(
      "podcast \(slug) added with \(outcome.inserted) episodes",
      next: ["podctl podcast episodes \(slug) --tenant \(tenant.slug)"])
    try PlanListing.tell(.podcasts, of: tenant, in: context)
  }
}
