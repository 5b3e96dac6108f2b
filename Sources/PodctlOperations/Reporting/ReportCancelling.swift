import PodctlCore
import PodctlGateways
import PodctlStore

/// Takes a week's report back from SendGrid, while its mails wait there.
public struct ReportCancelling {
  /// Why mails are where they are afterwards.
  private static let reason = "taken back by report cancel"

  private let tenant: Tenant
  private let campaign: String
  private let week: Period
  private let isLive: Bool

  /// Of a campaign's report of a week.
  public init(_ campaign: String, _ week: Period, of tenant: Tenant, isLive: Bool) {
    self.tenant = tenant
    self.campaign = campaign
    self.week = week
    self.isLive = isLive
  }

  /// The mails that can be taken back. Throws `campaign_not_found`, and
  /// `transition_refused` for a report of which no mail waits, or waits no longer.
  public func mails(at now: Instant, in tx: TenantTransaction) throws -> [Effect] {
    let mails = try OutboxStore(tx).chain(
      ReportMail.chain(CampaignStore(tx).find(campaign).slug, week), isLive: isLive)
    let name = "the report of \(campaign) for \(week.weekName ?? "\(week.start)")"
    let look = ["podctl outbox list --all --tenant \(tenant.slug)"]
    guard !mails.isEmpty else {
      throw PodctlError(
        .transitionRefused, "\(name) has no mails yet",
        hint: "what is not sent yet is kept from going by report reject",
        commands: ["podctl report send --due --tenant \(tenant.slug) --dry-run"])
    }
    let waiting = mails.filter { $0.window != nil && ![.failed, .withheld, .cancelled].contains($0.state) }
    guard let window = waiting.first?.window else {
      let isTaken = mails.contains { $0.state == .cancelled }
      throw PodctlError(
        .transitionRefused,
        isTaken ? "\(name) was taken back already" : "\(name) went at once and cannot be taken back",
        hint: isTaken ? nil : "give mails a window: report schedule add --window, or report send --window",
        commands: look)
    }
    guard now <= window.lastCall else {
      throw PodctlError(
        .transitionRefused,
        "\(name) cannot be taken back any more: its mails \(now < window.sendAt ? "go" : "went") at \(window.sendAt)",
        hint: "SendGrid takes mails back until ten minutes before they go", commands: look)
    }
    return waiting
  }

  /// Has SendGrid take the mails back, then writes it down; run again, whatever stopped it, it goes on. Throws what
  /// `SendGridBatches.cancel` does.
  public func cancel(by batches: SendGridBatches, driver: OutboxDriver, time: OutboxTime) throws -> [Effect] {
    let mails = try driver.read { tx in try self.mails(at: time.now(), in: tx) }
    for batch in Set(mails.compactMap { $0.window?.batch }).sorted() { try batches.cancel(batch) }
    return try driver.write { tx in
      let store = OutboxStore(tx)
      for mail in mails {
        guard var mail = try store.find(mail.id), mail.cancel(Self.reason, at: time.now()) else { continue }
        try store.save(mail)
      }
      try reject(at: time.now(), in: tx)
      return try mails.compactMap { try store.find($0.id) }
    }
  }

  private func reject(at now: Instant, in tx: TenantTransaction) throws {
    let occurrences = ReportOccurrenceStore(tx)
    guard let schedule = try ReportScheduleStore(tx).find(campaign: CampaignStore(tx).find(campaign).id),
      var occurrence = try occurrences.find(schedule.id, week: week.start)
    else { return }
    occurrence.state = .rejected
    occurrence.reason = Self.reason
    try occurrences.save(occurrence, now: now)
  }
}
