import PodctlCore
import PodctlStore

/// What is done about mails that wait at SendGrid.
extension ReportSending {
  /// Takes back what is in doubt; gives the mails that stand then.
  func takeBack(_ mails: [Effect], _ due: Due) throws -> [Effect] {
    guard let batches, mails.contains(where: { $0.window != nil }) else { return mails }
    let recalling = MailRecalling(
      tenant: tenant, driver: driver, time: time, ids: ids, isLive: isLive, batches: batches,
      draw: { [unowned self] in try spareBatch() }, cancelReason: ReportCancelling.reason)
    return try recalling.settle(mails, of: due.chain) { [unowned self] tx in
      try ReportCancelling.reject(
        due.schedule.id, due.occurrence.week, why: ReportCancelling.reason, at: time.now(), in: tx)
    }
  }

  /// Of a cancelled campaign, takes back what still waits at SendGrid; gives the mails that stand then.
  func takeBackForGood(_ mails: [Effect], _ due: Due) throws -> [Effect] {
    guard due.campaign.status == .cancelled, let batches else { return mails }
    let waiting = mails.filter {
      [.done, .sending, .unknown].contains($0.state) && $0.window?.isOpen(at: time.now()) ?? false
    }
    guard !waiting.isEmpty else { return mails }
    let recalling = MailRecalling(
      tenant: tenant, driver: driver, time: time, ids: ids, isLive: isLive, batches: batches, draw: { nil },
      cancelReason: MailWithholding.cancelled)
    for batch in Set(waiting.compactMap(\.window?.batch)).sorted() where !time.isOver {
      _ = try recalling.recall(batch, of: due.chain, .cancel) { [unowned self] tx in
        try ReportCancelling.reject(
          due.schedule.id, due.occurrence.week, why: MailWithholding.cancelled, at: time.now(), in: tx)
      }
    }
    return try driver.read { tx in Effect.standing(try OutboxStore(tx).chain(due.chain, isLive: isLive)) }
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
      return try !due.schedule.needsReview && due.campaign.status != .paused && survey.readiness(due).isReady
    }
  }
}
