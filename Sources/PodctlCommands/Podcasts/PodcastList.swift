import ArgumentParser
import PodctlCore
import PodctlStore

/// Lists a tenant's shows.
struct PodcastList: PodctlCommand {
  static let example = "podctl podcast list --tenant harbour-network"
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List shows.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let entries = try context.database().read(for: tenant.id) { tx in
      let counts = try EpisodeStore(tx).counts()
      return try PodcastStore(tx).all().map { PodcastEntry(podcast: $0, episodes: counts[$0.id] ?? 0) }
    }
    try context.console.emit(
      PodcastListing.columns("podctl.podcast.list/1"), entries, output,
      empty: "no shows; add one with: podctl podcast add --tenant \(tenant.slug) --feed FILE|URL")
  }
}
