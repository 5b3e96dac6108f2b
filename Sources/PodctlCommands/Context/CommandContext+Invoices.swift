import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore

/// Stripe, the outbox and the clock of one run that changes invoices.
struct InvoiceWork {
  var client: StripeClient
  var gateway: StripeGateway
  var driver: OutboxDriver
  var time: OutboxTime
}

extension CommandContext {
  /// Does something with a tenant's invoices at Stripe under its lease; nil where another run holds it and the choice
  /// was to skip.
  func workingOnInvoices<Result>(
    of tenant: Tenant, _ stripe: StripeOptions, _ outbox: OutboxOptions, ofPlatform: Bool = false,
    _ body: (InvoiceWork) throws -> Result
  ) throws -> Result? {
    let database = try database()
    let time = outboxTime(seconds: outbox.timeout)
    let client = try self.stripe(stripe, for: tenant, ofPlatform: ofPlatform, time: time)
    return try holdingLease(of: tenant, choice: outbox.lock, time: time) { lease in
      let gateway = StripeGateway(client)
      let driver = try OutboxDriver(
        database, tenant: tenant.id, lease: lease, gateway: gateway, time: time, checkpoint: checkpoint())
      return try body(InvoiceWork(client: client, gateway: gateway, driver: driver, time: time))
    }
  }

  /// Nothing of one mode is changed with a key of the other.
  func admit(_ standing: InvoiceStanding, _ client: StripeClient) throws(PodctlError) {
    guard client.isLive == standing.issue.isLive else {
      throw PodctlError(
        .liveRefused, "invoice \(standing.number) was issued in the other mode", hint: "give the key of that mode")
    }
  }

  /// Says what an effect that is not done has come to.
  func require(_ effect: Effect, of tenant: Tenant) throws(PodctlError) {
    switch effect.state {
    case .done: return
    case .failed, .withheld, .cancelled:
      throw PodctlError(
        .effectsFailed, "\(effect.name): \(effect.reason ?? "failed")",
        commands: ["podctl outbox show \(effect.name) --tenant \(tenant.slug)"])
    case .planned, .sending, .unknown:
      throw PodctlError(
        effect.state == .planned ? .effectsDelayed : .effectsUnknown,
        "\(effect.name): \(effect.reason ?? "not settled")",
        hint: "run it again", commands: ["podctl outbox list --tenant \(tenant.slug)"])
    }
  }
}
