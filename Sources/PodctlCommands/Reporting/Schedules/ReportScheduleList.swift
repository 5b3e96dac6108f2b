import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists the schedules of a tenant's reports.
struct ReportScheduleList: PodctlCommand {
  static let example = "podctl report schedule list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List schedules and when each report is due next.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let schedules = try context.database().read(for: tenant.id) { tx in try ReportScheduleStore(tx).all() }
    try context.console.emit(
      ReportScheduleListing.columns("podctl.report.schedule.list/1", tenant, now: context.now), schedules, output,
      empty: "no report of tenant \(tenant.slug) goes out by itself")
  }
}

enum ReportScheduleListing {
  static func columns(
    _ schema: String, _ tenant: Tenant, now: Instant
  ) -> Listing<(schedule: ReportSchedule, campaign: Slug)> {
    Listing(
      schema: schema,
      [
        Column("campaign", "Campaign") { .text($0.campaign.text) },
        Column("weekday", "Day") { .text(Weekday.name($0.schedule.weekday).lowercased()) },
        Column("hour", "Hour") { .integer($0.schedule.hour) },
        Column("zone", "Zone") { .text($0.schedule.zone.identifier) },
        Column("next_due_at", "Next due") { .instant($0.schedule.next(after: now, in: tenant.zone).dueAt) },
        Column("hold", "Hold") { .text($0.schedule.needsReview ? "review" : "none") },
        Column("deadline_hours", "Deadline (h)", inTable: false) { .integer($0.schedule.deadlineHours) },
        Column("window_minutes", "Window (min)", inTable: false) { .integer($0.schedule.windowMinutes) },
        Column("recipients", "To") { entry in
          .list(
            entry.schedule.recipients.map { recipient in
              .text(recipient.address.text + (recipient.suppression == nil ? "" : " (suppressed)"))
            })
        },
      ])
  }
}
