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
      What is approved is never edited again: late figures go on a further revision. Each draft is planned again at that \
      moment. One over nothing is skipped. One is parked, with exit status 1, when it has more than \
      \(BillBounds.mostLines) lines (too-many-lines), is negative, is more than \(BillBounds.usualMultiple) times what the \
      order was billed for before (unusual), is in a currency that Stripe counts in other units (currency), comes before \
      the days of grace are over (early), has no address to go to (no-address), is not what today's figures make of it \
      (stale), stands on a source that is not complete through the period's end (incomplete: podctl tenant sources list \
      says so), bills a line that nothing stands behind or leaves out a fee of which nobody knows whether it is due \
      (no-data), or bills a flight with a day above its goal or more than \(BillBounds.goalMultiple) times its goal \
      (spike). Only \(BillBounds.Finding.waivable("and")) can be waived. A period that is not over is refused, with exit \
      status 75.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Argument(help: ArgumentHelp("Invoice numbers; the default is all drafts of --period.", valueName: "number"))
  var numbers: [String] = []
  @Option(help: ArgumentHelp("Approve all drafts of this month.", valueName: "yyyy-mm"))
  var period: String?
  @Option(
    help: ArgumentHelp(
      "Ignore a finding: \(BillBounds.Finding.waivable("or")). Repeatable.", valueName: "finding"))
  var waive: [BillBounds.Finding] = []
  @Option(help: ArgumentHelp("Days to wait for late logs after the period.", valueName: "days"))
  var graceDays = 3

  func validate() throws {
    guard !numbers.isEmpty || period != nil else {
      throw ValidationError("give invoice numbers, or a month with --period")
    }
    guard (0...90).contains(graceDays) else { throw ValidationError("--grace-days takes 0 to 90.") }
    if let word = waive.first(where: { !$0.canBeWaived }) {
      throw ValidationError(
        "\(word.rawValue) cannot be waived; only \(BillBounds.Finding.waivable("and")) can.")
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
    for decision in decisions where decision.isParked {
      for reason in decision.reasons { context.console.note("\(decision.content.number): \(reason)") }
    }
    let parked = decisions.count(where: \.isParked)
    let skipped = decisions.count(where: \.isSkipped)
    let summary =
      "\(decisions.count - parked - skipped) approved, \(parked) parked"
      + (skipped > 0 ? ", \(skipped) over nothing skipped" : "")
    context.recorder?.summary = summary
    guard parked == 0 else {
      throw PodctlError(
        .billParked, "\(summary)",
        hint: "look at the findings; \(BillBounds.Finding.waivable("and")) can be let pass with --waive",
        commands: BillApprove.remedies(decisions, tenant))
    }
    context.console.success(
      summary, next: decisions.count == skipped ? [] : ["podctl bill issue --tenant \(tenant.slug)"])
  }

  /// What helps against the findings that were made.
  private static func remedies(_ decisions: [BillApproving.Decision], _ tenant: Tenant) -> [String] {
    let parked = decisions.filter(\.isParked)
    var commands: [String] = []
    if let first = parked.first { commands.append("podctl bill show \(first.content.number) --tenant \(tenant.slug)") }
    let stale = Set(parked.filter { $0.findings.contains(.stale) }.map(\.content.firstDay)).sorted()
    commands += stale.map { "podctl bill draft --period \("\($0)".prefix(7)) --tenant \(tenant.slug)" }
    if parked.contains(where: { $0.findings.contains(.incomplete) }) {
      commands.append("podctl tenant sources list --tenant \(tenant.slug)")
    }
    return commands
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
      Column("reasons", "Reasons", inTable: false) { .list($0.reasons.map { .text($0) }) },
    ])
}

extension BillBounds.Finding: ExpressibleByArgument {
  /// Help and completion offer what can be waived, and nothing else.
  public static var allValueStrings: [String] { allCases.filter(\.canBeWaived).map(\.rawValue) }
}
