import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Archives a tenant: it can be looked at, nothing more is written for it.
struct TenantArchive: PodctlCommand {
  static let example = "podctl tenant archive harbour-network --yes"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Archive a tenant; nothing is deleted.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var yes: YesOption
  @Argument(help: ArgumentHelp("The tenant.", valueName: "slug"))
  var slug: String

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let known = try TenantStore.find(slug: slug, in: database)
    if known.status == .active {
      guard try context.confirm("Archive tenant \(slug) (\(known.name))? Nothing more is written for it.", yes) else {
        return context.console.note("nothing changed")
      }
    }
    let (tenant, hasChanged) = try TenantKeeping.archive(slug, in: database, now: context.now)
    if output.chosen.isMachine {
      try context.console.emit(TenantListing.columns("podctl.tenant.archive/1"), one: tenant, output)
    }
    guard hasChanged else { return context.console.note("tenant \(slug) is archived already") }
    context.console.success("tenant \(slug) archived", next: ["podctl tenant update \(slug) --reactivate"])
  }
}
