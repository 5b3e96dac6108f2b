import ArgumentParser
import PodctlCore
import PodctlRender

struct BillPayerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payer", abstract: "Manage payers: brand or agency, invoice address and tax.",
    subcommands: [BillPayerSet.self, BillPayerList.self])
}

enum PayerListing {
  static func columns(_ schema: String) -> Listing<Payer> {
    Listing(
      schema: schema,
      [
        Column("payer", "Payer") { .text($0.name) },
        Column("kind", "Kind") { .text($0.kind.rawValue) },
        Column("email", "Invoices go to") { .text($0.email) },
        Column("tax_name", "Tax") { .text($0.tax?.name) },
        Column("tax_rate", "%", .trailing) { .text($0.tax?.rate.description) },
      ])
  }
}

extension Payer.Kind: ExpressibleByArgument {}
