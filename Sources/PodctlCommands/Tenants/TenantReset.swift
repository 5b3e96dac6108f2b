import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlStore

/// Makes a demo tenant again.
struct TenantReset: PodctlCommand {
  static let example = "podctl tenant reset quiet-hours --confirm quiet-hours"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Recreate a demo tenant as it was first made.",
    discussion: """
      Everything that the tenant owns is removed and made again from its seed, anchor and weeks. A real tenant is never \
      reset. Its slug must be typed, or given with --confirm.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var demo: DemoOptions
  @OptionGroup var confirm: ConfirmOption
  @Argument(help: ArgumentHelp("The demo tenant.", valueName: "slug"), completion: SlugCompletion.tenants)
  var slug: String

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try TenantStore.find(slug: slug, in: database)
    guard let made = tenant.demo else { return try DemoPipeline.erase(tenant, in: database) }
    try context.confirm(
      "All that demo tenant \(slug) holds will be removed and made again.", losing: tenant.slug, confirm,
      command: "podctl tenant reset \(slug)")
    let pipeline = try demo.pipeline(made, in: context)
    try DemoPipeline.erase(tenant, in: database)
    let outcome = try pipeline.seed(slug)
    try context.console.emit(DemoOptions.listing, [outcome], output)
    context.recorder?.summary = "seed \(made.seed), anchor \(made.anchor), \(made.weeks) weeks"
    context.console.success(
      "tenant \(slug) is as it was first made: seed \(made.seed), anchor \(made.anchor), \(made.weeks) weeks",
      next: ["podctl tenant show \(slug)"])
  }
}
