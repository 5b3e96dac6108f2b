import PodctlCore
import PodctlStore

/// A person's word on a report that waits.
public enum ReportReviewing {
  public enum Verdict: Sendable, Hashable {
    /// It goes with the next run, if its figures are still those that were looked at.
    case approved
    case rejected(reason: String?)
  }

  /// Throws `campaign_not_found`, `schedule_not_found`, or `transition_refused` for a report that does not wait, and for a
  /// yes to one whose campaign has no reports.
  public static func decide(
    _ verdict: Verdict, on week: Period, of slug: String, tenant: Tenant, in database: Database, now: Instant
  ) throws -> ReportOccurrence {
    try tenant.requireActive()
    return try database.write(for: tenant.id) { tx in
      let campaign = try CampaignStore(tx).find(slug)
      guard let schedule = try ReportScheduleStore(tx).find(campaign: campaign.id) else {
        throw PodctlError(
          .scheduleNotFound, "the report of campaign \"\(slug)\" has no schedule", hint: "make one first",
          commands: ["podctl report schedule add --tenant \(tenant.slug) --campaign \(slug)"])
      }
      let store = ReportOccurrenceStore(tx)
      guard var occurrence = try store.find(schedule.id, week: week.start) else {
        throw PodctlError(
          .transitionRefused, "no report of \(slug) for \(week.weekName ?? "\(week.start)") waits for anybody",
          hint: "report send --due makes it when its day has come",
          commands: ["podctl report send --due --tenant \(tenant.slug)"])
      }
      guard [.held, .review, .approved, .rejected].contains(occurrence.state) else {
        throw PodctlError(
          .transitionRefused,
          "the report of \(slug) for \(week.weekName ?? "\(week.start)") is \(occurrence.state.rawValue)",
          hint: "see its mails in the outbox", commands: ["podctl outbox list --tenant \(tenant.slug)"])
      }
      switch verdict {
      case .approved:
        try refuse(campaign, of: tenant)
        occurrence.state = .approved
        occurrence.reason = nil
      case .rejected(let reason):
        occurrence.state = .rejected
        occurrence.reason = reason ?? "rejected by hand"
      }
      try store.save(occurrence, now: now)
      return occurrence
    }
  }

  private static func refuse(_ campaign: Campaign, of tenant: Tenant) throws(PodctlError) {
    guard campaign.status == .draft || campaign.status == .cancelled else { return }
    throw PodctlError(
      .transitionRefused, "campaign \"\(campaign.slug)\" is \(campaign.status.rawValue): no report of it goes out",
      hint: campaign.status == .draft ? "launch it first" : "report sponsor makes it for whoever asks",
      commands: campaign.status == .draft
        ? ["podctl campaign launch --tenant \(tenant.slug) \(campaign.slug)"]
        : ["podctl report sponsor --tenant \(tenant.slug) --campaign \(campaign.slug)"])
  }
}
