import Foundation
import OutboxSimulation

/// Plays schedules of faults: `simulate-outbox --schedules N --seed S`. One line on standard output; status 1 where
/// anything was done twice or said to be done and was not.
@main
struct Main {
  static func main() throws {
    let words = CommandLine.arguments
    func value(_ name: String, _ standard: UInt64) -> UInt64 {
      words.firstIndex(of: name).flatMap { $0 + 1 < words.count ? UInt64(words[$0 + 1]) : nil } ?? standard
    }
    let seed = value("--seed", 1)
    let count = Int(value("--schedules", 10_000))
    let start = ContinuousClock.now
    let summary = try Simulation().play(count, seed: seed)
    let seconds = (ContinuousClock.now - start).components.seconds
    FileHandle.standardOutput.write(Data("\(summary.line); seed \(seed), \(seconds) s\n".utf8))
    if let fault = summary.fault { FileHandle.standardError.write(Data("\(fault)\n".utf8)) }
    if !summary.doubles.isEmpty || summary.endings["falsely issued"] != nil { exit(1) }
  }
}
