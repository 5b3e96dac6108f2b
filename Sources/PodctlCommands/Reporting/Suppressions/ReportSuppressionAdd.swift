import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Has an address get no more mail.
struct ReportSuppressionAdd: PodctlCommand {
  static let example =
    "podctl report suppression add ads@kettle.example --tenant harbour-network --reason 'asked by phone'"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an address to the suppression list: it gets no more reports.",
    discussion: "The address stays on its schedules. Where it is suppressed already, the first reason stays.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The address.", valueName: "address"))
  var address: String
  @Option(help: "Reason, kept on record.")
  var reason = "added by hand"

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let address = try MailAddress(typed: address)
    let (isNew, kept) = try context.database().write(for: tenant.id) { tx in
      let store = SuppressionStore(tx)
      let isNew = try store.add(.init(address: address, reason: reason, since: context.now))
      return (isNew, try store.find(address))
    }
    if output.chosen.isMachine, let kept {
      try context.console.emit(
        ReportSuppressionList.listing("podctl.report.suppression.add/1"), one: kept, output)
    }
    guard isNew else {
      return context.console.note("\(address) was suppressed before (\(kept?.reason ?? "")): nothing changed")
    }
    context.console.success(
      "\(address) gets no more reports", next: ["podctl report suppression list --tenant \(tenant.slug)"])
  }
}
