import ArgumentParser
import PodctlCore
import PodctlStore

/// Shows one tenant with its people and the size of what it has.
struct TenantShow: PodctlCommand {
  static let example = "podctl tenant show harbour-network"
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one tenant.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("The tenant.", valueName: "slug"))
  var slug: String

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try TenantStore.find(slug: slug, in: database)
    let detail = try database.read(for: tenant.id) { tx in
      let counts = try EpisodeStore(tx).counts()
      return TenantListing.Detail(
        tenant: tenant, users: try UserStore(tx).all(), podcasts: try PodcastStore(tx).all().count,
        episodes: counts.values.reduce(0, +))
    }
    try context.console.emit(TenantListing.detail, one: detail, output)
  }
}
