import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows what drafting a month's bills would do.
struct BillPreview: PodctlCommand {
  static let example = "podctl bill preview --tenant harbour-network --period 2026-10"
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show a month's invoices without storing them.",
    discussion: """
      The same plan that bill draft stores. A line is what its flight owes to the month's end, less what earlier \
      months billed: CPM to the cap or the goal, a flat fee in the flight's last month, CPA each conversion whole, by \
      code or else by last touch. A month that has not begun is refused, as bill draft refuses it.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Option(help: ArgumentHelp("Month, such as 2026-10.", valueName: "yyyy-mm"))
  var period: String
  @Option(help: ArgumentHelp("Only this campaign's invoices.", valueName: "slug"))
  var campaign: String?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let period = try Period(month: period, zone: tenant.zone)
    try BillMonth.requireBegun(period, at: context.now)
    let plan = try database.read(for: tenant.id) { tx in
      let plan = try BillPlanning(tenant, period, in: tx).plan()
      guard let campaign else { return plan }
      return plan.limited(to: try CampaignStore(tx).find(campaign).slug)
    }
    let lines = plan.entries.flatMap { entry in
      entry.isBilled ? entry.content.lines.map { BillListings.Line(entry: entry, line: $0) } : []
    }
    try context.console.emit(
      BillListings.preview, lines, output,
      meta: BillListings.meta(plan, isOver: BillMonth.isOver(period, at: context.now)),
      empty: "nothing to bill for \(self.period)")
    BillListings.say(plan, on: context.console)
    context.console.note(BillListings.totals(plan))
    if !BillMonth.isOver(period, at: context.now) {
      context.console.warn("\(self.period) is not over in \(tenant.zone); these are its figures so far")
    }
  }
}
