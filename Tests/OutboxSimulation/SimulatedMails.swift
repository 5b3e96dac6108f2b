import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import StripeFake

/// Sends the world's report under a schedule, as `SimulatedIssue` issues its invoice.
final class SimulatedMails {
  static let mostRuns = 7

  struct Verdict {
    /// Mails that reached somebody more than once.
    var doubles = 0
    /// What was said and is not so; empty for what all of this is about.
    var lies: [String] = []
    /// By the states of the mails that stand at the end.
    var endings: [String: Int] = [:]
    var runs = 0
  }

  private let world: SimulatedMailWorld
  private let fake = FakeSendGrid()
  private let network: FakeMailNetwork
  private let schedule: MailSchedule
  private let ids = SimulatedIdentifiers()
  private var now = SimulatedMailWorld.start
  /// What podctl's clock is off by.
  private var offset: Int64 = 0
  private var checkpoints = 0
  private var requests = 0
  private var recalls = 0
  /// Whether the last run said that something is unknown.
  private var saidUnknown = false

  init(_ world: SimulatedMailWorld, _ schedule: MailSchedule) {
    self.world = world
    self.schedule = schedule
    network = FakeMailNetwork(fake)
    fake.now = now.seconds
    if schedule.isCrowded { for number in 1...10 { fake.cancelElsewhere("Other-\(number)") } }
    network.loss = { [unowned self] request in
      pass(seconds: 1)
      guard let loss = loss(of: request) else { return nil }
      if [.lostBefore, .late, .lostAfter].contains(loss) { pass(seconds: 40) }
      return loss
    }
  }

  private func loss(of request: HTTPRequest) -> FakeMailNetwork.Loss? {
    requests += 1
    let isRecall = request.method == .post && request.address.text.hasSuffix("/user/scheduled_sends")
    if isRecall { recalls += 1 }
    for fault in schedule.faults {
      switch fault {
      case .loss(let place, let loss) where place == requests: return loss
      case .lossOfRecall(let loss) where isRecall && recalls == 1: return loss
      case .loss, .lossOfRecall, .crash: continue
      }
    }
    return nil
  }

  private func pass(seconds: Int64) {
    now = now.advanced(seconds: seconds)
    fake.now = now.seconds
  }

  func play() throws -> Verdict {
    var verdict = Verdict()
    try world.begin()
    for gap in schedule.gaps + [25 * 3600] {
      verdict.runs += 1
      offset = verdict.runs == schedule.clockIsBackAt ? -86_400 : 0
      try run(verdict.runs)
      if try isOver() { break }
      pass(seconds: gap)
    }
    // What is still under way arrives now, and what waits at SendGrid goes.
    pass(seconds: 73 * 3600)
    network.deliverLate()
    try judge(&verdict)
    return verdict
  }

  private func isOver() throws -> Bool {
    let standing = Effect.standing(try world.mails())
    return !standing.isEmpty && standing.allSatisfy(\.isSettled)
  }

  private func run(_ number: Int) throws {
    let time = OutboxTime(
      now: { [unowned self] in now.advanced(seconds: offset) },
      sleep: { [unowned self] milliseconds in
        now = Instant(microseconds: now.microseconds + Int64(milliseconds) * 1000)
        fake.now = now.seconds
      }, jitter: { 500 }, deadline: now.advanced(seconds: offset + 1800))
    saidUnknown = false
    do {
      let holder = ProcessHolder(text: "run \(number)")
      guard
        let lease = try LeaseKeeping.take(
          "outbox", of: world.tenant.id, in: world.database, holder: holder, choice: .skip, time: time)
      else { return }
      let (key, address) = (try SendGridKey("SG.testsimulation"), try SendGridAddress("http://127.0.0.1:1"))
      let driver = try OutboxDriver(
        world.database, tenant: world.tenant.id, lease: lease,
        gateway: SendGridGateway(network, key: key, address: address, now: time.now), time: time
      ) { [unowned self] _, _ in
        checkpoints += 1
        for case .crash(let place) in schedule.faults where place == checkpoints { throw SimulatedCrash() }
      }
      let batches = SendGridBatches(network, key: key, address: address)
      try work(number, driver, batches, time)
      try LeaseKeeping.release(lease, of: world.tenant.id, in: world.database, now: time.now())
    } catch is SimulatedCrash {
      return
    } catch is PodctlError {
      // Refused, delayed or unknown: said with its status, and the next run goes on.
      return
    }
  }

  private func work(_ number: Int, _ driver: OutboxDriver, _ batches: SendGridBatches, _ time: OutboxTime) throws {
    if number == schedule.cancelsAt {
      _ = try ReportCancelling(SimulatedMailWorld.campaign, world.week, of: world.tenant, isLive: false)
        .cancel(by: batches, driver: driver, time: time, ids: ids)
      return
    }
    guard let sender = MailAddress("reports@acme.example") else { return }
    let results = try ReportSending(
      world.tenant, driver: driver, time: time, ids: ids, isLive: false, from: sender, name: "Acme", by: .sendGrid,
      batches: batches, windowMinutes: schedule.windowMinutes
    ).sendDue()
    saidUnknown = results.contains { $0.ending == .unknown }
  }

  private func judge(_ verdict: inout Verdict) throws {
    let all = try world.mails()
    let stems = Dictionary(all.map { ("\($0.id)", $0.stem) }, uniquingKeysWith: { first, _ in first })
    let arrived = Dictionary(grouping: fake.delivered.compactMap { $0.mark.flatMap { stems[$0] } }) { $0 }
      .mapValues(\.count)
    verdict.doubles = arrived.values.count { $0 > 1 }
    if fake.delivered.contains(where: { $0.mark.flatMap { stems[$0] } == nil }) { verdict.lies.append("not ours") }
    for mail in Effect.standing(all) {
      verdict.endings[mail.state.rawValue, default: 0] += 1
      let count = arrived[mail.stem] ?? 0
      switch mail.state {
      case .done: if count == 0 { verdict.lies.append("said sent and not") }
      case .cancelled: if count > 0 { verdict.lies.append("said taken back and went") }
      case .failed, .withheld: if count > 0 { verdict.lies.append("said refused and went") }
      case .planned, .sending: verdict.lies.append("left undone")
      case .unknown: if !saidUnknown { verdict.lies.append("unknown and not said so") }
      }
    }
    if all.isEmpty { verdict.lies.append("never begun") }
  }
}
