import StripeFake

/// One way in which a week's mails go wrong.
struct MailSchedule: Sendable, CustomStringConvertible {
  enum Fault: Sendable {
    /// podctl is stopped dead at the nth checkpoint that it reaches.
    case crash(at: Int)
    /// The nth request, of whatever kind, is lost or spoiled.
    case loss(at: Int, FakeMailNetwork.Loss)
    /// The first request that takes a batch back is lost or spoiled: the place where a doubt meets another.
    case lossOfRecall(FakeMailNetwork.Loss)
  }

  var faults: [Fault]
  var gaps: [Int64]
  /// 0 where mails go at once.
  var windowMinutes: Int
  /// Somebody else holds back ten batches already.
  var isCrowded: Bool
  /// The run that takes the report back in place of sending it, from 1.
  var cancelsAt: Int?
  /// The run at which podctl's clock is a day behind, from 1.
  var clockIsBackAt: Int?

  var description: String {
    "faults \(faults), gaps \(gaps), window \(windowMinutes), crowded \(isCrowded), cancels at \(cancelsAt ?? 0), "
      + "clock back at \(clockIsBackAt ?? 0)"
  }

  static let gapChoices: [Int64] = [5, 60, 360, 700, 900, 1300, 1700, 4000, 21 * 3600, 25 * 3600, 30 * 3600]

  init(_ random: inout SimulationRandom) {
    faults = (0..<(1 + random.below(2))).map { _ in
      let loss = FakeMailNetwork.Loss.allCases[random.below(FakeMailNetwork.Loss.allCases.count)]
      switch random.below(5) {
      case 0, 1: return .crash(at: 1 + random.below(30))
      case 2, 3: return .loss(at: 1 + random.below(12), loss)
      default: return .lossOfRecall(loss)
      }
    }
    gaps = (0..<SimulatedMails.mostRuns).map { _ in MailSchedule.gapChoices[random.below(MailSchedule.gapChoices.count)]
    }
    windowMinutes = [0, 30, 30, 60][random.below(4)]
    isCrowded = random.below(12) == 0
    cancelsAt = random.below(8) == 0 ? 1 + random.below(3) : nil
    clockIsBackAt = random.below(12) == 0 ? 2 + random.below(2) : nil
  }
}
