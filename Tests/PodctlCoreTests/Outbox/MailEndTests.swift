import PodctlCore
import Testing

@Suite("Mails that do not go after all") struct MailEndTests {
  private let start = Instant(seconds: 1_793_606_400)

  private func mail(window: Effect.Window? = nil) -> Effect {
    Effect(
      id: Identifier(high: 1, low: 1), name: "report/a/b", chain: "report/a", kind: .mail, isLive: false,
      request: .init(method: "POST", path: "/v3/mail/send", body: [], sha256: "h"), keyStem: "k", plannedAt: start,
      window: window, progress: Effect.Progress(looksFirst: false))
  }

  private func sent(_ outcome: EffectOutcome) -> Effect {
    var mail = mail()
    mail.begin(at: start)
    mail.record(outcome, at: start)
    return mail
  }

  @Test("what is withheld is never sent by itself, and again once a person says so")
  func withheld() {
    var mail = mail()
    mail.withhold("bounced", at: start)
    #expect(mail.state == .withheld && mail.isSettled && mail.attempts == 0 && mail.reason == "bounced")
    #expect(mail.step(at: start.advanced(seconds: 1_000_000)) == .rest)
    let isTaken = mail.resolve(.retry, at: start)
    #expect(isTaken && mail.step(at: start) == .send && mail.settledAt == nil)
  }

  @Test("what was taken back stays so, whether it had arrived or not, and is not tried again")
  func cancelled() {
    let cases = [mail(), sent(.done(remoteID: "m")), sent(.lost(reason: "r")), sent(.busy(reason: "r", seconds: 9))]
    for var mail in cases {
      let isTaken = mail.cancel("taken back", at: start)
      #expect(isTaken && mail.state == .cancelled && mail.step(at: start) == .rest && mail.reason == "taken back")
      let later = [mail.resolve(.retry, at: start), mail.resolve(.failed, at: start), mail.cancel("again", at: start)]
      #expect(later == [false, false, false] && mail.reason == "taken back")
      let isConfirmed = mail.confirm(remoteID: "m", at: start)
      #expect(!isConfirmed && mail.state == .cancelled)
    }
  }

  @Test("what failed or was withheld has nothing to take back")
  func nothing() {
    var failed = sent(.refused(reason: "r"))
    var withheld = mail()
    withheld.withhold("bounced", at: start)
    let taken = [failed.cancel("r", at: start), withheld.cancel("r", at: start)]
    #expect(taken == [false, false] && failed.state == .failed && withheld.state == .withheld)
  }

  @Test("a mail can be taken back until ten minutes before it goes")
  func lastCall() {
    let window = Effect.Window(batch: "b", sendAt: start.advanced(seconds: 3600))
    #expect(window.lastCall == start.advanced(seconds: 3000))
  }

  @Test(
    "a window is 15 minutes to 72 hours, or none",
    arguments: [(0, true), (14, false), (15, true), (4320, true), (4321, false), (-1, false)])
  func windows(minutes: Int, isGood: Bool) {
    let isTaken = (try? MailWindow.check(minutes)) != nil
    #expect(isTaken == isGood)
  }
}
