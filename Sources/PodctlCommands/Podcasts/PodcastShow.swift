import ArgumentParser
import PodctlCore
import PodctlStore

/// Shows one show.
struct PodcastShow: PodctlCommand {
  static let example = "podctl podcast show tide-tables --tenant harbour-network"
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one show and its feed.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The show.", valueName: "slug"))
  var slug: String

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let entry = try context.database().read(for: tenant.id) { tx in
      let podcast = try PodcastStore(tx).find(slug)
      return PodcastEntry(podcast: podcast, episodes: try EpisodeStore(tx).counts()[podcast.id] ?? 0)
    }
    try context.console.emit(PodcastListing.columns("podctl.podcast.show/1"), one: entry, output)
  }
}
