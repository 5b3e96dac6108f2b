import ArgumentParser
import PodctlCore
import PodctlOperations

/// What report approve and report reject name.
struct WaitingReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The campaign.", valueName: "slug"))
  var campaign: String
  @Option(help: ArgumentHelp("The report's ISO week.", valueName: "yyyy-Www"))
  var week: String
}

/// Lets a report go that waits.
struct ReportApprove: PodctlCommand {
  static let example =
    "podctl report approve --tenant harbour-network --campaign kettle-and-crane --week 2026-W43"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve a report that is on hold or waits for review.",
    discussion: """
      It goes with the next report send --due. A report whose figures have changed since it was looked at waits again.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var report: WaitingReportOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let week = try Period(week: report.week, zone: tenant.zone)
    _ = try ReportReviewing.decide(
      .approved, on: week, of: report.campaign, tenant: tenant, in: context.database(), now: context.now)
    context.console.success(
      "the report of \(report.campaign) for \(report.week) may go",
      next: ["podctl report send --due --tenant \(tenant.slug)"])
  }
}

/// Keeps a report from going.
struct ReportReject: PodctlCommand {
  static let example =
    "podctl report reject --tenant harbour-network --campaign kettle-and-crane --week 2026-W43 --reason 'wrong spots'"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject a report that is on hold or waits for review.",
    discussion: "report approve takes it back.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var report: WaitingReportOptions
  @Option(help: "Reason, kept on record.")
  var reason: String?

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let week = try Period(week: report.week, zone: tenant.zone)
    _ = try ReportReviewing.decide(
      .rejected(reason: reason), on: week, of: report.campaign, tenant: tenant, in: context.database(),
      now: context.now)
    context.console.success("the report of \(report.campaign) for \(report.week) does not go")
  }
}
