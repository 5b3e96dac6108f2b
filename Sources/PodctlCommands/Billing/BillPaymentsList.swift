import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists what was paid.
struct BillPaymentsList: PodctlCommand {
  static let example = "podctl bill payments list --tenant lantern-agency"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List payments by the day they were received.", discussion: "Example: \(example)")

  private struct Shown: Sendable {
    var number: String
    var payment: InvoicePayment
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let shown = try database.read(for: tenant.id) { tx in
      let numbers = try InvoiceStore(tx).numbersByID()
      return try PaymentStore(tx).all().map { Shown(number: numbers[$0.invoice] ?? "", payment: $0) }
    }
    try context.console.emit(BillPaymentsList.listing, shown, output, empty: "no payments")
  }

  private static let listing = Listing<Shown>(
    schema: "podctl.bill.payments.list/1",
    [
      Column("received_on", "Received") { .day($0.payment.receivedOn) },
      Column("number", "Invoice") { .text($0.number) },
      Column("method", "Method") { .text($0.payment.method.rawValue) },
      Column("reference", "Reference") { .text($0.payment.reference) },
      Column("amount", "Amount", .trailing) { .money($0.payment.amount) },
      Column("recorded_at", "Recorded", inTable: false) { .instant($0.payment.recordedAt) },
    ])
}
