import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore

/// The routes by which the end of a run is heard. None of them can make the run fail.
extension ReportSend {
  /// Tells the monitor, where one is named.
  func tellMonitor(_ words: String, isFailure: Bool, _ context: CommandContext) {
    guard let ping else { return }
    let why: String?
    do {
      why = try Ping(ping).tell(
        words, isFailure: isFailure, by: CurlTransport(userAgent: "podctl/" + Podctl.configuration.version))
    } catch { why = error.message }
    if let why { context.console.warn("the monitor of --ping did not hear of this run: \(why)") }
  }

  /// Mails whoever is to hear of failures, by the other transport.
  func mailNotice(
    of failure: PodctlError, _ results: [ReportSending.Result], _ tenant: Tenant, _ context: CommandContext
  ) {
    guard let text = context.settings.mailNotices.value else { return }
    do {
      guard let recipient = MailAddress(text) else {
        throw PodctlError(.settingInvalid, "mail.notices is no mail address")
      }
      let time = context.outboxTime(seconds: 60)
      let usual = mail.transport ?? context.settings.mailTransport.value
      let route = try context.mailRoute(usual.other, mail, for: tenant, time: time)
      let from = try mail.sender(context)
      let database = try context.database()
      _ = try context.holdingLease(of: tenant, choice: .fail, time: time) { lease in
        let driver = try OutboxDriver(database, tenant: tenant.id, lease: lease, gateway: route.gateway, time: time)
        let notice = FailureNotice(failure, of: tenant, results: results)
        let effect = try driver.plan(
          notice.effect(
            to: recipient, from: from.address, by: route.transport, isLive: route.isLive,
            id: context.ids.next(Effect.self), at: context.now))
        let settled = try driver.settle(effect)
        guard settled.state == .done else {
          throw PodctlError(.effectsDelayed, settled.reason ?? settled.state.rawValue)
        }
      }
    } catch {
      let why = (error as? PodctlError)?.message ?? "\(type(of: error))"
      context.console.warn("nobody was mailed of this failure: \(why)")
    }
  }
}
