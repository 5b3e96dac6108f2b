import ArgumentParser
import PodctlCore
import PodctlStore

/// Lists a tenant's safe networks.
struct PodcastFiltersSafeList: PodctlCommand {
  static let example = "podctl podcast filters safe list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the safe list, and which entries are due for review.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let networks = try context.database().read(for: tenant.id) { tx in try SafeNetworkStore(tx).all() }
    try context.console.emit(
      SafeNetworkListing.columns("podctl.podcast.filters.safe.list/1", now: context.now), networks, output,
      empty: "no network is on the safe list")
    let stale = networks.count { $0.isStale(at: context.now) }
    if stale > 0 {
      context.console.warn(
        "\(stale) \(stale == 1 ? "entry was" : "entries were") not looked at for \(SafeNetwork.daysValid) days: podctl"
          + " podcast filters safe renew --tenant \(tenant.slug) NETWORK, or safe remove")
    }
  }
}
