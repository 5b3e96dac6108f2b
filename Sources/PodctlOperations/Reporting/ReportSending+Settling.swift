import PodctlCore
import PodctlStore

extension ReportSending {
  /// What an earlier run has begun of a report; nil where none has planned its mails, and where a person wants one again
  /// that was taken back.
  func standing(_ due: Due, in tx: TenantTransaction) throws -> ReportPlanning.Begun? {
    let effects = Effect.standing(try OutboxStore(tx).chain(due.chain, isLive: isLive))
    guard !effects.isEmpty else { return nil }
    let found = try ReportOccurrenceStore(tx).find(due.schedule.id, week: due.occurrence.week.start)
    if let found, [.approved, .review, .held].contains(found.state), effects.contains(where: { $0.state == .cancelled })
    {
      return nil
    }
    return .mails(effects, found ?? ReportOccurrence(due, state: .sending, report: nil), isNew: false)
  }

  /// Takes a report's mails as far as they go in this run.
  func settle(_ begun: ReportPlanning.Begun, _ due: Due) throws -> Result {
    switch begun {
    case .waits(let ending, let reason, _):
      return Result(
        campaign: due.campaign.slug, week: due.occurrence.week, ending: ending, reason: reason,
        mails: Mails(sent: 0, all: due.schedule.reachable.count),
        leftOut: due.schedule.recipients.compactMap(\.suppression),
        isOverdue: ending != .rejected && due.alarms && time.now() > due.occurrence.deadline)
    case .mails(let effects, let occurrence, let isNew):
      let wasSettled = effects.allSatisfy { $0.state == .done || $0.state == .withheld }
      var mails = effects
      if !isNew { mails = try takeBack(takeBackForGood(mails.map { try confirmed(recovered($0)) }, due), due) }
      let begun = Set(mails.map(\.name))
      let doubted = Set(mails.filter { $0.state == .unknown }.map(\.name))
      mails = try mails.map { try settle($0) }
      // What came to be in doubt just now is taken back at once; what stands in for it is sent, and if that is in doubt
      // again, the next run sees to it.
      if mails.contains(where: { $0.canBeTakenBack(at: time.now()) && !doubted.contains($0.name) }) {
        mails = try takeBack(mails, due).map { begun.contains($0.name) ? $0 : try settle($0) }
      }
      let isInDoubt = mails.contains { $0.state == .unknown || $0.state == .sending }
      if let taken = mails.first(where: { $0.state == .cancelled }), !isInDoubt {
        return Result(
          campaign: due.campaign.slug, week: due.occurrence.week, ending: .rejected, reason: taken.reason,
          mails: Mails(sent: mails.count { $0.state == .done }, all: mails.count), isOverdue: false)
      }
      return try conclude(mails, occurrence, due, isKnown: wasSettled && !isNew)
    }
  }

  private func conclude(
    _ mails: [Effect], _ occurrence: ReportOccurrence, _ due: Due, isKnown: Bool
  ) throws -> Result {
    let sent = mails.count { $0.state == .done }
    let withheld = mails.filter { $0.state == .withheld }
    let open =
      mails.first { $0.state == .unknown || $0.state == .sending } ?? mails.first { $0.state == .failed }
      ?? mails.first { $0.state == .planned }
    var result = Result(
      campaign: due.campaign.slug, week: due.occurrence.week, ending: isKnown ? .known : .sent,
      reason: open.map { "\($0.name): \($0.reason ?? "not settled")" }, mails: Mails(sent: sent, all: mails.count),
      leftOut: leftOut(mails, withheld, due), isOverdue: false)
    switch open?.state {
    case .unknown, .sending: result.ending = .unknown
    case .failed: result.ending = .failed
    case .planned: result.ending = .delayed
    case nil, .done, .withheld, .cancelled:
      if sent == 0, occurrence.state == .rejected {
        result.ending = .rejected
        result.reason = occurrence.reason
      } else if sent == 0, !withheld.isEmpty, due.campaign.status == .cancelled {
        result.ending = .rejected
        result.reason = MailWithholding.cancelled
      } else if sent == 0, let first = withheld.first {
        result.ending = .nobody
        result.reason = "all its mails were withheld: \(first.reason ?? "")"
      } else if !withheld.isEmpty {
        result.reason =
          "\(withheld.count) of its mails withheld: \(withheld.compactMap(\.reason).joined(separator: ", "))"
      }
    }
    result.isOverdue = ![.sent, .known, .rejected].contains(result.ending) && time.now() > due.occurrence.deadline
    try note(result, occurrence)
    return result
  }

  /// Has a report that went out whole written down as such, or one that nobody is left to get.
  private func note(_ result: Result, _ occurrence: ReportOccurrence) throws {
    var occurrence = occurrence
    switch result.ending {
    case .sent, .known:
      guard occurrence.state != .sent else { return }
      occurrence.state = .sent
      occurrence.reason = nil
    case .nobody:
      // A person can reject what is held, so that it is no miss for ever.
      occurrence.state = .held
      occurrence.reason = result.reason
    case .rejected:
      guard occurrence.state != .rejected else { return }
      occurrence.state = .rejected
      occurrence.reason = result.reason
    case .held, .review, .unknown, .delayed, .failed: return
    }
    finished.append(occurrence)
  }

  /// Recipients that were suppressed when the mails were planned have none; later ones have a mail that was withheld.
  private func leftOut(_ mails: [Effect], _ withheld: [Effect], _ due: Due) -> [String] {
    let names = Set(mails.map(\.stem))
    let never = due.schedule.recipients.filter { names.isDisjoint(with: ReportMail.names(due.chain, $0.address)) }
    return never.compactMap(\.suppression) + withheld.compactMap(\.reason)
  }

  private func settle(_ effect: Effect) throws -> Effect {
    var effect = effect
    guard !effect.isSettled, !time.isOver, try !isHeldBack(effect) else { return effect }
    guard effect.kind == sender.transport.kind else {
      effect.wait("it was written for the other transport: run again with that one")
      return effect
    }
    return try driver.settle(effect)
  }

  /// Its process died while it was sent: nobody can be asked, and it must be seen that nobody knows.
  private func recovered(_ effect: Effect) throws -> Effect {
    guard effect.state == .sending else { return effect }
    var effect = effect
    effect.recover()
    let recovered = effect
    try driver.write { tx in try OutboxStore(tx).save(recovered) }
    return recovered
  }

  /// An event that came before the mail was given up for unknown shows that it went.
  private func confirmed(_ effect: Effect) throws -> Effect {
    guard effect.state != .done, try driver.read({ tx in try MailEventStore(tx).proof(of: effect.id) }) != nil else {
      return effect
    }
    return try driver.write { tx in
      var effect = effect
      guard let proof = try MailEventStore(tx).proof(of: effect.id), effect.confirm(remoteID: proof, at: time.now())
      else { return effect }
      try OutboxStore(tx).save(effect)
      return effect
    }
  }
}
