import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists a show's episodes with the paths that its logs are searched for.
struct PodcastEpisodes: PodctlCommand {
  static let example = "podctl podcast episodes tide-tables --tenant harbour-network --limit 5"
  static let configuration = CommandConfiguration(
    commandName: "episodes", abstract: "List a show's episodes, newest first.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The show.", valueName: "slug"))
  var slug: String
  @Option(help: ArgumentHelp("Show at most N rows.", valueName: "n"))
  var limit: Int?
  @Option(help: ArgumentHelp("Skip the first N rows.", valueName: "n"))
  var offset = 0

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
    if offset < 0 { throw ValidationError("--offset cannot be negative") }
  }

  /// An episode with its paths, the current ones first.
  struct Entry: Sendable {
    var episode: Episode
    var paths: [EpisodePath]
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let (entries, total) = try context.database().read(for: tenant.id) { tx in
      let podcast = try PodcastStore(tx).find(slug)
      let store = EpisodeStore(tx)
      let episodes = try store.list(of: podcast.id, limit: limit ?? .max, offset: offset)
      // A page of a long show needs only its own paths.
      let found = episodes.count <= 500 ? try store.paths(of: episodes.map(\.id)) : try store.paths(of: podcast.id)
      let paths = Dictionary(grouping: found, by: \.episode)
      let entries = episodes.map { Entry(episode: $0, paths: paths[$0.id] ?? []) }
      return (entries, try store.counts()[podcast.id] ?? 0)
    }
    try context.console.emit(
      PodcastEpisodes.listing, entries, output, meta: [.init("total", .integer(total))],
      empty: "no episodes; bring the show up to date with: podctl podcast sync \(slug) --tenant \(tenant.slug)")
  }

  private static var listing: Listing<Entry> {
    Listing(
      schema: "podctl.podcast.episodes/1",
      [
        Column("episode", "GUID") { .text($0.episode.guid) },
        Column("title", "Title") { .text($0.episode.title) },
        Column("published_at", "Published") { .instant($0.episode.publishedAt) },
        Column("seconds", "Seconds", .trailing) { .integer($0.episode.durationSeconds) },
        Column("path", "Path") { .text($0.paths.first { $0.isCurrent }?.path) },
        Column("bytes", "Bytes", .trailing) { .integer($0.paths.first { $0.isCurrent }?.bytes) },
        Column("kbps", "kbit/s", .trailing, inTable: false) { .integer($0.episode.kbps) },
        Column("header_bytes", "Header bytes", .trailing, inTable: false) { .integer($0.episode.headerBytes) },
        Column("paths", "Paths", inTable: false) { .list($0.paths.map(path)) },
        Column("id", "Id", inTable: false) { .text($0.episode.id.description) },
        Column("created_at", "Created", inTable: false) { .instant($0.episode.createdAt) },
        Column("updated_at", "Updated", inTable: false) { .instant($0.episode.updatedAt) },
      ])
  }

  private static func path(_ path: EpisodePath) -> FieldValue {
    .object([
      .init("path", .text(path.path)), .init("bytes", .integer(path.bytes)),
      .init("media_type", .text(path.mediaType)), .init("is_current", .boolean(path.isCurrent)),
      .init("first_seen_at", .instant(path.firstSeenAt)),
    ])
  }
}
