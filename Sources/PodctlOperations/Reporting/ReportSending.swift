import PodctlCore
import PodctlGateways
import PodctlStore

/// Sends the reports that are due, each once, and none before its figures are in. Run again, after whatever stopped it,
/// it goes on. Reports are written down some at a time, so that what they have in common is read once and the disk is
/// waited for once; their mails leave one by one.
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

  /// A report whose day and hour have come.
  struct Due {
    var schedule: ReportSchedule
    var campaign: Campaign
    var course: ReportCourse
    var occurrence: ReportSchedule.Occurrence
    /// Whether it is the last that goes by itself.
    var isFinal: Bool
    /// Whether it is a miss where it waits past its deadline.
    var alarms: Bool

    init(_ entry: ReportCalendar.Entry, _ occurrence: ReportSchedule.Occurrence) {
      schedule = entry.schedule
      campaign = entry.campaign
      course = entry.course
      self.occurrence = occurrence
      isFinal = entry.isFinal && occurrence == entry.newest
      alarms = entry.alarms
    }

    var chain: String { ReportMail.chain(campaign.slug, occurrence.week) }
  }

  /// Reports that are written down together.
  private static let batch = 25

  let tenant: Tenant
  let driver: OutboxDriver
  let time: OutboxTime
  let ids: any IdentifierSource
  let isLive: Bool
  let sender: ReportMail.Sender
  /// Reports that went out whole in this run and are not on record as such yet.
  var finished: [ReportOccurrence] = []
  /// Names of batches, for the mails that are to wait at SendGrid; nil where the transport has none.
  let batches: SendGridBatches?
  /// What holds in place of the schedules' own windows; nil where theirs do.
  let windowMinutes: Int?
  /// A person has seen that the clock moved, and says that it is right now.
  private let isClockTrusted: Bool
  private var spareBatches: [String] = []

  public init(
    _ tenant: Tenant, driver: OutboxDriver, time: OutboxTime, ids: any IdentifierSource, isLive: Bool,
    from address: MailAddress, name: String, by transport: MailTransport, batches: SendGridBatches? = nil,
    windowMinutes: Int? = nil, isClockTrusted: Bool = false
  ) {
    self.tenant = tenant
    self.driver = driver
    self.time = time
    self.ids = ids
    self.isLive = isLive
    self.batches = batches
    self.windowMinutes = windowMinutes
    self.isClockTrusted = isClockTrusted
    sender = ReportMail.Sender(
      address: address, name: name, replyTo: tenant.contactEmail.flatMap { MailAddress($0) },
      transport: transport)
  }

  /// Sends what is due, by the campaigns' slugs; a campaign that is not due gives no result. What was begun in an earlier
  /// week is brought to its end. Throws `clock_moved` before anything is sent.
  public func sendDue() throws -> [Result] {
    let due = try driver.read { tx in
      if !isClockTrusted { try MailClock.check(time.now(), in: tx) }
      return try self.due(in: tx)
    }
    var results: [Result] = []
    do {
      for start in stride(from: 0, to: due.count, by: Self.batch) {
        results += try send(Array(due[start..<min(start + Self.batch, due.count)]))
      }
    } catch {
      // If this fails as well, the next run finds the mails done and writes it down.
      try? writeDownFinished()
      throw error
    }
    try driver.write { tx in
      try writeDownFinished(in: tx)
      try MailClockStore(tx).set(time.now())
    }
    finished = []
    return results.sorted { ($0.campaign, $0.week.start) < ($1.campaign, $1.week.start) }
  }

  /// Those of one sponsor stand together, since they share its credit. Whatever became of a campaign, mails that were
  /// written down for it are brought to their end: sent, or withheld.
  private func due(in tx: TenantTransaction) throws -> [Due] {
    var open: [String: Set<Day>] = [:]
    for chain in try OutboxStore(tx).chainsWithOpenMails(isLive: isLive, waitingAt: time.now()) {
      guard let (campaign, week) = ReportMail.subject(of: chain) else { continue }
      if let week = try? Period(week: week, zone: tenant.zone) { open[campaign, default: []].insert(week.start) }
    }
    let begun = try ReportOccurrenceStore(tx).weeks(in: .sending)
    return try ReportCalendar.entries(of: tenant, at: time.now(), in: tx).flatMap { entry -> [Due] in
      var weeks = Set(begun[entry.schedule.id] ?? [])
      // Nothing of these is due any more, so that their outbox alone says what is left to do.
      if entry.due == nil { weeks.formUnion(open[entry.campaign.slug.text] ?? []) }
      let left = weeks.filter { $0 != entry.due?.week.start }
        .map { Due(entry, entry.schedule.occurrence(of: $0, in: tenant.zone)) }
      return try left.filter { try standing($0, in: tx) != nil } + (entry.due.map { [Due(entry, $0)] } ?? [])
    }.sorted {
      ($0.campaign.sponsor, $0.campaign.slug, $0.occurrence.week.start)
        < ($1.campaign.sponsor, $1.campaign.slug, $1.occurrence.week.start)
    }
  }

  private func send(_ some: [Due]) throws -> [Result] {
    var begun = try driver.read { tx in try some.map { try standing($0, in: tx) } }
    if begun.contains(where: { $0 == nil }) {
      let found = begun
      try drawBatches(driver.read { tx in try batchesNeeded(some, in: tx) })
      let drawn = spareBatches
      let (planned, left) = try driver.write { tx in
        try writeDownFinished(in: tx)
        try MailClockStore(tx).set(time.now())
        var planning = try ReportPlanning(self, batches: drawn, in: tx)
        let planned = try zip(some, found).map { due, standing in try standing ?? planning.begin(due) }
        return (planned, planning.batches)
      }
      begun = planned
      spareBatches = left
      finished = []
    }
    return try zip(some, begun).compactMap { due, begun in try begun.map { try settle($0, due) } }
  }

  /// How long a schedule's mails wait at their service: SendGrid's can be taken back unless somebody said otherwise.
  func minutes(of schedule: ReportSchedule) -> Int {
    windowMinutes ?? schedule.windowMinutes ?? (sender.transport == .sendGrid ? MailWindow.usualMinutes : 0)
  }

  /// Asks for batches before anything is written down, so that no transaction waits for an answer.
  private func drawBatches(_ count: Int) throws {
    guard let batches else { return }
    while spareBatches.count < count { spareBatches.append(try create(batches)) }
  }

  /// Nil where SendGrid gives no batch now.
  func spareBatch() throws -> String? {
    guard let batches else { return nil }
    if let spare = spareBatches.popLast() { return spare }
    do { return try create(batches) } catch let failure as PodctlError where failure.code != .clockMoved { return nil }
  }

  private func create(_ batches: SendGridBatches) throws -> String {
    let batch = try batches.create()
    if !isClockTrusted { try MailClock.check(time.now(), against: batches.serviceTime) }
    return batch
  }

  private func writeDownFinished() throws {
    guard !finished.isEmpty else { return }
    try driver.write { tx in try writeDownFinished(in: tx) }
    finished = []
  }

  private func writeDownFinished(in tx: TenantTransaction) throws {
    for occurrence in finished { try ReportOccurrenceStore(tx).save(occurrence, now: time.now()) }
  }
}
