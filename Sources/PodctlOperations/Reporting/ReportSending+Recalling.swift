import PodctlCore
import PodctlStore

/// What is done about mails that wait at SendGrid.
extension ReportSending {
  /// Takes back what is in doubt; gives the mails that stand then.
  func takeBack(_ mails: [Effect], _ due: Due) throws -> [Effect] {
    guard let batches, mails.contains(where: { $0.window != nil }) else { return mails }
    let recalling = MailRecalling(
      tenant: tenant, driver: driver, time: time, ids: ids, isLive: isLive, batches: batches,
      draw: { [unowned self] in try spareBatch() })
    return try recalling.settle(mails, of: due.chain) { [unowned self] tx in
      try ReportCancelling.reject(due.schedule.id, due.occurrence.week, at: time.now(), in: tx)
    }
  }

  /// A mail of a batch that may be on its way back does not follow it there.
  func isHeldBack(_ mail: Effect) throws -> Bool {
    guard let batch = mail.window?.batch, mail.state == .planned else { return false }
    return try driver.read { tx in try MailRecallStore(tx).find(batch, isLive: isLive)?.state == .asked }
  }

  /// The batches that reports will need which can be begun, as far as can be told before they are made.
  func batchesNeeded(_ some: [Due], in tx: TenantTransaction) throws -> Int {
    guard batches != nil else { return 0 }
    let survey = ReadinessSurvey(tenant, in: tx)
    return try some.count { due in
      guard minutes(of: due.schedule) > 0, !due.schedule.reachable.isEmpty, try standing(due, in: tx) == nil else {
        return false
      }
      let state = try ReportOccurrenceStore(tx).find(due.schedule.id, week: due.occurrence.week.start)?.state
      guard state != .rejected else { return false }
      if state == .approved { return true }
      return try !due.schedule.needsReview && survey.readiness(of: due.campaign.id, due.occurrence.week).isReady
    }
  }
}
