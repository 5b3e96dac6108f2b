import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Sets a tenant's look.
struct TenantBrandSet: PodctlCommand {
  static let example =
    "podctl tenant brand set --tenant harbour-network --accent '#7a1f3d' --from-name 'Harbour Reports' --logo logo.svg"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a tenant's branding: colour, logo, footer, sender name and templates.",
    discussion: """
      What is not named stays as it is; an empty text takes it back. The colour must be dark enough to be read on white. \
      The logo (PNG or SVG, at most 100 KB) is on pages and paper; mails have the colour and no picture, since readers of \
      mail block them.

      A layout of the tenant's own (--page-layout, --mail-layout) is a Mustache file that arranges what podctl says; begin \
      with tenant brand show --layout page. It is checked whole, runs nothing and fetches nothing.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("Colour of figures and links.", valueName: "#rrggbb"))
  var accent: String?
  @Option(help: ArgumentHelp("A PNG or SVG file.", valueName: "file"))
  var logo: String?
  @Option(help: ArgumentHelp("Sender name of mails, if their from address has none.", valueName: "name"))
  var fromName: String?
  @Option(help: ArgumentHelp("Footer line of every report.", valueName: "text"))
  var footer: String?
  @Option(help: ArgumentHelp("Mustache template of pages and PDF.", valueName: "file"))
  var pageLayout: String?
  @Option(help: ArgumentHelp("Mustache template of mails.", valueName: "file"))
  var mailLayout: String?

  func validate() throws {
    guard [accent, logo, fromName, footer, pageLayout, mailLayout].contains(where: { $0 != nil }) else {
      throw ValidationError("nothing to change: name at least one of the options")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let color = try accent.map { $0.isEmpty ? nil : try Brand.color(typed: $0) }
    let picture = try logo.map { $0.isEmpty ? nil : try Brand.Logo(file: ImportFile.read($0).bytes) }
    let page = try pageLayout.map { try layout($0, .page) }
    let mail = try mailLayout.map { try layout($0, .mail) }
    let brand = try context.database().write(for: tenant.id) { tx in
      var brand = try BrandStore(tx).find()
      if let color { brand.accent = color }
      if let picture { brand.logo = picture }
      if let fromName { brand.fromName = fromName.isEmpty ? nil : fromName }
      if let footer { brand.footer = footer.isEmpty ? nil : footer }
      if let page { brand.pageTemplate = page }
      if let mail { brand.mailTemplate = mail }
      try BrandStore(tx).save(brand, now: context.now)
      return brand
    }
    if output.chosen.isMachine {
      try context.console.emit(BrandListing.columns("podctl.tenant.brand.set/1"), one: brand, output)
    }
    context.console.success(
      "reports of \(tenant.slug) have this look now", next: ["podctl tenant brand show --tenant \(tenant.slug)"])
  }

  /// The text of a file that is a good layout; nil takes the tenant's own back.
  private func layout(_ file: String, _ kind: LayoutTemplate.Kind) throws -> String? {
    guard !file.isEmpty else { return nil }
    return try LayoutTemplate(String(decoding: ImportFile.read(file).bytes, as: UTF8.self), kind).text
  }
}
