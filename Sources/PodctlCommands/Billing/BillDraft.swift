import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Stores a month's bills as drafts.
struct BillDraft: PodctlCommand {
  static let example = "podctl bill draft --tenant harbour-network --period 2026-10"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a month's invoices, one for each insertion order.",
    discussion: """
      Running it again with the same figures changes nothing. Where delivery has changed, a draft is replaced under \
      its number, and it is said. A month before one that is drafted stands as it is: the later month bills the \
      difference. A month that has not begun is refused; one that is not over can be drafted, and not approved.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Option(help: ArgumentHelp("Month, such as 2026-10.", valueName: "yyyy-mm"))
  var period: String

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let period = try Period(month: period, zone: tenant.zone)
    let plan = try database.write(for: tenant.id) { tx in
      try BillDrafting.draft(tenant, period, in: tx, ids: context.ids, now: context.now)
    }
    try context.console.emit(
      BillListings.draft, plan.entries, output,
      meta: BillListings.meta(plan, isOver: BillMonth.isOver(period, at: context.now)),
      empty: "nothing to bill for \(self.period)")
    BillListings.say(plan, on: context.console)
    let counts = BillPlan.Change.allCases.compactMap { change -> String? in
      let count = plan.entries.count { $0.change == change }
      return count == 0 ? nil : "\(count) \(change.rawValue)"
    }
    let summary = counts.isEmpty ? "no invoices" : "invoices: " + counts.joined(separator: ", ")
    context.recorder?.summary = summary
    let first = plan.entries.first { $0.isBilled }?.content.number
    context.console.success(
      "\(self.period), \(summary); \(BillListings.totals(plan))",
      next: first.map { ["podctl bill show \($0) --tenant \(tenant.slug)"] } ?? [])
    if !BillMonth.isOver(period, at: context.now) {
      context.console.warn("\(self.period) is not over in \(tenant.zone); draft it again when it is")
    }
  }
}
