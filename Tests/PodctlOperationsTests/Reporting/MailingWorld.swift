import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake

/// A campaign whose weekly report is due on Monday 26 October 2026 at nine for two people, a SendGrid with a clock, and
/// podctl's own, which a test moves.
final class MailingWorld {
  static let people = ["ann@kettle.example", "bob@kettle.example"]
  static let due = "2026-10-26T09:01:00Z"

  let attribution: AttributionWorld
  let fake = FakeSendGrid()
  let network: FakeMailNetwork
  /// Called with each checkpoint; what it throws stops podctl dead.
  var checkpoint: (OutboxCheckpoint) throws -> Void = { _ in }
  /// What podctl's clock is off by.
  var offset: Int64 = 0
  private let ids = CountingIdentifiers()
  private var holders = 0

  struct Stopped: Error {}

  var tenant: Tenant { attribution.tenant }
  var database: Database { attribution.database }

  init(_ kind: TestDatabase.Kind) throws {
    attribution = try AttributionWorld(try TestDatabase(kind))
    network = FakeMailNetwork(fake)
    try attribution.addFlight(5, "mid", to: "2026-11-30")
    try say(.log, through: "2026-10-25")
    try set(Self.due)
    _ = try ReportScheduling.add(
      ReportScheduling.Wish(
        weekday: 1, hour: 9, zone: nil, needsReview: false, deadlineHours: nil,
        recipients: try Self.people.map { .init(address: try MailAddress(typed: $0), format: .html) }),
      to: "autumn", of: tenant, in: database, ids: ids, now: try attribution.instant("2026-10-20T09:00:00Z"))
  }

  func say(_ source: DataSource.Kind, through day: String, isFinal: Bool = false) throws {
    try database.write(for: tenant.id) { tx in
      try DataSourceStore(tx).say(source, through: attribution.day(day), isFinal: isFinal, now: FixedTime.now)
    }
  }

  /// Sets the world's clock, which is SendGrid's.
  func set(_ now: String) throws { fake.now = try attribution.instant(now).seconds }
  func pass(minutes: Int64) { fake.now = (fake.now ?? 0) + minutes * 60 }

  private var now: Instant { Instant(seconds: (fake.now ?? 0) + offset) }

  private func time() -> OutboxTime {
    OutboxTime(
      now: { [unowned self] in now },
      sleep: { [unowned self] in fake.now = (fake.now ?? 0) + Int64(($0 + 999) / 1000) },
      jitter: { 500 }, deadline: now.advanced(seconds: 900))
  }

  /// Does something as a run of its own; nil where it was stopped dead.
  private func working<Result>(_ body: (OutboxDriver, SendGridBatches, OutboxTime) throws -> Result) throws -> Result? {
    holders += 1
    let time = time()
    do {
      guard
        let lease = try LeaseKeeping.take(
          "outbox", of: tenant.id, in: database, holder: ProcessHolder(text: "run \(holders)"), choice: .fail,
          time: time)
      else { return nil }
      let (key, address) = (try SendGridKey("SG.testworld"), try SendGridAddress("http://127.0.0.1:1"))
      let driver = try OutboxDriver(
        database, tenant: tenant.id, lease: lease,
        gateway: SendGridGateway(network, key: key, address: address, now: time.now), time: time,
        checkpoint: { [unowned self] checkpoint, _ in try self.checkpoint(checkpoint) })
      defer { try? LeaseKeeping.release(lease, of: tenant.id, in: database, now: time.now()) }
      return try body(driver, SendGridBatches(network, key: key, address: address), time)
    } catch is Stopped { return nil }
  }

  /// One `report send --due`, by the weeks' endings.
  @discardableResult
  func send(window: Int? = nil, clockIsTrusted: Bool = false) throws -> [ReportSending.Result.Ending]? {
    try working { driver, batches, time in
      try ReportSending(
        tenant, driver: driver, time: time, ids: ids, isLive: false,
        from: try MailAddress(typed: "reports@acme.example"), name: "Acme", by: .sendGrid, batches: batches,
        windowMinutes: window, isClockTrusted: clockIsTrusted
      ).sendDue().map(\.ending)
    }
  }

  /// One `report cancel` of week 43.
  func cancel() throws {
    _ = try working { driver, batches, time in
      try ReportCancelling("autumn", try Period(week: "2026-W43", zone: tenant.zone), of: tenant, isLive: false)
        .cancel(by: batches, driver: driver, time: time, ids: ids)
    }
  }

  func mails() throws -> [Effect] {
    try database.read(for: tenant.id) { tx in try OutboxStore(tx).all() }
  }

  /// The states of the mails that stand, by name.
  func standing() throws -> [String] {
    try Effect.standing(mails()).sorted { $0.name < $1.name }.map(\.state.rawValue)
  }

  /// Whom mails have reached, in order of their addresses.
  var reached: [String] { fake.delivered.map(\.to).sorted() }
}
