import ArgumentParser
import PodctlCore
import PodctlStore

/// Lets an address get mail again.
struct ReportSuppressionRemove: PodctlCommand {
  static let example = "podctl report suppression remove ads@kettle.example --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove an address from the suppression list.",
    discussion: "SendGrid keeps lists of its own, and drops what goes to an address on them: clear it there as well.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The address.", valueName: "address"))
  var address: String

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let address = try MailAddress(typed: address)
    guard try context.database().write(for: tenant.id, { tx in try SuppressionStore(tx).remove(address) }) else {
      return context.console.note("\(address) is not suppressed: nothing changed")
    }
    context.console.success("\(address) gets reports again, where it is on a schedule")
  }
}
