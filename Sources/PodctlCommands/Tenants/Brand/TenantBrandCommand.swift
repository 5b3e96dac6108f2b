import ArgumentParser
import PodctlCore
import PodctlRender

struct TenantBrandCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brand", abstract: "Manage the branding of a tenant's reports and mails.",
    subcommands: [TenantBrandSet.self, TenantBrandShow.self, TenantBrandClear.self])
}

enum BrandListing {
  static func columns(_ schema: String) -> Listing<Brand> {
    Listing(
      schema: schema,
      [
        Column("accent", "Colour") { .text($0.accent.map { "\($0)" }) },
        Column("from_name", "Mails from") { .text($0.fromName) },
        Column("footer", "Last line") { .text($0.footer) },
        Column("logo_type", "Logo") { .text($0.logo?.type) },
        Column("logo_bytes", "Bytes", .trailing) { .integer($0.logo?.bytes.count) },
        Column("page_layout", "Pages") { .text($0.pageTemplate == nil ? "podctl's" : "own") },
        Column("mail_layout", "Mails") { .text($0.mailTemplate == nil ? "podctl's" : "own") },
      ])
  }
}
