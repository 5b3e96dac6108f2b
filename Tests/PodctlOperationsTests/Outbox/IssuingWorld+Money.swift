import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake

/// What happens to the world's one invoice after it is issued.
extension IssuingWorld {
  var remoteID: String { fake.invoiceIDs[0] }

  func standing(_ number: String = IssuingWorld.number) throws -> InvoiceStanding {
    try database.read(for: tenant.id) { tx in try InvoiceStanding.issued(number, tenant, in: tx) }
  }

  func entries() throws -> [JournalEntry] {
    try database.read(for: tenant.id) { tx in try JournalStore(tx).entries(from: nil, through: nil) }
  }

  /// Every account's balance in minor units, without those that are even.
  func balances() throws -> [String: Int64] {
    try entries().flatMap(\.postings).reduce(into: [:]) { $0[$1.account.path, default: 0] += $1.amount.minor }
      .filter { $0.value != 0 }
  }

  var receivable: String { get throws { "assets:receivable:\(try standing().issue.payer)" } }

  func importPayments(_ rows: String..., rejects: String) throws -> ImportSummary {
    let text = "invoice,method,reference,amount,received_on\n" + rows.map { $0 + "\n" }.joined()
    return try PaymentImport.run(
      ImportFile(path: "payments.csv", bytes: Array(text.utf8)), tenant: tenant,
      options: PaymentImport.Options(rejectsPath: rejects), database: database, ids: ids, now: now)
  }

  /// Asks for a credit note and takes it to Stripe.
  @discardableResult
  func credit(
    _ kind: InvoiceCredit.Kind, _ minor: Int64, reference: String = "one", to source: InvoiceCredit.Source? = nil
  ) throws -> Effect {
    let request = InvoiceCrediting.Request(kind, Money(minor: minor, .usd), reference: reference, source: source)
    let effect = try running { _, driver, time in
      let (credit, standing) = try driver.write { tx in
        try InvoiceCrediting.plan(
          request, IssuingWorld.number, tenant, in: tx, id: ids.next(InvoiceCredit.self), now: time.now())
      }
      return try InvoiceCrediting.settle(
        credit, standing, tenant: tenant, driver: driver, ids: ids, now: time.now())
    }
    guard let effect else { throw PodctlError(.leaseHeld, "held") }
    return effect
  }

  @discardableResult
  func mark(_ mark: InvoiceMarking.Mark) throws -> Effect? {
    let standing = try standing()
    return try running { _, driver, time in
      try InvoiceMarking.settle(
        mark, standing, remoteID: standing.issue.remoteID ?? "", tenant: tenant, driver: driver, ids: ids,
        now: time.now())
    }
  }

  /// Reads the invoice at Stripe and takes it as it is.
  func takeRemote() throws {
    try running { gateway, driver, time in
      guard let remote = try gateway.invoice(remoteID) else { return }
      try driver.write { tx in
        var standing = try InvoiceStanding.issued(IssuingWorld.number, tenant, in: tx)
        _ = try InvoiceBooks(tenant, in: tx, ids: ids, now: time.now()).take(remote, &standing)
      }
    }
  }

  func wayToVoid() throws -> BillVoiding.Way {
    let (invoice, standing, effects) = try database.read(for: tenant.id) { tx in
      try BillVoiding.survey(IssuingWorld.number, tenant, in: tx)
    }
    return try BillVoiding.way(invoice, standing, effects)
  }

  func tell() throws -> [PaymentTelling.Result] {
    try running { gateway, driver, time in
      try PaymentTelling.tell(
        tenant: tenant, gateway: gateway, driver: driver, ids: ids, time: time, isLive: false)
    } ?? []
  }
}
