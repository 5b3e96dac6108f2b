import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Shows a tenant's look.
struct TenantBrandShow: PodctlCommand {
  static let example = "podctl tenant brand show --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the branding of a tenant's reports and mails.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: "Print only the template of pages or of mails; podctl's own if the tenant has none.")
  var layout: LayoutTemplate.Kind?

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let brand = try context.look(of: tenant)
    if let layout {
      let own = layout == .page ? brand.pageTemplate : brand.mailTemplate
      return try context.console.data(own ?? LayoutTemplate.own(layout).text)
    }
    try context.console.emit(BrandListing.columns("podctl.tenant.brand.show/1"), one: brand, output)
  }
}

extension LayoutTemplate.Kind: ExpressibleByArgument {}
