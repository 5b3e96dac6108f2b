import PodctlCore
import PodctlGateways
import PodctlStore

/// Takes a week's report back from SendGrid, while its mails wait there.
public struct ReportCancelling {
  /// Why mails are where they are afterwards.
  static let reason = "taken back by report cancel"

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
    let chain = try self.chain(in: tx)
    let mails = Effect.standing(try OutboxStore(tx).chain(chain, isLive: isLive))
    let name = "the report of \(campaign) for \(week.weekName ?? "\(week.start)")"
    let look = ["podctl outbox list --all --tenant \(tenant.slug)"]
    guard !mails.isEmpty else {
      throw PodctlError(
        .transitionRefused, "\(name) has no mails yet",
        hint: "what is not sent yet is kept from going by report reject",
        commands: ["podctl report send --due --tenant \(tenant.slug) --dry-run"])
    }
    let kept = mails.filter { $0.window != nil && ![.failed, .withheld, .cancelled].contains($0.state) }
    guard let last = kept.compactMap(\.window).max(by: { $0.sendAt < $1.sendAt }) else {
      let isTaken = mails.contains { $0.state == .cancelled }
      throw PodctlError(
        .transitionRefused,
        isTaken ? "\(name) was taken back already" : "\(name) went at once and cannot be taken back",
        hint: isTaken
          ? "report approve has it sent again"
          : "give mails a window: report schedule add --window, or report send --window",
        commands: look)
    }
    let waiting = kept.filter { now <= $0.window?.lastCall ?? now }
    guard !waiting.isEmpty else {
      throw PodctlError(
        .transitionRefused,
        "\(name) cannot be taken back any more: its mails \(now < last.sendAt ? "go" : "went") at \(last.sendAt)",
        hint: "SendGrid takes mails back until ten minutes before they go", commands: look)
    }
    return waiting
  }

  /// Has SendGrid take the mails back, and writes it down; run again, whatever stopped it, it goes on, and so does the next
  /// `report send --due`. Throws `gateway_refused` where SendGrid keeps them, `effects_unknown` where nobody knows, and
  /// `clock_moved`.
  public func cancel(
    by batches: SendGridBatches, driver: OutboxDriver, time: OutboxTime, ids: any IdentifierSource
  ) throws -> [Effect] {
    let (mails, chain) = try driver.read { tx in
      try MailClock.check(time.now(), in: tx)
      return (try self.mails(at: time.now(), in: tx), try self.chain(in: tx))
    }
    let recalling = MailRecalling(
      tenant: tenant, driver: driver, time: time, ids: ids, isLive: isLive, batches: batches, draw: { nil },
      cancelReason: Self.reason)
    for batch in Set(mails.compactMap { $0.window?.batch }).sorted() {
      let found = try recalling.recall(batch, of: chain, .cancel) { tx in
        guard let schedule = try ReportScheduleStore(tx).find(campaign: CampaignStore(tx).find(campaign).id) else {
          return
        }
        try Self.reject(schedule.id, week, why: Self.reason, at: time.now(), in: tx)
      }
      if let found { try Self.require(found.recall, found.answer) }
    }
    return try driver.read { tx in try mails.compactMap { try OutboxStore(tx).find($0.id) } }
  }

  private static func require(_ recall: MailRecall, _ answer: MailRecallAnswer) throws {
    guard recall.state != .taken else { return }
    let why = recall.reason ?? "no reason was given"
    if case .barred = answer {
      throw PodctlError(
        .gatewayRefused, "SendGrid does not accept our key: \(why)",
        hint: "batches need the key's right to scheduled sends")
    }
    guard recall.state == .asked else {
      throw PodctlError(
        .gatewayRefused, "SendGrid refused to cancel the mails: \(why)",
        hint: "the mails go; ten batches are held back at once at most, and none in its last ten minutes")
    }
    guard recall.doubtAt != nil else {
      throw PodctlError(.effectsDelayed, "SendGrid gave no answer: \(why)", hint: "run it again soon")
    }
    throw PodctlError(
      .effectsUnknown, "unknown whether SendGrid cancelled the mails: \(why)",
      hint: "run it again soon: asking twice changes nothing")
  }

  private func chain(in tx: TenantTransaction) throws -> String {
    ReportMail.chain(try CampaignStore(tx).find(campaign).slug, week)
  }

  /// Writes down that a week's report does not go.
  static func reject(
    _ schedule: Identifier<ReportSchedule>, _ week: Period, why reason: String, at now: Instant,
    in tx: TenantTransaction
  ) throws {
    let occurrences = ReportOccurrenceStore(tx)
    guard var occurrence = try occurrences.find(schedule, week: week.start) else { return }
    occurrence.state = .rejected
    occurrence.reason = reason
    try occurrences.save(occurrence, now: now)
  }
}
