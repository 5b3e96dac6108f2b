import ArgumentParser
import PodctlCore
import PodctlOperations

/// Writes down that safe networks were looked at again.
struct PodcastFiltersSafeRenew: PodctlCommand {
  static let example = "podctl podcast filters safe renew --all --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: "Record that a safe network was reviewed and still has real listeners.",
    discussion: "It is good for 90 days more. Counts do not change, nor does the lists' version.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Flag(help: "All networks of the safe list.")
  var all = false
  @Argument(help: ArgumentHelp("A network of the safe list.", valueName: "network"))
  var network: String?

  func validate() throws {
    if (network == nil) != all { throw ValidationError("name a network, or give --all") }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let renewed = try SafeNetworkKeeping.renew(network, of: tenant, in: context.database(), now: context.now)
    context.recorder?.summary = "\(renewed) safe networks renewed"
    guard renewed > 0 else { return context.console.note("the safe list of tenant \(tenant.slug) is empty") }
    context.console.success(
      "\(renewed) \(renewed == 1 ? "network" : "networks") looked at again",
      next: ["podctl podcast filters safe list --tenant \(tenant.slug)"])
  }
}
