import PodctlOperations

/// Plays schedules one after the other, of money and of mail, and adds up what came of them.
public final class Simulation {
  public struct Summary: Sendable {
    public var ofMoney = 0
    public var ofMail = 0
    public var doubles: [String: Int] = [:]
    /// Invoices by the word of the last run's ending; `stopped` where the last run was stopped dead.
    public var invoices: [String: Int] = [:]
    /// Mails by the state that they are left in.
    public var mails: [String: Int] = [:]
    public var runs = 0
    /// What was said to be so and was not, and what was left undone.
    public var lies: [String: Int] = [:]
    /// The first schedule that did something twice, or said that it was done where it was not.
    public var fault: String?

    public var isGood: Bool { doubles.isEmpty && lies.isEmpty }

    public var line: String {
      let doubles = ["customer", "invoice", "line", "finalize", "send", "mail"]
        .map { "\($0) \(self.doubles[$0] ?? 0)" }
      func list(_ counts: [String: Int]) -> String {
        let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return words.isEmpty ? "none" : words.joined(separator: ", ")
      }
      return "\(ofMoney + ofMail) schedules (\(ofMoney) of money, \(ofMail) of mail), \(runs) runs; done twice: "
        + doubles.joined(separator: ", ")
        + "; untrue: \(list(lies)); invoices: \(list(invoices)); mails: \(list(mails))"
    }

    mutating func note(_ fault: String) { if self.fault == nil { self.fault = fault } }
  }

  private let world: SimulatedWorld
  private let mailWorld: SimulatedMailWorld

  public init() throws {
    world = try SimulatedWorld()
    mailWorld = try SimulatedMailWorld()
  }

  /// Plays so many schedules of each kind, which follow from the seed.
  public func play(ofMoney: Int, ofMail: Int, seed: UInt64) throws -> Summary {
    var summary = Summary()
    for number in 0..<UInt64(ofMoney) {
      var random = SimulationRandom(seed: seed &+ number &* 0x9E37)
      try playMoney("money \(number)", Schedule(&random), &summary)
    }
    for number in 0..<UInt64(ofMail) {
      var random = SimulationRandom(seed: seed &+ number &* 0x9E37)
      try playMail("mail \(number)", MailSchedule(&random), &summary)
    }
    return summary
  }

  private func playMoney(_ name: String, _ schedule: Schedule, _ summary: inout Summary) throws {
    let verdict = try SimulatedIssue(world, schedule).play()
    summary.ofMoney += 1
    summary.runs += verdict.runs
    for double in verdict.doubles { summary.doubles[double, default: 0] += 1 }
    summary.invoices[verdict.ending?.rawValue ?? "stopped", default: 0] += 1
    let isFalse = verdict.ending == .issued && !verdict.isWhole
    if isFalse { summary.lies["said issued and not", default: 0] += 1 }
    if !verdict.doubles.isEmpty || isFalse || verdict.ending == nil || verdict.ending == .failed {
      summary.note("\(name): \(schedule), \(verdict)")
    }
  }

  private func playMail(_ name: String, _ schedule: MailSchedule, _ summary: inout Summary) throws {
    let verdict = try SimulatedMails(mailWorld, schedule).play()
    summary.ofMail += 1
    summary.runs += verdict.runs
    if verdict.doubles > 0 { summary.doubles["mail", default: 0] += verdict.doubles }
    for lie in verdict.lies { summary.lies[lie, default: 0] += 1 }
    summary.mails.merge(verdict.endings) { $0 + $1 }
    if verdict.doubles > 0 || !verdict.lies.isEmpty { summary.note("\(name): \(schedule), \(verdict)") }
  }
}
