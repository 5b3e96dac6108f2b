import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Sets what is known of a payer.
struct BillPayerSet: PodctlCommand {
  static let example = """
    podctl bill payer set "Kettle & Crane Coffee" --tenant harbour-network --tax 20 --tax-name VAT \
    --email accounts@kettle.example
    """
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a payer's kind, invoice address and tax.",
    discussion: """
      What is not named stays as it is; an empty text takes it back. Drafts take the change in when they are drafted \
      again; invoices that are approved stay as they are.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Payer's name, as on insertion orders.", valueName: "name"))
  var name: String
  @Option(help: ArgumentHelp("Kind of payer: brand, or agency that buys for several brands.", valueName: "kind"))
  var kind: Payer.Kind?
  @Option(help: ArgumentHelp("Email address for invoices; the default is the sponsor's contact.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("Tax in percent, added to each line; 0 for none.", valueName: "percent"))
  var tax: String?
  @Option(help: ArgumentHelp("Name of the tax on invoices; the default is Tax.", valueName: "name"))
  var taxName: String?

  func validate() throws {
    guard kind != nil || email != nil || tax != nil || taxName != nil else {
      throw ValidationError("nothing to change: name at least one of the options")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let change = PayerKeeping.Change(kind: kind, email: email, tax: tax, taxName: taxName)
    let outcome = try context.database().write(for: tenant.id) { tx in
      try PayerKeeping.set(name, change, in: tx, now: context.now)
    }
    if output.chosen.isMachine {
      try context.console.emit(PayerListing.columns("podctl.bill.payer.set/1"), one: outcome.payer, output)
    }
    if !outcome.isNamed {
      context.console.warn("no insertion order of \(tenant.slug) is billed to \"\(name)\" yet")
    }
    guard outcome.hasChanged else { return context.console.note("payer \"\(name)\" is so already: nothing changed") }
    context.console.success(
      "payer \"\(name)\" changed", next: ["podctl bill draft --tenant \(tenant.slug) --period YYYY-MM"])
  }
}
