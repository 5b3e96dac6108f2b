import PodctlCore
import Testing

@Suite("An effect decides its next step from what is written down and the clock")
struct EffectTests {
  private let start = Instant(seconds: 1_793_606_400)

  private func effect(looksFirst: Bool = false) -> Effect {
    Effect(
      id: Identifier(high: 1, low: 1), name: "N/invoice", chain: "N", kind: .invoice, isLive: false,
      request: .init(method: "POST", path: "/v1/invoices", body: [], sha256: "h"), keyStem: "podctl:1:abc",
      plannedAt: start, progress: Effect.Progress(looksFirst: looksFirst))
  }

  /// An effect that was sent once, with this outcome a second later.
  private func sent(_ outcome: EffectOutcome) -> Effect {
    var effect = effect()
    effect.begin(at: start)
    effect.record(outcome, at: start.advanced(seconds: 1))
    return effect
  }

  @Test("what is new is sent, and what an earlier life may have done is looked for first")
  func first() {
    #expect(effect().step(at: start) == .send)
    var known = effect(looksFirst: true)
    #expect(known.step(at: start) == .look)
    known.record(.absent, at: start)
    #expect(known.step(at: start) == .send && known.key == "podctl:1:abc:1")
  }

  @Test("a found effect is adopted and never sent")
  func adopted() {
    var effect = effect(looksFirst: true)
    effect.record(.present(remoteID: "in_1"), at: start)
    #expect(effect.state == .done && effect.isAdopted && effect.remoteID == "in_1" && effect.attempts == 0)
    #expect(effect.step(at: start.advanced(seconds: 1_000_000)) == .rest)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var outcome: EffectOutcome
    var state: Effect.State
    var step: EffectStep
    var testDescription: String { "\(outcome)" }
  }

  /// The retry table, just after one attempt.
  static let table = [
    Row(outcome: .done(remoteID: "in_1"), state: .done, step: .rest),
    Row(outcome: .notSent(reason: "r"), state: .planned, step: .send),
    Row(outcome: .lost(reason: "r"), state: .unknown, step: .look),
    Row(outcome: .fault(reason: "r", isAnswer: true, mayRetry: true), state: .planned, step: .send),
    Row(outcome: .fault(reason: "r", isAnswer: true, mayRetry: false), state: .unknown, step: .look),
    Row(outcome: .busy(reason: "r", seconds: nil), state: .planned, step: .send),
    Row(outcome: .barred(reason: "r"), state: .planned, step: .send),
    Row(outcome: .refused(reason: "r"), state: .unknown, step: .look),
    Row(outcome: .conflict(reason: "r"), state: .failed, step: .rest),
  ]

  @Test("each outcome has its state and its next step", arguments: table)
  func outcomes(row: Row) {
    let effect = sent(row.outcome)
    #expect(effect.state == row.state)
    #expect(effect.step(at: start.advanced(seconds: 2)) == row.step)
    #expect(effect.reason == row.outcome.reason && effect.lastOutcome == row.outcome.word)
  }

  @Test("a pause that the service asks for is kept, up to an hour")
  func busy() {
    let now = start.advanced(seconds: 2)
    #expect(sent(.busy(reason: "r", seconds: 30)).step(at: now) == .wait(until: start.advanced(seconds: 31)))
    #expect(sent(.busy(reason: "r", seconds: 1 << 40)).step(at: now) == .wait(until: start.advanced(seconds: 3601)))
    // Written by a clock that has been set back since.
    #expect(sent(.busy(reason: "r", seconds: 30)).step(at: start.advanced(seconds: -90_000)) == .look)
  }

  @Test("a key is trusted for 20 hours, and not by a clock that was set back")
  func age() {
    let effect = sent(.notSent(reason: "r"))
    #expect(effect.step(at: start.advanced(seconds: 20 * 3600 - 1)) == .send)
    #expect(effect.step(at: start.advanced(seconds: 20 * 3600)) == .look)
    #expect(effect.step(at: start.advanced(seconds: -1)) == .look)
  }

  @Test("an absent effect keeps a young key, and an old one is replaced once nothing can be under way any more")
  func renewal() {
    var young = sent(.lost(reason: "r"))
    young.record(.absent, at: start.advanced(seconds: 5))
    #expect(young.state == .planned && young.epoch == 1 && young.step(at: start.advanced(seconds: 6)) == .send)

    var old = sent(.lost(reason: "r"))
    old.record(.absent, at: start.advanced(seconds: 25 * 3600))
    #expect(old.epoch == 2 && old.keyUsedAt == nil && old.step(at: start.advanced(seconds: 25 * 3600)) == .send)

    // A request that was sent again just before its key grew old may still be on its way.
    var late = sent(.notSent(reason: "r"))
    let evening = start.advanced(seconds: 20 * 3600 - 10)
    late.begin(at: evening)
    late.record(.lost(reason: "r"), at: evening.advanced(seconds: 80))
    late.record(.absent, at: evening.advanced(seconds: 90))
    #expect(
      late.epoch == 1 && late.step(at: evening.advanced(seconds: 90)) == .wait(until: evening.advanced(seconds: 680)))
    #expect(late.step(at: evening.advanced(seconds: 680)) == .look)
    late.record(.absent, at: evening.advanced(seconds: 680))
    #expect(late.epoch == 2)
  }

  @Test("after three errors of the server comes a look, and only then a new key")
  func faults() {
    var effect = effect()
    for attempt in 1...3 {
      #expect(effect.step(at: start) == .send)
      effect.begin(at: start)
      effect.record(.fault(reason: "r", isAnswer: true, mayRetry: true), at: start)
      #expect(effect.faults == attempt && effect.epoch == 1)
    }
    #expect(effect.step(at: start) == .look)
    effect.record(.absent, at: start)
    #expect(effect.epoch == 2 && effect.faults == 0 && effect.step(at: start) == .send)
  }

  @Test("a gateway's error leaves a doubt that an answered one does not")
  func gateway() {
    var effect = sent(.fault(reason: "r", isAnswer: false, mayRetry: false))
    effect.record(.absent, at: start.advanced(seconds: 10))
    #expect(effect.epoch == 1 && effect.state == .unknown)
    effect.record(.absent, at: start.advanced(seconds: 601))
    #expect(effect.epoch == 2)
  }

  @Test("a refusal is final once a look has found nothing")
  func refused() {
    var gone = sent(.refused(reason: "r"))
    gone.record(.unclear(reason: "later"), at: start)
    #expect(gone.step(at: start.advanced(seconds: 2)) == .look)
    gone.record(.absent, at: start)
    #expect(gone.state == .failed)
    var done = sent(.refused(reason: "r"))
    done.record(.present(remoteID: "in_1"), at: start)
    #expect(done.state == .done && done.isAdopted)
  }

  @Test("two of ours, or one with other content, stop it")
  func stopped() {
    var twice = sent(.lost(reason: "r"))
    twice.record(.several(["in_1", "in_2"]), at: start)
    #expect(twice.state == .failed && twice.reason?.contains("in_1, in_2") == true)
    var other = sent(.lost(reason: "r"))
    other.record(.impossible(reason: "other content"), at: start)
    #expect(other.state == .failed)
  }

  @Test("what was on its way when its process died is looked for")
  func interrupted() {
    var effect = effect()
    effect.begin(at: start)
    #expect(effect.step(at: start) == .look)
    effect.recover()
    #expect(effect.state == .unknown && effect.lastOutcome == .interrupted && effect.doubtAt == start)
  }

  @Test("a person can settle what is not done, and nobody can unsettle what is")
  func resolved() {
    var effect = sent(.conflict(reason: "r"))
    let isTaken = effect.resolve(.retry, at: start)
    #expect(isTaken)
    #expect(effect.step(at: start) == .look)
    effect.record(.absent, at: start)
    #expect(effect.epoch == 2 && effect.step(at: start) == .send)
    let isDone = effect.resolve(.done(remoteID: "in_9"), at: start)
    #expect(isDone && effect.remoteID == "in_9")
    let later = [effect.resolve(.failed, at: start), effect.resolve(.retry, at: start)]
    #expect(later == [false, false] && effect.state == .done)
  }

  @Test("pauses are 0.5 to 5 seconds, whatever the jitter")
  func pauses() {
    for failures in 0...40 {
      for jitter in [-5, 0, 1, 500, 1000, 2000] {
        #expect((500...5000).contains(RetryRule.pauseMilliseconds(after: failures, jitter: jitter)))
      }
    }
    #expect(
      (1...6).map { RetryRule.pauseMilliseconds(after: $0, jitter: 1000) } == [500, 1000, 2000, 4000, 5000, 5000])
    #expect((1...6).map { RetryRule.pauseMilliseconds(after: $0, jitter: 0) } == [500, 500, 1000, 2000, 2500, 2500])
  }
}
