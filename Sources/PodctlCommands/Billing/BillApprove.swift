import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Lets drafts go out.
struct BillApprove: PodctlCommand {
  static let example = "podctl bill approve --tenant harbour-network --period 2026-10 --waive early"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve drafts that are within bounds; park the others.",
    discussion: """
      What is approved is never edited again: late figures go on a further revision. A draft over nothing is skipped. One \
      is parked, with exit status 1, when it has more than \(BillBounds.mostLines) lines, is negative, is more than \
      \(BillBounds.usualMultiple) times what the order was billed for before, is in a currency that Stripe counts in \
      other units, comes before the days of grace are over, or has no address to go to. Only unusual and early can be \
      waived.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Argument(help: ArgumentHelp("Invoice numbers; the default is all drafts of --period.", valueName: "number"))
  var numbers: [String] = []
  @Option(help: ArgumentHelp("Approve all drafts of this month.", valueName: "yyyy-mm"))
  var period: String?
  @Option(help: ArgumentHelp("Ignore a finding: unusual or early. Repeatable.", valueName: "finding"))
  var waive: [BillBounds.Finding] = []
  @Option(help: ArgumentHelp("Days to wait for late logs after the period.", valueName: "days"))
  var graceDays = 3

  func validate() throws {
    guard !numbers.isEmpty || period != nil else {
      throw ValidationError("give invoice numbers, or a month with --period")
    }
    guard (0...90).contains(graceDays) else { throw ValidationError("--grace-days takes 0 to 90.") }
    if let word = waive.first(where: { !$0.canBeWaived }) {
      throw ValidationError("\(word.rawValue) cannot be waived; only unusual and early can.")
    }
  }

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let month = try period.map { try Period(month: $0, zone: tenant.zone) }
    let decisions = try database.write(for: tenant.id) { tx in
      try BillApproving.approve(
        tenant, period: month, numbers: numbers, waived: Set(waive), graceDays: graceDays, in: tx, now: context.now)
    }
    try context.console.emit(BillApprove.listing, decisions, output, empty: "no draft to approve")
    let parked = decisions.count(where: \.isParked)
    let skipped = decisions.count(where: \.isSkipped)
    let summary =
      "\(decisions.count - parked - skipped) approved, \(parked) parked"
      + (skipped > 0 ? ", \(skipped) over nothing skipped" : "")
    context.recorder?.summary = summary
    guard parked == 0 else {
      throw PodctlError(
        .billParked, "\(summary)", hint: "look at the findings; unusual and early can be let pass with --waive",
        commands: ["podctl bill show NUMBER --tenant \(tenant.slug)"])
    }
    context.console.success(
      summary, next: decisions.count == skipped ? [] : ["podctl bill issue --tenant \(tenant.slug)"])
  }

  private static let listing = Listing<BillApproving.Decision>(
    schema: "podctl.bill.approve/1",
    [
      Column("number", "Invoice") { .text($0.content.number) },
      Column("decision", "Decision") { .text($0.word) },
      Column("findings", "Findings") { .list($0.findings.map { .text($0.rawValue) }) },
      Column("bill_to", "Bill to") { .text($0.content.billTo) },
      Column("lines", "Lines", .trailing) { .integer($0.content.lines.count) },
      Column("total", "Total", .trailing) { .money($0.content.total) },
    ])
}

extension BillBounds.Finding: ExpressibleByArgument {}
