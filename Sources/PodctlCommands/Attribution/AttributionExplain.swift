import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows why one conversion was credited as it was.
struct AttributionExplain: PodctlCommand {
  static let example = "podctl attribution explain KET-10001 --tenant harbour-network --sponsor kettle-and-crane"
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show one conversion's touches, weights and window.",
    discussion: """
      The order is named by the sponsor's order id, or by podctl's own conversion id where it has none.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var attribution: AttributionOptions
  @Argument(help: ArgumentHelp("The order id.", valueName: "order"))
  var order: String

  func run(in context: CommandContext) throws {
    let window = try attribution.window
    let database = try context.database()
    let tenant = try context.tenant(self.tenant)
    let (sponsor, found) = try database.read(for: tenant.id) { tx in
      let sponsor = try SponsorStore(tx).find(attribution.sponsor)
      return (sponsor, try AttributionViews.explain(tx, order: order, sponsor: sponsor, window: window))
    }
    try context.console.emit(AttributionListings.explanation, one: found, output)
    if !output.chosen.isMachine, output.fields == nil, !found.explanation.lines.isEmpty {
      try context.console.data("\n")
      try context.console.emit(AttributionListings.touches, ExplainedTouch.all(of: found), output)
    }
    if !found.agreesWithRun {
      context.console.warn(
        "the stored credit \(found.run == nil ? "is missing" : "differs"): what it rests on has changed since, or "
          + "attribution was not run; podctl attribution run --sponsor \(sponsor.slug) --window-days \(window.days)")
    }
  }
}
