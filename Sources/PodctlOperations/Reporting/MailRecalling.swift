import PodctlCore
import PodctlGateways
import PodctlStore

/// Has batches of mails taken back from SendGrid, and writes down the mails that stand in for them. What is wanted is
/// written down before SendGrid is asked, and what came of it in one transaction with all that follows from it, so that
/// whatever stops it, of each mail one is left.
struct MailRecalling {
  let tenant: Tenant
  let driver: OutboxDriver
  let time: OutboxTime
  let ids: any IdentifierSource
  let isLive: Bool
  let batches: SendGridBatches
  /// The name of a batch that has no mails yet; nil where SendGrid gives none now.
  let draw: () throws -> String?
  /// Why mails are where they are after a batch was taken back for good.
  let cancelReason: String

  /// Takes back what is in doubt, as long as that is possible, and goes on with what an earlier run had begun to take
  /// back. Gives the mails that stand then; `whenCancelled` writes what it means where a person wanted them back.
  func settle(
    _ mails: [Effect], of chain: String, whenCancelled: (TenantTransaction) throws -> Void
  ) throws -> [Effect] {
    var isChanged = false
    for batch in Set(mails.compactMap(\.window?.batch)).sorted() {
      let recall = try driver.read { tx in try MailRecallStore(tx).find(batch, isLive: isLive) }
      let isWanted = mails.contains { $0.window?.batch == batch && $0.canBeTakenBack(at: time.now()) }
      guard recall?.state == .asked || (isWanted && recall?.state != .taken), !time.isOver else { continue }
      let purpose = recall?.purpose ?? .again
      isChanged = try self.recall(batch, of: chain, purpose, whenCancelled: whenCancelled) != nil || isChanged
    }
    isChanged = try renew(chain) || isChanged
    guard isChanged else { return mails }
    return try driver.read { tx in Effect.standing(try OutboxStore(tx).chain(chain, isLive: isLive)) }
  }

  /// Asks SendGrid for a batch; nil where nothing could be begun.
  func recall(
    _ batch: String, of chain: String, _ purpose: MailRecall.Purpose,
    whenCancelled: (TenantTransaction) throws -> Void
  ) throws -> (recall: MailRecall, answer: MailRecallAnswer)? {
    var spare: String?
    if purpose == .again {
      guard let drawn = try draw() else { return nil }
      spare = drawn
    }
    var (recall, window) = try want(batch, of: chain, purpose)
    try driver.reach(.beforeRecall, chain)
    // A person may try it to the last; past that, it only matters whether an earlier request was heard.
    let isOpen = recall.purpose == .cancel ? time.now() <= window.lastCall : window.isOpen(at: time.now())
    let answer = isOpen ? batches.recall(batch) : batches.look(batch)
    try driver.reach(.afterRecall, chain)
    recall.record(answer, at: time.now())
    let recorded = recall
    try driver.write { tx in
      try MailRecallStore(tx).save(recorded)
      switch recorded.state {
      case .asked: break
      case .taken:
        try cancel(batch, of: chain, recorded.purpose, spare, in: tx)
        if recorded.purpose == .cancel { try whenCancelled(tx) }
      case .refused:
        for var mail in try self.mails(of: chain, batch, in: tx) {
          mail.restore(at: time.now())
          try OutboxStore(tx).save(mail)
        }
      }
      try driver.reach(.beforeCommit, chain)
    }
    try driver.reach(.afterCommit, chain)
    return (recorded, answer)
  }

  /// Writes the wish down, and that nobody knows meanwhile what becomes of the batch's mails.
  private func want(
    _ batch: String, of chain: String, _ purpose: MailRecall.Purpose
  ) throws -> (MailRecall, Effect.Window) {
    try driver.write { tx in
      let store = MailRecallStore(tx)
      var recall =
        try store.find(batch, isLive: isLive)
        ?? MailRecall(batch: batch, isLive: isLive, purpose: purpose, askedAt: time.now())
      recall.want(purpose)
      try store.save(recall)
      let mails = try self.mails(of: chain, batch, in: tx)
      for var mail in mails {
        mail.recover()
        mail.doubt("its batch is being taken back")
        try OutboxStore(tx).save(mail)
      }
      guard let window = mails.first?.window else {
        throw PodctlError(.internalFault, "a batch that is to be taken back has no mails")
      }
      return (recall, window)
    }
  }

  private func cancel(
    _ batch: String, of chain: String, _ purpose: MailRecall.Purpose, _ spare: String?, in tx: TenantTransaction
  ) throws {
    for var mail in try mails(of: chain, batch, in: tx) {
      let why = purpose == .cancel ? cancelReason : "taken back, since it was not known whether it had gone"
      guard mail.cancel(why, at: time.now()) else { continue }
      try OutboxStore(tx).save(mail)
      if purpose == .again, let spare { try replace(mail, spare, in: tx) }
    }
  }

  /// Gives mails that never left, and whose window is over, another one.
  private func renew(_ chain: String) throws -> Bool {
    func stale(_ tx: TenantTransaction) throws -> [Effect] {
      try Effect.standing(OutboxStore(tx).chain(chain, isLive: isLive)).filter { mail in
        guard mail.isStale(at: time.now()), let batch = mail.window?.batch else { return false }
        return try MailRecallStore(tx).find(batch, isLive: isLive)?.state != .asked
      }
    }
    guard try driver.read({ tx in try !stale(tx).isEmpty }), !time.isOver, let spare = try draw() else { return false }
    try driver.write { tx in
      for var mail in try stale(tx) {
        guard mail.cancel("its window was over before it could leave", at: time.now()) else { continue }
        try OutboxStore(tx).save(mail)
        try replace(mail, spare, in: tx)
      }
    }
    return true
  }

  /// Plans the mail that stands in for one that does not go: the same but for its mark, its batch and its time.
  private func replace(_ mail: Effect, _ batch: String, in tx: TenantTransaction) throws {
    guard mail.request.sha256 == EffectRequest.hash(mail.request), let before = mail.window else {
      throw PodctlError(
        .effectChanged, "what \(mail.name) asks for is not what was written down when it was planned",
        hint: "somebody changed the database; nothing was sent", commands: ["podctl outbox show \(mail.name)"])
    }
    let now = time.now()
    let length = before.sendAt.seconds - mail.plannedAt.seconds
    let window = Effect.Window(batch: batch, sendAt: now.advanced(seconds: length))
    let id = ids.next(Effect.self)
    let name = Effect.name(mail.stem, revision: mail.revision + 1)
    _ = try OutboxStore(tx).plan(
      Effect(
        id: id, name: name, chain: mail.chain, kind: mail.kind, isLive: mail.isLive,
        request: EffectRequest.post(
          mail.request.path, try SendGridMail.renewed(mail.request.body, mark: "\(id)", window: window)),
        keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: mail.isLive, name: name), plannedAt: now,
        window: window, progress: Effect.Progress(looksFirst: false)))
  }

  private func mails(of chain: String, _ batch: String, in tx: TenantTransaction) throws -> [Effect] {
    try OutboxStore(tx).chain(chain, isLive: isLive).filter { $0.window?.batch == batch }
  }
}
