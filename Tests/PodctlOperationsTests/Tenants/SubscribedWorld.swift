import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake

/// A tenant whose plan has a price, and a fake Stripe to be subscribed at.
final class SubscribedWorld {
  let base: AttributionWorld
  let fake = FakeStripe(now: FixedTime.now.seconds)
  let transport: FakeTransport
  private let ids = CountingIdentifiers()
  private(set) var now = FixedTime.now
  /// Called at each checkpoint; throws to stop the run dead.
  var checkpoint: (OutboxCheckpoint, String) throws -> Void = { _, _ in }

  var database: Database { base.database }
  var tenant: Tenant

  init(_ kind: TestDatabase.Kind) throws {
    base = try AttributionWorld(TestDatabase(kind))
    tenant = base.tenant
    tenant.contactEmail = "desk@harbour.example"
    transport = FakeTransport(fake)
  }

  func pass(seconds: Int64) {
    now = now.advanced(seconds: seconds)
    fake.now = now.seconds
  }

  /// Wants a price, and brings it about; nil where the lease is held.
  @discardableResult
  func set(_ tier: TenantPlan.Tier, _ price: String?, holder: String = "test") throws -> PlanSubscribing.Result? {
    let time = OutboxTime(
      now: { [unowned self] in now },
      sleep: { [unowned self] in
        now = Instant(microseconds: now.microseconds + Int64($0) * 1000)
        fake.now = now.seconds
      }, jitter: { 1000 }, deadline: now.advanced(seconds: 3000))
    guard
      let lease = try LeaseKeeping.take(
        "outbox", of: tenant.id, in: database, holder: ProcessHolder(text: holder), choice: .fail, time: time)
    else { return nil }
    defer { try? LeaseKeeping.release(lease, of: tenant.id, in: database, now: now) }
    let gateway = StripeGateway(
      StripeClient(
        transport, key: try StripeKey("sk_test_world"), address: try StripeAddress("http://127.0.0.1:1"), now: time.now,
        sleep: time.sleep))
    let driver = try OutboxDriver(
      database, tenant: tenant.id, lease: lease, gateway: gateway, time: time
    ) { [unowned self] in try checkpoint($0, $1) }
    try driver.write { tx in
      _ = try PlanKeeping.set(.init(tier: tier), of: tenant, in: tx, now: time.now())
      try PlanSubscribing.want(price, isLive: false, in: tx, now: time.now())
    }
    return try PlanSubscribing(tenant, gateway: gateway, driver: driver, ids: ids, time: time).settle(tier: tier)
  }

  func standing() throws -> PlanSubscription? {
    try database.read(for: tenant.id) { try PlanSubscriptionStore($0).find(isLive: false) }
  }

  func effects() throws -> [Effect] { try database.read(for: tenant.id) { try OutboxStore($0).all() } }

  func differences() throws -> [SubscriptionDifference.Kind] {
    let gateway = StripeGateway(
      StripeClient(
        transport, key: try StripeKey("sk_test_world"), address: try StripeAddress("http://127.0.0.1:1"),
        now: { FixedTime.now }, sleep: { _ in }))
    let customer = try database.read(for: tenant.id) { try PlanSubscribing.customer(isLive: false, in: $0) }
    guard let wanted = try standing(), let customer else { return [] }
    return SubscriptionDifference.all(wanted, try gateway.subscriptions(of: customer, tenant: tenant.slug)).map(\.kind)
  }

  /// As after the database was brought back from a backup that knew nothing of Stripe.
  func forgetEverything() throws {
    try database.write(for: tenant.id) { tx in
      for table in ["outbox", "plan_subscriptions", "tenant_plans", "leases"] as [Statement] {
        try tx.run("DELETE FROM \(sql: table) WHERE tenant_id = \(tx.tenant)")
      }
    }
  }

  /// One customer, one subscription ever made, and it bills this price.
  func isSubscribedOnce(_ price: String) -> Bool {
    fake.customers.count == 1 && fake.subscriptions.count == 1 && fake.alivePrices == [price]
  }
}
