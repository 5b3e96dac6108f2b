import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists a tenant's invoices.
struct BillList: PodctlCommand {
  static let example = "podctl bill list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List invoices by month and number.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Option(help: ArgumentHelp("Only invoices of this month.", valueName: "yyyy-mm"))
  var period: String?
  @Option(help: "Show only invoices with this status.")
  var status: Invoice.Status?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let month = try period.map { try Period(month: $0, zone: tenant.zone) }
    let invoices = try database.read(for: tenant.id) { tx in
      try InvoiceStore(tx).summaries(period: month, status: status)
    }
    try context.console.emit(BillListings.invoices, invoices, output, empty: "no invoices")
  }
}

extension Invoice.Status: ExpressibleByArgument {}
