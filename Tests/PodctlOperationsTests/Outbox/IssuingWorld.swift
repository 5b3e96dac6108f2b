import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake

/// A tenant whose October of two flights is approved, and a fake Stripe to issue it to.
final class IssuingWorld {
  static let number = "TENANT-1-2026-10-AUTUMN"
  let billing: BillingWorld
  let fake = FakeStripe(now: FixedTime.now.seconds)
  let transport: FakeTransport
  private(set) var now = FixedTime.now
  /// Called at each checkpoint; throws to stop the run dead.
  var checkpoint: (OutboxCheckpoint, String) throws -> Void = { _, _ in }
  let ids = CountingIdentifiers()

  var database: Database { billing.database }
  var tenant: Tenant { billing.tenant }

  /// `terms` may change the tenant's paper before the month is drafted.
  init(_ kind: TestDatabase.Kind, terms: (BillingWorld) throws -> Void = { _ in }) throws {
    billing = try BillingWorld(TestDatabase(kind))
    transport = FakeTransport(fake)
    try billing.addFlight(10, "fall")
    try billing.addFlight(11, "winter", rate: 3000)
    try billing.setDownloads(10, "2026-10-02", 1_000)
    try billing.setDownloads(11, "2026-10-02", 2_000)
    try billing.complete()
    try database.write(for: tenant.id) { tx in
      try tx.run("UPDATE sponsors SET contact_email = 'pay@kettle.example' WHERE tenant_id = \(tx.tenant)")
    }
    try terms(billing)
    try draft()
    try approve()
  }

  func pass(seconds: Int64) {
    now = now.advanced(seconds: seconds)
    fake.now = now.seconds
  }

  @discardableResult
  func draft(_ month: String = "2026-10") throws -> BillPlan {
    let period = try billing.month(month)
    return try database.write(for: tenant.id) { tx in
      try BillDrafting.draft(tenant, period, in: tx, ids: ids, now: now)
    }
  }

  @discardableResult
  func approve(
    waived: Set<BillBounds.Finding> = [.early], graceDays: Int = 3
  ) throws -> [BillApproving.Decision] {
    let period = try billing.month("2026-10")
    return try database.write(for: tenant.id) { tx in
      try BillApproving.approve(
        tenant, period: period, numbers: [], waived: waived, graceDays: graceDays, in: tx, now: now)
    }
  }

  @discardableResult
  func issue(holder: String = "test", database: Database? = nil) throws -> [BillIssuing.Result] {
    try running(holder: holder, database: database) { gateway, driver, time in
      try BillIssuing(tenant, gateway: gateway, driver: driver, time: time, ids: ids, isLive: false)
        .issue(period: nil)
    } ?? []
  }

  /// One run under the tenant's lease; nil where another holds it.
  func running<Result>(
    holder: String = "test", database: Database? = nil,
    _ body: (StripeGateway, OutboxDriver, OutboxTime) throws -> Result
  ) throws -> Result? {
    let database = database ?? self.database
    let time = OutboxTime(
      now: { [unowned self] in now },
      sleep: { [unowned self] in
        now = Instant(microseconds: now.microseconds + Int64($0) * 1000)
        fake.now = now.seconds
      }, jitter: { 1000 }, deadline: now.advanced(seconds: 3000))
    guard
      let lease = try LeaseKeeping.take(
        "stripe", of: tenant.id, in: database, holder: ProcessHolder(text: holder), choice: .fail, time: time)
    else { return nil }
    defer { try? LeaseKeeping.release(lease, of: tenant.id, in: database, now: now) }
    let client = StripeClient(
      transport, key: try StripeKey("sk_test_world"), address: try StripeAddress("http://127.0.0.1:1"), now: time.now,
      sleep: time.sleep)
    let gateway = StripeGateway(client)
    let driver = try OutboxDriver(
      database, tenant: tenant.id, lease: lease, gateway: gateway, time: time
    ) { [unowned self] in try checkpoint($0, $1) }
    return try body(gateway, driver, time)
  }

  func effects() throws -> [Effect] { try database.read(for: tenant.id) { try OutboxStore($0).all() } }

  func invoice(_ number: String = IssuingWorld.number) throws -> Invoice? {
    try database.read(for: tenant.id) { try InvoiceStore($0).find(number) }
  }

  /// As after the database was brought back from a backup that knew the draft and nothing later.
  func forgetEverything() throws {
    try database.write(for: tenant.id) { tx in
      try tx.run("DELETE FROM journal_transfers WHERE tenant_id = \(tx.tenant)")
      try tx.run("DELETE FROM journal_entries WHERE tenant_id = \(tx.tenant)")
      try tx.run("DELETE FROM outbox WHERE tenant_id = \(tx.tenant)")
      try tx.run("DELETE FROM invoice_issues WHERE tenant_id = \(tx.tenant)")
      try tx.run("DELETE FROM leases WHERE tenant_id = \(tx.tenant)")
    }
    try approve()
  }

  var isIssuedOnce: Bool {
    fake.customers.count == 1 && fake.statuses == ["open"] && fake.totals == [8_500] && fake.items.count == 2
      && fake.finalized.map(\.value) == [1] && fake.sent.map(\.value) == [1]
  }
}
