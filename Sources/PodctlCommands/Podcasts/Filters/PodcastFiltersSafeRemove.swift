import ArgumentParser
import PodctlCore
import PodctlOperations

/// Takes a network off a tenant's safe list.
struct PodcastFiltersSafeRemove: PodctlCommand {
  static let example = "podctl podcast filters safe remove 192.0.2.0/24 --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a network off the safe list.",
    discussion: "The lists hold for it again; what was counted before changes with a recount.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("A network of the safe list.", valueName: "network"))
  var network: String

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    guard try SafeNetworkKeeping.remove(network, of: tenant, in: context.database()) else {
      return context.console.note("\(network) is not on the safe list of tenant \(tenant.slug): nothing changed")
    }
    context.console.success(
      "\(network) is off the safe list", next: ["podctl podcast filters safe list --tenant \(tenant.slug)"])
  }
}
