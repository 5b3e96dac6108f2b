import ArgumentParser
import PodctlCore
import PodctlOperations

/// Makes the demo tenants.
struct TenantSeed: PodctlCommand {
  static let example = "podctl tenant seed --weeks 8 --seed 42 --anchor 2026-10-26"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "seed", abstract: "Create demo tenants from generated feeds, logs and orders.",
    discussion: """
      A network, an agency and an independent, each with shows, weeks of CDN logs, sponsors, orders and conversions, \
      written as files and sent through the same pipeline that real files go through. The same seed, anchor and number \
      of weeks make the same demo to the byte; a seed that was interrupted is finished by running it again. Demo \
      tenants carry a mark: they are never billed live nor mailed.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var demo: DemoOptions
  @Option(help: ArgumentHelp("Weeks of logs, 2 to 26.", valueName: "n"))
  var weeks = 8
  @Option(help: ArgumentHelp("Seed of the generated figures.", valueName: "n"))
  var seed: Int64 = 42
  @Option(help: ArgumentHelp("Monday after the last generated week; the default is this week's.", valueName: "day"))
  var anchor: String?

  func validate() throws {
    guard (2...26).contains(weeks) else { throw ValidationError("--weeks takes 2 to 26") }
  }

  func run(in context: CommandContext) throws {
    let anchor =
      try anchor.map { text throws(PodctlError) in try Day(typed: text, for: "--anchor") }
      ?? Zone.utc.day(of: context.now).monday
    guard anchor.weekday == 1 else {
      throw PodctlError(.invalidDate, "\(anchor) is not a Monday", hint: "use \(anchor.monday)")
    }
    let pipeline = try demo.pipeline(Tenant.Demo(seed: seed, anchor: anchor, weeks: weeks), in: context)
    let progress = context.console.beginProgress()
    var outcomes: [DemoPipeline.Outcome] = []
    for slug in DemoWorld.tenantSlugs {
      progress.update("making \(slug)")
      outcomes.append(try pipeline.seed(slug))
    }
    context.console.endProgress()
    try context.console.emit(DemoOptions.listing, outcomes, output)
    DemoOptions.tell(outcomes, in: context)
    context.recorder?.summary = "seed \(seed), anchor \(anchor), \(weeks) weeks"
    context.console.success(
      "the demo is made: seed \(seed), anchor \(anchor), \(weeks) weeks",
      next: ["podctl campaign pacing --tenant \(DemoWorld.tenantSlugs[0])"])
  }
}
