import PodctlCore
import PodctlRender
import PodctlStore

/// Writes down reports and their mails within one transaction, or why they wait.
struct ReportPlanning {
  /// Where a report's sending stands before any mail of it leaves.
  enum Begun {
    case waits(ReportSending.Result.Ending, String?, ReportOccurrence)
    case mails([Effect], ReportOccurrence, isNew: Bool)
  }

  private let sending: ReportSending
  private let tx: TenantTransaction
  private let reporting: SponsorReporting
  private let survey: ReadinessSurvey
  private let brand: Brand
  private let now: Instant
  /// Names that are left for reports whose mails are to wait.
  private(set) var batches: [String]

  init(_ sending: ReportSending, batches: [String], in tx: TenantTransaction) throws {
    self.sending = sending
    self.batches = batches
    self.tx = tx
    brand = try BrandStore(tx).find()
    now = sending.time.now()
    reporting = SponsorReporting(sending.tenant, window: .standard, now: now, in: tx)
    survey = ReadinessSurvey(sending.tenant, in: tx)
  }

  /// In one transaction, the report and all its mails, or why it waits.
  mutating func begin(_ due: ReportSending.Due) throws -> Begun {
    let store = ReportOccurrenceStore(tx)
    let before = try store.find(due.schedule.id, week: due.occurrence.week.start)
    var occurrence = ReportOccurrence(due, state: .held, report: before?.report)
    func wait(_ state: ReportOccurrence.State, _ ending: ReportSending.Result.Ending, _ reason: String) throws -> Begun
    {
      occurrence.state = state
      occurrence.reason = reason
      try store.save(occurrence, now: now)
      return .waits(ending, reason, occurrence)
    }
    if let before, before.state == .rejected { return .waits(.rejected, before.reason, before) }
    guard !due.schedule.reachable.isEmpty else {
      return .waits(.nobody, "nobody on its schedule takes mail", occurrence)
    }
    // A person who has seen it and said yes has seen that too.
    if before?.state != .approved, let obstacle = try survey.obstacle(due) { return try wait(.held, .held, obstacle) }
    let minutes = sending.minutes(of: due.schedule)
    guard minutes == 0 || sending.batches != nil else {
      return try wait(
        .held, .held, "its mails are to wait for \(minutes) minutes, which only SendGrid has them do")
    }
    let made: MadeReport
    do {
      made = try MadeReport(
        of: due.campaign, due.occurrence.week, by: reporting, in: tx, ids: sending.ids, now: now)
    } catch let fault as PodctlError where [.flightNotFound, .rateInvalid].contains(fault.code) {
      // One campaign that cannot be reported on keeps no other's report back.
      return try wait(.held, .held, "it cannot be made: \(fault.message)")
    }
    try ReportKeeping.apply(made.keeping, in: tx)
    occurrence.report = made.keeping.revision.id
    if due.schedule.needsReview, before?.state != .approved || before?.report != occurrence.report {
      let isStale = before?.state == .approved
      return try wait(
        .review, .review,
        isStale ? "its figures have changed since it was approved" : "waits for report approve")
    }
    occurrence.state = .sending
    try store.save(occurrence, now: now)
    let window = minutes == 0 ? nil : try window(of: minutes)
    return .mails(try plan(made, due, window), occurrence, isNew: true)
  }

  /// All mails of a report wait together, so that it is taken back whole.
  private mutating func window(of minutes: Int) throws -> Effect.Window {
    guard let batch = batches.popLast() else {
      throw PodctlError(.internalFault, "a report whose mails are to wait has no batch")
    }
    return Effect.Window(batch: batch, sendAt: now.advanced(seconds: Int64(minutes) * 60))
  }

  private func plan(_ made: MadeReport, _ due: ReportSending.Due, _ window: Effect.Window?) throws -> [Effect] {
    let mail = try ReportMail(
      tenant: sending.tenant, campaign: due.campaign.slug, page: made.page, sender: sending.sender,
      brand: brand)
    let outbox = OutboxStore(tx)
    let before = Dictionary(
      Effect.standing(try outbox.chain(due.chain, isLive: sending.isLive)).map { ($0.stem, $0) },
      uniquingKeysWith: { first, _ in first })
    return try due.schedule.reachable.map { recipient in
      let standing = ReportMail.names(due.chain, recipient.address).compactMap { before[$0] }.first
      let stem = standing?.stem ?? ReportMail.name(due.chain, recipient.address)
      // Only what was taken back is written anew.
      if let standing, standing.state != .cancelled { return standing }
      return try outbox.plan(
        mail.effect(
          Effect.name(stem, revision: (standing?.revision ?? 0) + 1), in: due.chain, to: recipient,
          id: sending.ids.next(Effect.self), isLive: sending.isLive, window: window, at: now))
    }
  }
}

extension ReportOccurrence {
  init(_ due: ReportSending.Due, state: State, report: Identifier<Report>?) {
    self.init(
      schedule: due.schedule.id, week: due.occurrence.week.start, state: state, reason: nil, report: report,
      dueAt: due.occurrence.dueAt, deadline: due.occurrence.deadline)
  }
}
