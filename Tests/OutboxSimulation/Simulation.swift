import PodctlOperations

/// Plays schedules one after the other and adds up what came of them.
public final class Simulation {
  public struct Summary: Sendable {
    public var schedules = 0
    public var doubles: [String: Int] = [:]
    /// By the word of the last run's ending; `stopped` where the last run was stopped dead.
    public var endings: [String: Int] = [:]
    public var runs = 0
    /// The first schedule that did something twice, or said that it was done where it was not.
    public var fault: String?

    public var line: String {
      let doubles = ["customer", "invoice", "line", "finalize", "send"].map { "\($0) \(self.doubles[$0] ?? 0)" }
      let endings = self.endings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      return "\(schedules) schedules, \(runs) runs; done twice: \(doubles.joined(separator: ", ")); ended: "
        + endings.joined(separator: ", ")
    }
  }

  private let world: SimulatedWorld

  public init() throws { world = try SimulatedWorld() }

  /// Plays `count` schedules that follow from the seed.
  public func play(_ count: Int, seed: UInt64) throws -> Summary {
    var summary = Summary()
    for number in 0..<UInt64(count) {
      var random = SimulationRandom(seed: seed &+ number &* 0x9E37)
      let schedule = Schedule(&random)
      let verdict = try SimulatedIssue(world, schedule).play()
      summary.schedules += 1
      summary.runs += verdict.runs
      for double in verdict.doubles { summary.doubles[double, default: 0] += 1 }
      summary.endings[verdict.ending?.rawValue ?? "stopped", default: 0] += 1
      let isFalse = verdict.ending == .issued && !verdict.isWhole
      if isFalse { summary.endings["falsely issued", default: 0] += 1 }
      if summary.fault == nil, !verdict.doubles.isEmpty || isFalse || verdict.ending == nil || verdict.ending == .failed
      {
        summary.fault = "schedule \(number): \(schedule), \(verdict)"
      }
    }
    return summary
  }
}
