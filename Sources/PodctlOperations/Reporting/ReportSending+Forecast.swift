import PodctlCore
import PodctlStore

extension ReportSending {
  /// What a run would find to do; it writes nothing. A report that could go is `delayed` with nothing in its way.
  public static func forecast(for tenant: Tenant, at now: Instant, in tx: TenantTransaction) throws -> [Result] {
    let survey = ReadinessSurvey(tenant, in: tx)
    return try ReportCalendar.entries(of: tenant, at: now, in: tx).compactMap { entry in
      guard let due = entry.due else { return nil }
      let occurrence = try ReportOccurrenceStore(tx).find(entry.schedule.id, week: due.week.start)
      let all = entry.schedule.reachable.count
      func result(_ ending: Result.Ending, _ reason: String?, sent: Int = 0) -> Result {
        let isOver = [.sent, .known, .rejected].contains(ending) || !(entry.alarms || occurrence?.state == .sending)
        return Result(
          campaign: entry.campaign.slug, week: due.week, ending: ending, reason: reason,
          mails: Mails(sent: sent, all: all),
          leftOut: entry.schedule.recipients.compactMap(\.suppression), isOverdue: !isOver && now > due.deadline)
      }
      switch occurrence?.state {
      case .sent: return result(.known, nil, sent: all)
      case .sending:
        let chain = ReportMail.chain(entry.campaign.slug, due.week)
        let mails =
          Effect.standing(try OutboxStore(tx).chain(chain, isLive: false))
          + Effect.standing(try OutboxStore(tx).chain(chain, isLive: true))
        // Their addresses came to take no mail after they were planned.
        let withheld = try mails.filter { $0.state == .planned }.compactMap { try MailWithholding.reason($0, in: tx) }
        return result(
          .delayed, "begun by an earlier run" + told("mails would be withheld", withheld),
          sent: mails.count { $0.state == .done })
      case .rejected: return result(.rejected, occurrence?.reason)
      case .review: return result(.review, occurrence?.reason)
      case nil, .held, .approved:
        guard all > 0 else { return result(.nobody, "nobody on its schedule takes mail") }
        if occurrence?.state != .approved, let obstacle = try survey.obstacle(Due(entry, due)) {
          return result(.held, obstacle)
        }
        let out = entry.schedule.recipients.compactMap(\.suppression)
        return result(.delayed, "would be sent" + told("recipients would be left out", out))
      }
    }
  }

  private static func told(_ what: String, _ reasons: [String]) -> String {
    reasons.isEmpty ? "" : "; \(reasons.count) of its \(what): \(reasons.joined(separator: ", "))"
  }
}
