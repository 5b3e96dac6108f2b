import ArgumentParser
import PodctlCore
import PodctlOperations
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
    let schedules = try context.database().read(for: tenant.id) { tx in
      try ReportCalendar.entries(of: tenant, at: context.now, in: tx)
    }
    try context.console.emit(
      ReportScheduleListing.columns("podctl.report.schedule.list/2"),
      schedules.map {
        .init(schedule: $0.schedule, campaign: $0.campaign.slug, next: $0.next(after: context.now, in: tenant.zone))
      },
      output,
      empty: "no report of tenant \(tenant.slug) goes out by itself")
  }
}

/// A line of the list of schedules.
struct ReportScheduleListing {
  var schedule: ReportSchedule
  var campaign: Slug
  /// Nil where none will be due.
  var next: ReportSchedule.Occurrence?

  static func columns(_ schema: String) -> Listing<ReportScheduleListing> {
    Listing(
      schema: schema,
      [
        Column("campaign", "Campaign") { .text($0.campaign.text) },
        Column("weekday", "Day") { .text(Weekday.name($0.schedule.weekday).lowercased()) },
        Column("hour", "Hour") { .integer($0.schedule.hour) },
        Column("zone", "Zone") { .text($0.schedule.zone.identifier) },
        Column("next_due_at", "Next due") { .instant($0.next?.dueAt) },
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
