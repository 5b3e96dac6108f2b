import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Puts a shared address on a tenant's safe list.
struct PodcastFiltersSafeAdd: PodctlCommand {
  static let example =
    "podctl podcast filters safe add 192.0.2.0/24 --tenant harbour-network --note 'Ferry company, ships on one address'"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put a shared address on the safe list.",
    discussion: """
      Its requests are never datacenter and never volume. Each entry must be looked at again every 90 days; one that was \
      not is an alarm of ingest and doctor, and applies all the same. Adding an entry that is there looks at it again. \
      What was counted before changes with a recount.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: "Who uses the network, and how you know.")
  var note: String?
  @Argument(help: ArgumentHelp("Network, or a single address.", valueName: "network"))
  var network: String

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let (added, isNew) = try SafeNetworkKeeping.add(
      network, note: note, to: tenant, in: context.database(), now: context.now)
    if output.chosen.isMachine {
      try context.console.emit(
        SafeNetworkListing.columns("podctl.podcast.filters.safe.add/1", now: context.now), one: added, output)
    }
    context.console.success(
      isNew
        ? "\(added.network) is on the safe list; look at it again by \(Zone.utc.day(of: added.dueAt))"
        : "\(added.network) was on the safe list and has been looked at again",
      next: ["podctl podcast filters diff --tenant \(tenant.slug) --since DAY"])
  }
}
