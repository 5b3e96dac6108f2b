import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import StripeFake

/// Thrown where a schedule stops podctl dead: nothing after it runs, and an open transaction is gone.
struct SimulatedCrash: Error {}

/// Issues the world's invoice once under a schedule: the real outbox on the real SQL, a fake service behind a fake
/// network, and a clock that only moves when something waits.
final class SimulatedIssue {
  static let mostRuns = 14

  struct Verdict {
    /// What happened more than once; empty for what all of this is about.
    var doubles: [String] = []
    var ending: BillIssuing.Result.Ending?
    var runs = 0
    var isWhole = false
  }

  private let world: SimulatedWorld
  private let fake: FakeStripe
  private let transport: FakeTransport
  private let schedule: Schedule
  private let ids = SimulatedIdentifiers()
  private var now = SimulatedWorld.start
  private var checkpoints = 0
  private var requests = 0
  private var posts = 0

  init(_ world: SimulatedWorld, _ schedule: Schedule) {
    self.world = world
    self.schedule = schedule
    fake = FakeStripe(now: now.seconds)
    transport = FakeTransport(fake)
    transport.loss = { [unowned self] _ in
      pass(seconds: 1)
      requests += 1
      for case .loss(let place, let loss) in schedule.faults where place == requests {
        if loss == .lostBefore || loss == .late || loss == .lostAfter { pass(seconds: 80) }
        return loss
      }
      return nil
    }
    fake.fault = { [unowned self] _ in
      posts += 1
      for case .service(let place, let fault) in schedule.faults where place == posts { return fault }
      return nil
    }
  }

  private func pass(seconds: Int64) {
    now = now.advanced(seconds: seconds)
    fake.now = now.seconds
  }

  func play() throws -> Verdict {
    var verdict = Verdict()
    try world.begin()
    for gap in schedule.gaps {
      verdict.runs += 1
      verdict.ending = try run("run \(verdict.runs)")
      if verdict.ending == .issued || verdict.ending == .failed || verdict.ending == .differs { break }
      pass(seconds: gap)
    }
    // What is still under way arrives now, when podctl believes that it is done.
    pass(seconds: 3600)
    transport.deliverLate()
    judge(&verdict)
    return verdict
  }

  /// One run; nil where it was stopped dead or found another's lease.
  private func run(_ holder: String) throws -> BillIssuing.Result.Ending? {
    let time = OutboxTime(
      now: { [unowned self] in now },
      sleep: { [unowned self] milliseconds in
        now = Instant(microseconds: now.microseconds + Int64(milliseconds) * 1000)
        fake.now = now.seconds
      }, jitter: { 500 }, deadline: now.advanced(seconds: 1800))
    do {
      guard
        let lease = try LeaseKeeping.take(
          "stripe", of: world.tenant.id, in: world.database, holder: ProcessHolder(text: holder), choice: .skip,
          time: time)
      else { return nil }
      let client = StripeClient(
        transport, key: try StripeKey("sk_test_simulation"), address: try StripeAddress("http://127.0.0.1:1"),
        now: time.now, sleep: time.sleep)
      let gateway = StripeGateway(client)
      let driver = try OutboxDriver(
        world.database, tenant: world.tenant.id, lease: lease, gateway: gateway, time: time
      ) { [unowned self] _, _ in
        checkpoints += 1
        for case .crash(let place) in schedule.faults where place == checkpoints { throw SimulatedCrash() }
      }
      let issuing = BillIssuing(
        world.tenant, gateway: gateway, driver: driver, time: time, ids: ids, isLive: false)
      let results = try issuing.issue(period: nil)
      try LeaseKeeping.release(lease, of: world.tenant.id, in: world.database, now: now)
      return results.first?.ending
    } catch is SimulatedCrash {
      return nil
    }
  }

  private func judge(_ verdict: inout Verdict) {
    if fake.customers.count > 1 { verdict.doubles.append("customer") }
    if fake.invoices.count > 1 { verdict.doubles.append("invoice") }
    let lines = fake.items.compactMap { ($0["metadata"] as? [String: String])?["podctl_line"] }
    if Set(lines).count < lines.count { verdict.doubles.append("line") }
    if fake.finalized.values.contains(where: { $0 > 1 }) || fake.finalized.count > 1 {
      verdict.doubles.append("finalize")
    }
    if fake.sent.values.contains(where: { $0 > 1 }) || fake.sent.count > 1 { verdict.doubles.append("send") }
    verdict.isWhole =
      fake.invoices.count == 1 && lines.count == world.invoice.content.lines.count && fake.statuses == ["open"]
      && fake.totals == [world.invoice.content.total.minor] && fake.sent.values.reduce(0, +) == 1
  }
}
