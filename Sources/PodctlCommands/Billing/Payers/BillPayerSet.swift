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
    commandName: "set", abstract: "Say of a name on insertion orders what it is, where its invoices go, and its tax.",
    discussion: """
      What is not named stays as it is; an empty text takes it back. Drafts take the change in when they are drafted \
      again; invoices that are approved stay as they are.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The name, as insertion orders are billed to it.", valueName: "name"))
  var name: String
  @Option(help: ArgumentHelp("brand, or agency for one that buys for several brands.", valueName: "kind"))
  var kind: Payer.Kind?
  @Option(help: ArgumentHelp("Where invoices go; otherwise to the sponsor's contact.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("The tax that is added to each line; 0 for none.", valueName: "percent"))
  var tax: String?
  @Option(help: ArgumentHelp("What the tax is called; Tax where nothing was said.", valueName: "name"))
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
