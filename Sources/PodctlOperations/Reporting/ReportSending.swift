import PodctlCore
import PodctlGateways
import PodctlRender
import PodctlStore

/// Sends the reports that are due, each once, and none before its figures are in. Run again, after whatever stopped it,
/// it goes on.
public final class ReportSending {
  /// How it went with one campaign's report.
  public struct Result: Sendable, Hashable {
    public enum Ending: String, Sendable, CaseIterable {
      case sent
      /// It was sent by an earlier run.
      case known
      case held
      case review
      case rejected
      /// Nobody on its schedule takes mail.
      case nobody
      /// A mail may or may not have gone; only a person can say.
      case unknown
      /// Nothing is in doubt; the next run goes on.
      case delayed
      case failed
    }

    public var campaign: Slug
    public var week: Period
    public var ending: Ending
    public var reason: String?
    /// Mails that have gone, of all that should.
    public var mails: Mails
    /// Why recipients of the schedule are left out, one reason each.
    public var leftOut: [String] = []
    public var isOverdue: Bool
  }

  public struct Mails: Sendable, Hashable {
    public var sent: Int
    public var all: Int
  }

  private let tenant: Tenant
  private let driver: OutboxDriver
  private let time: OutboxTime
  private let ids: any IdentifierSource
  private let isLive: Bool
  private let sender: ReportMail.Sender

  public init(
    _ tenant: Tenant, driver: OutboxDriver, time: OutboxTime, ids: any IdentifierSource, isLive: Bool,
    from address: MailAddress, name: String, by transport: MailTransport
  ) {
    self.tenant = tenant
    self.driver = driver
    self.time = time
    self.ids = ids
    self.isLive = isLive
    sender = ReportMail.Sender(
      address: address, name: name, replyTo: tenant.contactEmail.flatMap { MailAddress($0) },
      transport: transport)
  }

  /// Sends what is due, by the campaigns' slugs; a campaign that is not due gives no result.
  public func sendDue() throws -> [Result] {
    let schedules = try driver.write { tx in try ReportScheduleStore(tx).all() }
    return try schedules.compactMap { entry in
      guard let occurrence = entry.schedule.newestDue(at: time.now(), in: tenant.zone) else { return nil }
      var result = try send(entry.schedule, entry.campaign, occurrence)
      result.leftOut = entry.schedule.recipients.compactMap(\.suppression)
      return result
    }
  }

  private func send(
    _ schedule: ReportSchedule, _ campaign: Slug, _ due: ReportSchedule.Occurrence
  ) throws -> Result {
    let chain = ReportMail.chain(campaign, due.week)
    var standing = try driver.write { tx in try OutboxStore(tx).chain(chain, isLive: isLive) }
    let isNew = standing.isEmpty
    if isNew {
      let prepared = try driver.write { tx in try prepare(schedule, campaign, due, chain, in: tx) }
      switch prepared {
      case .waits(let ending, let reason):
        return Result(
          campaign: campaign, week: due.week, ending: ending, reason: reason,
          mails: Mails(sent: 0, all: schedule.reachable.count),
          isOverdue: ending != .rejected && time.now() > due.deadline)
      case .mails(let effects): standing = effects
      }
    }
    return try settle(standing, schedule, campaign, due, isNew: isNew)
  }

  private enum Prepared {
    case waits(Result.Ending, String?)
    case mails([Effect])
  }

  /// Writes down, in one transaction, the report and all its mails, or why it waits.
  private func prepare(
    _ schedule: ReportSchedule, _ slug: Slug, _ due: ReportSchedule.Occurrence, _ chain: String,
    in tx: TenantTransaction
  ) throws -> Prepared {
    let store = ReportOccurrenceStore(tx)
    let before = try store.find(schedule.id, week: due.week.start)
    var occurrence = ReportOccurrence(
      schedule: schedule.id, week: due.week.start, state: .held, reason: nil, report: before?.report, dueAt: due.dueAt,
      deadline: due.deadline)
    if before?.state == .rejected { return .waits(.rejected, before?.reason) }
    guard !schedule.reachable.isEmpty else { return .waits(.nobody, "nobody on its schedule takes mail") }
    let campaign = try CampaignStore(tx).find(slug.text)
    let readiness = try ReadinessSurvey(tenant, in: tx).readiness(of: campaign.id, due.week)
    // A person who has seen it and said yes has seen that too.
    guard readiness.isReady || before?.state == .approved else {
      occurrence.reason = readiness.obstacles.map(\.description).joined(separator: "; ")
      try store.save(occurrence, now: time.now())
      return .waits(.held, occurrence.reason)
    }
    let report = try SponsorReporting(tenant, window: .standard, now: time.now(), in: tx).report(campaign, due.week)
    let plan = try ReportKeeping.plan(report, campaign: campaign, in: tx, ids: ids, now: time.now())
    try ReportKeeping.apply(plan, in: tx)
    occurrence.report = plan.revision.id
    if schedule.needsReview, before?.state != .approved || before?.report != plan.revision.id {
      occurrence.state = .review
      occurrence.reason =
        before?.state == .approved ? "its figures have changed since it was approved" : "waits for report approve"
      try store.save(occurrence, now: time.now())
      return .waits(.review, occurrence.reason)
    }
    occurrence.state = .sending
    try store.save(occurrence, now: time.now())
    let page = SponsorReportPage(
      report: report, revision: plan.revision,
      command: "podctl report sponsor --tenant \(tenant.slug) --campaign \(slug) \(due.week.words)")
    let mail = try ReportMail(tenant: tenant, campaign: slug, page: page, sender: sender, brand: BrandStore(tx).find())
    let outbox = OutboxStore(tx)
    return .mails(
      try schedule.reachable.map { recipient in
        try outbox.plan(
          mail.effect(
            ReportMail.name(chain, recipient.address), in: chain, to: recipient, id: ids.next(Effect.self),
            isLive: isLive, at: time.now()))
      })
  }

  private func settle(
    _ effects: [Effect], _ schedule: ReportSchedule, _ campaign: Slug, _ due: ReportSchedule.Occurrence, isNew: Bool
  ) throws -> Result {
    let wasDone = effects.allSatisfy { $0.state == .done }
    let settled = try effects.map(settle)
    let sent = settled.count { $0.state == .done }
    let worst =
      settled.first { $0.state == .unknown || $0.state == .sending } ?? settled.first { $0.state == .failed }
      ?? settled.first { $0.state != .done }
    let ending: Result.Ending =
      switch worst?.state {
      case nil: wasDone && !isNew ? .known : .sent
      case .unknown, .sending: .unknown
      case .failed: .failed
      case .planned, .done: .delayed
      }
    if worst == nil, !wasDone || isNew {
      try driver.write { tx in
        let store = ReportOccurrenceStore(tx)
        guard var occurrence = try store.find(schedule.id, week: due.week.start) else { return }
        occurrence.state = .sent
        occurrence.reason = nil
        try store.save(occurrence, now: time.now())
      }
    }
    return Result(
      campaign: campaign, week: due.week, ending: ending,
      reason: worst.map { "\($0.name): \($0.reason ?? "not settled")" },
      mails: Mails(sent: sent, all: settled.count), isOverdue: worst != nil && time.now() > due.deadline)
  }

  private func settle(_ effect: Effect) throws -> Effect {
    var effect = effect
    // Its process died while it was sent: nobody can be asked, and it must be seen that nobody knows.
    if effect.state == .sending {
      effect.recover()
      let recovered = effect
      try driver.write { tx in try OutboxStore(tx).save(recovered) }
    }
    effect = try confirmed(effect)
    guard effect.state != .done, !time.isOver else { return effect }
    guard effect.kind == sender.transport.kind else {
      effect.wait("it was written for the other transport: run again with that one")
      return effect
    }
    return try driver.settle(effect)
  }

  /// An event that came before the mail was given up for unknown shows that it went.
  private func confirmed(_ effect: Effect) throws -> Effect {
    guard effect.state != .done else { return effect }
    return try driver.write { tx in
      var effect = effect
      guard let proof = try MailEventStore(tx).proof(of: effect.id), effect.confirm(remoteID: proof, at: time.now())
      else { return effect }
      try OutboxStore(tx).save(effect)
      return effect
    }
  }
}
