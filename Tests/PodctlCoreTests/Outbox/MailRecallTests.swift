import PodctlCore
import Testing

@Suite("Batches that are taken back") struct MailRecallTests {
  private let start = Instant(seconds: 1_793_606_400)

  private func mail(_ name: String, kind: EffectKind = .mail, sendAt: Int64? = 1800) -> Effect {
    Effect(
      id: Identifier(high: 1, low: 1), name: name, chain: "report/a/2026-W43", kind: kind, isLive: false,
      request: .init(method: "POST", path: "/v3/mail/send", body: [], sha256: "h"), keyStem: "k", plannedAt: start,
      window: sendAt.map { Effect.Window(batch: "b", sendAt: start.advanced(seconds: $0)) },
      progress: Effect.Progress(looksFirst: false))
  }

  private func recall(_ answers: [(MailRecallAnswer, Int64)]) -> MailRecall {
    var recall = MailRecall(batch: "b", isLive: false, purpose: .again, askedAt: start)
    for (answer, seconds) in answers { recall.record(answer, at: start.advanced(seconds: seconds)) }
    return recall
  }

  @Test(
    "a mail's name says which try it is",
    arguments: [
      ("1f2e", 1, "1f2e"), ("1f2e/2", 2, "1f2e"), ("1f2e/12", 12, "1f2e"), ("1f2e/1", 1, "1f2e/1"), ("7", 1, "7"),
    ])
  func names(_ end: String, _ revision: Int, _ stem: String) {
    let mail = mail("report/a/2026-W43/" + end)
    #expect(mail.revision == revision && mail.stem == "report/a/2026-W43/" + stem)
    #expect(Effect.name(mail.stem, revision: revision) == mail.name)
  }

  @Test("of each mail the newest try stands, and Stripe's effects have none")
  func standing() {
    let names = ["x", "y", "x/2", "y/10", "y/9"].map { mail("report/a/2026-W43/" + $0) }
    #expect(Effect.standing(names).map(\.name) == ["report/a/2026-W43/x/2", "report/a/2026-W43/y/10"])
    #expect(mail("report/a/2026-W43/x/2", kind: .line).revision == 1)
  }

  @Test(
    "only what is unknown, and until two minutes before the last call",
    arguments: [(1079, true), (1080, true), (1081, false), (5000, false)])
  func open(_ seconds: Int64, _ isOpen: Bool) {
    var mail = mail("report/a/2026-W43/x")
    let now = start.advanced(seconds: seconds)
    #expect(!mail.canBeTakenBack(at: now) && mail.isStale(at: now) == !isOpen)
    mail.begin(at: start)
    mail.record(.lost(reason: "r"), at: start)
    #expect(mail.canBeTakenBack(at: now) == isOpen && !mail.isStale(at: now))
    var plain = self.mail("report/a/2026-W43/x", sendAt: nil)
    #expect(!plain.isStale(at: now))
    plain.begin(at: start)
    plain.record(.lost(reason: "r"), at: start)
    #expect(!plain.canBeTakenBack(at: now))
  }

  @Test("what the service has is in doubt while its batch is asked for, and sent again where it is kept")
  func doubt() {
    var sent = mail("report/a/2026-W43/x")
    sent.begin(at: start)
    sent.record(.done(remoteID: "m"), at: start)
    sent.doubt("asked for")
    #expect(sent.state == .unknown && sent.settledAt == nil)
    sent.restore(at: start)
    #expect(sent.state == .done && sent.remoteID == "m" && sent.reason == nil)
    var lost = mail("report/a/2026-W43/x")
    lost.begin(at: start)
    lost.record(.lost(reason: "r"), at: start)
    lost.restore(at: start)
    #expect(lost.state == .unknown)
  }

  @Test("the service's answers, one after the other")
  func answers() {
    let lost = MailRecallAnswer.unclear(reason: "lost", mayArrive: true)
    let away = MailRecallAnswer.unclear(reason: "away", mayArrive: false)
    let refused = MailRecallAnswer.refused(reason: "no")
    #expect(recall([(.taken, 0)]).state == .taken)
    #expect(recall([(refused, 0)]).state == .refused)
    #expect(recall([(lost, 0), (.taken, 900)]).state == .taken)
    // The lost request may still be heard after the refusal.
    #expect(recall([(lost, 0), (refused, 599)]).state == .asked)
    #expect(recall([(lost, 0), (refused, 600)]).state == .refused)
    #expect(recall([(away, 0), (refused, 1)]).state == .refused)
    #expect(recall([(.barred(reason: "key"), 0)]).state == .asked)
    #expect(recall([(.taken, 0), (refused, 1)]).state == .taken)
  }

  @Test("what a person does not want to go is never wanted again because of a doubt")
  func purposes() {
    var recall = recall([(.refused(reason: "no"), 0)])
    recall.want(.cancel)
    #expect(recall.state == .asked && recall.purpose == .cancel)
    recall.want(.again)
    #expect(recall.purpose == .cancel)
  }
}
