import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlStore

/// What a proof is of, and to whom it goes.
struct ProofOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Send a proof to this address, instead of the reports that are due.", valueName: "address"))
  var to: String?
  @Option(help: ArgumentHelp("The proof's campaign.", valueName: "slug"))
  var campaign: String?
  @Option(
    help: ArgumentHelp("The proof's ISO week; the default is the last complete one.", valueName: "yyyy-Www"))
  var week: String?
  @OptionGroup var yes: YesOption
}

extension ReportSend {
  /// Mails one report to one address, marked as a proof. It keeps no report, and no schedule takes it for sent.
  func sendProof(to address: MailAddress, _ tenant: Tenant, _ context: CommandContext) throws {
    let period =
      try proof.week.map { try Period(week: $0, zone: tenant.zone) }
      ?? PeriodOptions.lastWeek(in: tenant.zone, now: context.now)
    let time = context.outboxTime(seconds: outbox.timeout)
    let route = try context.mailRoute(mail, for: tenant, time: time)
    let from = try mail.sender(context)
    let database = try context.database()
    let name = try from.name ?? brandName(of: tenant, in: database)
    if let reason = try database.read(for: tenant.id, { tx in try SuppressionStore(tx).reason(address) }) {
      throw PodctlError(
        .transitionRefused, "the address takes no mail: \(reason)",
        hint: "report suppression remove lets it get mail again")
    }
    let proofing = try database.read(for: tenant.id) { tx in
      try ReportProof(
        of: proof.campaign ?? "", period, tenant: tenant, from: from.address, name: name, by: route.transport, in: tx,
        ids: context.ids, now: context.now)
    }
    context.console.note("subject: \(proofing.subject)")
    context.console.note("size: \((proofing.size + 500) / 1000) KB")
    guard try context.confirm("Send this proof to \(address)?", proof.yes) else { return }
    let effect = try proofing.effect(
      to: address, id: context.ids.next(Effect.self), isLive: route.isLive, at: context.now)
    let settled = try context.holdingLease(of: tenant, choice: outbox.lock, time: time) { lease in
      let driver = try OutboxDriver(
        database, tenant: tenant.id, lease: lease, gateway: route.gateway, time: time, checkpoint: context.checkpoint())
      return try driver.settle(driver.plan(effect))
    }
    guard let settled else { return context.console.note("another run is at work; skipped") }
    try conclude(settled, tenant, context)
  }

  /// The name that mails are from where the sender has none.
  func brandName(of tenant: Tenant, in database: Database) throws -> String {
    try database.read(for: tenant.id) { tx in try BrandStore(tx).find() }.fromName ?? tenant.name
  }

  private func conclude(_ effect: Effect, _ tenant: Tenant, _ context: CommandContext) throws {
    context.recorder?.summary = "proof: \(effect.state.rawValue)"
    let look = ["podctl outbox show \(effect.name) --tenant \(tenant.slug)"]
    switch effect.state {
    case .done: context.console.success("the proof was sent; no schedule takes it for the report")
    case .failed: throw PodctlError(.effectsFailed, "the proof was refused: \(effect.reason ?? "")", commands: look)
    case .unknown, .sending:
      throw PodctlError(
        .effectsUnknown, "unknown whether the proof was sent", hint: "look in your inbox; another proof may be sent",
        commands: look)
    case .withheld, .cancelled:
      throw PodctlError(
        .transitionRefused, "the proof was not sent: \(effect.reason ?? "")",
        hint: "report suppression remove lets the address get mail again", commands: look)
    case .planned: throw PodctlError(.effectsDelayed, "the proof could not be sent now", commands: look)
    }
  }
}
