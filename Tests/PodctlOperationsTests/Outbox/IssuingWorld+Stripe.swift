import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake

/// The world's books and its Stripe, held against each other.
extension IssuingWorld {
  func reconcile() throws -> InvoiceReconciling.Report {
    try inRun { gateway, _, _ in
      let ledger = try database.read(for: tenant.id) { tx in
        try InvoiceReconciling.Ledger.read(isLive: false, in: tx)
      }
      return try InvoiceReconciling.report(ledger, tenant: tenant.slug, gateway: gateway)
    }
  }

  /// Whether the one invoice is the same on both sides, and nothing else is on either.
  var isReconciled: Bool {
    get throws {
      let report = try reconcile()
      return report.matched == 1 && report.differences.isEmpty
    }
  }

  func kinds() throws -> [InvoiceReconciling.Difference.Kind] { try reconcile().differences.map(\.kind) }

  @discardableResult
  func pull() throws -> StripeEventPulling.Report {
    try inRun { gateway, driver, time in
      try StripeEventPulling.pull(tenant, gateway: gateway, driver: driver, ids: ids, time: time)
    }
  }

  func apply(_ event: StripeEvent) throws -> StripeEventApplying.Result {
    try inRun { gateway, driver, time in
      try StripeEventApplying(tenant, gateway: gateway, driver: driver, ids: ids, time: time).apply(event)
    }
  }

  func rebuild() throws -> [LedgerRebuilding.Result] {
    try inRun { gateway, driver, time in
      try LedgerRebuilding(tenant, gateway: gateway, driver: driver, ids: ids, time: time).rebuild()
    }
  }

  func strangers() throws -> [String] {
    try inRun { gateway, driver, time in
      try LedgerRebuilding(tenant, gateway: gateway, driver: driver, ids: ids, time: time).strangers()
    }
  }

  /// As after a disaster that left orders and delivery alone.
  func loseLedger() throws {
    try database.write(for: tenant.id) { tx in
      for table in [
        "journal_transfers", "journal_entries", "invoice_payments", "invoice_credits", "stripe_events", "outbox",
        "invoice_issues", "invoice_lines", "invoices",
      ] as [Statement] {
        try tx.run("DELETE FROM \(sql: table) WHERE tenant_id = \(tx.tenant)")
      }
    }
  }

  private func inRun<Result>(_ body: (StripeGateway, OutboxDriver, OutboxTime) throws -> Result) throws -> Result {
    guard let result = try running(body) else { throw PodctlError(.leaseHeld, "held") }
    return result
  }
}
