import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Imports delivery that others counted.
struct CampaignDeliveryImport: PodctlCommand {
  static let example =
    "podctl campaign delivery import delivery.csv --tenant harbour-network --source gam"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import delivery that an ad server counted.",
    discussion: """
      FILE is CSV with the columns day, count, and flight (CAMPAIGN/FLIGHT) or episode (GUID) or both. A source's new \
      figure takes the place of its old one for the same flight, episode and day; importing a file again changes \
      nothing. The figures are shown as imported and never added to podctl's own count. A dynamic flight counts the \
      first source that is imported; another one's figures are stored and count only after --primary.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var options: ImportOptions
  @Argument(help: ArgumentHelp("CSV or TSV file of delivered units.", valueName: "file"))
  var file: String
  @Option(help: ArgumentHelp("Name of the source, such as the ad server.", valueName: "name"))
  var source: String
  @Flag(help: "Count by this source from now on, instead of the current one.")
  var primary = false

  func validate() throws {
    guard options.maxRejects >= 0 else { throw ValidationError("--max-rejects is zero or more") }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let request = DeliveryImport.Request(
      file: try ImportFile.read(file), source: source,
      map: try ColumnMap(options: options.map, columns: DeliveryImport.columns), dates: options.dateFormat,
      decimalMark: options.decimal, isPrimary: primary, rejectsPath: options.rejects)
    let summary = try DeliveryImport.run(
      request, tenant: tenant, database: context.database(), now: context.now, ids: context.ids)
    try context.console.emit(ImportListing.listing("podctl.campaign.delivery.import/1"), one: summary, output)
    for note in summary.notes { context.console.note(note) }
    if let failure = summary.failure(maxRejects: options.maxRejects) { throw failure }
    if let path = summary.rejectsPath {
      context.console.warn("rejected rows, \(summary.rejected) in number, are in \(path)")
    }
    let changed = summary.inserted + summary.updated
    context.console.success(
      changed == 0 ? "nothing changed" : "\(changed) figures of \(source) taken over",
      next: ["podctl campaign pacing --tenant \(tenant.slug)"])
  }
}
