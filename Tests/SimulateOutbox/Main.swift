import Foundation
import OutboxSimulation

/// Plays schedules of faults, half of them of money and half of mail: `simulate-outbox --schedules N --seed S`, or all of
/// one kind with `--only money` or `--only mail`. One line on standard output; status 1 where anything was done twice, said
/// to be done and was not, or left undone.
@main
struct Main {
  static func main() throws {
    let words = CommandLine.arguments
    func value(_ name: String, _ standard: UInt64) -> UInt64 {
      words.firstIndex(of: name).flatMap { $0 + 1 < words.count ? UInt64(words[$0 + 1]) : nil } ?? standard
    }
    let seed = value("--seed", 1)
    let count = Int(value("--schedules", 10_000))
    let only = words.firstIndex(of: "--only").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    let ofMoney = only == "mail" ? 0 : only == "money" ? count : count / 2
    let start = ContinuousClock.now
    let summary = try Simulation().play(ofMoney: ofMoney, ofMail: count - ofMoney, seed: seed)
    let seconds = (ContinuousClock.now - start).components.seconds
    FileHandle.standardOutput.write(Data("\(summary.line); seed \(seed), \(seconds) s\n".utf8))
    if let fault = summary.fault { FileHandle.standardError.write(Data("\(fault)\n".utf8)) }
    if !summary.isGood { exit(1) }
  }
}
