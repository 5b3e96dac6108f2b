import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Takes a sponsor's export of orders and other conversions.
struct AttributionImport: PodctlCommand {
  static let example =
    "podctl attribution import --tenant harbour-network --sponsor kettle-and-crane orders.csv"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import a sponsor's conversions from CSV or JSON lines.",
    discussion: """
      Columns, in any order: occurred_at,event,order_id,value,currency,promo_code,ip,user_agent,utm_source,\
      utm_campaign,new_customer; only occurred_at must be there. A row is known again by its order id, or as a whole \
      where it has none; importing it again changes nothing. A known order id with another value is rejected. \
      Rejected rows go to a file with line and reason, and the exit status is 65 unless they are within --max-rejects; \
      the good rows are kept either way. The address is stored only as a keyed hash.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Option(help: ArgumentHelp("Sponsor whose conversions these are.", valueName: "slug"))
  var sponsor: String
  @Argument(help: ArgumentHelp("CSV file, or one JSON object per line.", valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      "Read a column from one with another name, as OURS=THEIRS. Repeatable.", valueName: "ours=theirs"))
  var map: [String] = []
  @Option(help: ArgumentHelp("Order of day, month and year in dates: ISO, DMY, MDY or YMD.", valueName: "order"))
  var dateFormat = "ISO"
  @Option(
    help: ArgumentHelp("Time zone of times without an offset; by default such rows are rejected.", valueName: "zone"))
  var zone: String?
  @Option(help: ArgumentHelp("Currency of rows without one; the default is the tenant's.", valueName: "code"))
  var currency: String?
  @Option(
    help: ArgumentHelp("Decimal separator, point or comma; detected from the file by default.", valueName: "mark"))
  var decimal: String?
  @Option(help: ArgumentHelp("Write rejected rows to this file; the default is FILE.rejects.csv.", valueName: "file"))
  var rejects: String?
  @Option(help: ArgumentHelp("Accept up to N rejected rows; with more the exit status is 65.", valueName: "n"))
  var maxRejects = 0

  func run(in context: CommandContext) throws {
    let options = try readingOptions()
    let database = try context.database()
    let tenant = try context.tenant(self.tenant)
    let sponsor = try database.read(for: tenant.id) { try SponsorStore($0).find(self.sponsor) }
    let keys = try context.listenerKeys(of: tenant)
    let summary = try ConversionImporter.run(
      try ImportFile.read(file), sponsor: sponsor, tenant: tenant, options: options, database: database,
      ids: context.ids, now: context.now, keys: keys)
    try context.console.emit(
      AttributionListings.imported(sponsor: sponsor.slug, file: file), one: summary, output)
    for note in summary.notes { context.console.note(note) }
    context.recorder?.summary =
      "inserted \(summary.inserted), unchanged \(summary.unchanged), rejected \(summary.rejected)"
    if let failure = summary.failure(maxRejects: maxRejects) { throw failure }
    if let path = summary.rejectsPath { context.console.warn("rejected rows are in \(path)") }
    context.console.success(
      "\(summary.inserted) conversions of \(sponsor.slug) were added",
      next: ["podctl attribution run --tenant \(tenant.slug) --sponsor \(sponsor.slug)"])
  }

  private func readingOptions() throws(PodctlError) -> ConversionImporter.Options {
    guard maxRejects >= 0 else {
      throw PodctlError(.usage, "--max-rejects cannot be negative", hint: "use 0 or more")
    }
    guard let format = DateFormat(rawValue: dateFormat.uppercased()) else {
      throw PodctlError(
        .usage, "\"\(dateFormat)\" is not an order of dates",
        hint: "use one of \(DateFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    var options = ConversionImporter.Options(map: map, dateFormat: format, rejectsPath: rejects)
    if let zone { options.zone = try Zone(zone) }
    if let currency { options.currency = try Currency(currency.uppercased()) }
    if let decimal {
      guard let mark = DecimalMark(rawValue: decimal.lowercased()) else {
        throw PodctlError(.usage, "\"\(decimal)\" is not a decimal mark", hint: "use point or comma")
      }
      options.decimalMark = mark
    }
    return options
  }
}
