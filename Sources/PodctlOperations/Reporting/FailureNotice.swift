import PodctlCore
import PodctlGateways
import PodctlStore

/// Tells a person by mail that a run of reports went wrong, by the other way than the one that failed. Each kind of failure
/// is told once a day.
public struct FailureNotice: Sendable {
  private let tenant: Tenant
  private let failure: PodctlError
  private let results: [ReportSending.Result]

  public init(_ failure: PodctlError, of tenant: Tenant, results: [ReportSending.Result]) {
    self.failure = failure
    self.tenant = tenant
    self.results = results
  }

  /// The mail as an effect that is planned at `now`.
  public func effect(
    to recipient: MailAddress, from sender: MailAddress, by transport: MailTransport, isLive: Bool,
    id: Identifier<Effect>, at now: Instant
  ) throws -> Effect {
    let name = "notice/report-send/\(tenant.zone.day(of: now))/\(failure.code.rawValue)"
    let mail = OutgoingMail(
      to: recipient, from: sender, fromName: "podctl", replyTo: nil,
      subject: "podctl: reports of \(tenant.slug) did not go out as they should", plain: text, html: nil,
      attachments: [],
      mark: "\(id)")
    return Effect(
      id: id, name: name, chain: name, kind: transport.kind, isLive: isLive,
      request: try transport.request(mail, at: now),
      keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: isLive, name: name), plannedAt: now,
      progress: Effect.Progress(looksFirst: false))
  }

  private var text: String {
    var lines = ["\(failure.message) (\(failure.code.rawValue))"]
    if let hint = failure.hint { lines.append(hint) }
    lines += failure.commands.map { "  \($0)" }
    let open = results.filter { ![.sent, .known, .rejected].contains($0.ending) }
    if !open.isEmpty { lines += ["", "What did not go out:"] }
    lines += open.map { result in
      let week = result.week.weekName ?? "\(result.week.start)"
      return "  \(result.campaign), \(week): \(result.ending.rawValue)\(result.isOverdue ? ", past its deadline" : "")"
        + (result.reason.map { " (\($0))" } ?? "")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
