import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists who pays.
struct BillPayerList: PodctlCommand {
  static let example = "podctl bill payer list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List payers with their kind, invoice address and tax.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let payers = try context.database().read(for: tenant.id) { tx in
      let store = PayerStore(tx)
      let known = try store.all()
      let others = try store.names().filter { name in !known.contains { $0.name == name } }
      return (known + others.map { Payer(name: $0) }).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
    try context.console.emit(
      PayerListing.columns("podctl.bill.payer.list/1"), payers, output, empty: "no insertion order is billed to anyone")
  }
}
