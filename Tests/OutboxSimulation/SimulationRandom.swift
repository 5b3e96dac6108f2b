import StripeFake

/// SplitMix64: the same schedules for a seed on every machine.
public struct SimulationRandom: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// One way in which things go wrong: up to two faults, and how long it is until the next run each time.
public struct Schedule: Sendable, CustomStringConvertible {
  public enum Fault: Sendable {
    /// podctl is stopped dead at the nth checkpoint that it reaches.
    case crash(at: Int)
    /// The nth request, of whatever kind, is lost or spoiled on its way.
    case loss(at: Int, FakeTransport.Loss)
    /// The service answers the nth POST that arrives with something else.
    case service(at: Int, FakeStripe.Fault)
  }

  public var faults: [Fault]
  public var gaps: [Int64]

  public var description: String { "faults \(faults), gaps \(gaps)" }

  static let gapChoices: [Int64] = [5, 60, 360, 900, 4000, 21 * 3600, 25 * 3600, 30 * 3600]

  public init(_ random: inout SimulationRandom) {
    faults = (0..<(1 + random.below(2))).map { _ in
      switch random.below(3) {
      case 0: .crash(at: 1 + random.below(60))
      case 1:
        .loss(at: 1 + random.below(24), FakeTransport.Loss.allCases[random.below(FakeTransport.Loss.allCases.count)])
      default:
        .service(at: 1 + random.below(9), FakeStripe.Fault.allCases[random.below(FakeStripe.Fault.allCases.count)])
      }
    }
    gaps = (0..<SimulatedIssue.mostRuns).map { _ in Schedule.gapChoices[random.below(Schedule.gapChoices.count)] }
  }
}
