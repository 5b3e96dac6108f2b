import PodctlCore
import SeededNumbers
import Testing

@testable import PodctlMeasurement

/// Seeds in four shares, so that the machine's cores can work at once.
@Suite("What is counted does not depend on the order, nor on what came in which file or run")
struct OrderTests {
  private static func counter(
    _ random: inout SplitMix, keepsListeners: Bool = false
  ) throws -> DownloadCounter {
    let rules = CountingRules(
      random.pick([.iab, .iab, .prefix, .odl]), random.pick(MeasurementWindow.allCases),
      volumeLimit: !keepsListeners && random.chance(30) ? 1 + random.below(2) : nil)
    var counter = DownloadCounter(
      try GeneratedLogs.catalogue(), lists: random.pick(try GeneratedLists.all.get()).engine, rules: rules,
      zone: try Zone(random.pick(["UTC", "America/New_York"])), threads: 1 + random.below(2),
      keepsListeners: keepsListeners)
    // Logs of some lines are cut into several ranges.
    counter.rangeSize = 300
    return counter
  }

  /// The lines in any order in one to three files, each with a readable line of its own.
  private static func split(_ lines: [CloudFrontLine], _ random: inout SplitMix) -> [[CloudFrontLine]] {
    var parts = Array(repeating: [GeneratedLogs.readable], count: 1 + random.below(3))
    for line in lines.shuffled(using: &random) { parts[random.below(parts.count)].append(line) }
    return parts
  }

  @Test("permuted, split, repeated and interleaved lines of 2,000 logs give equal counts", arguments: UInt64(0)..<4)
  func files(share: UInt64) throws {
    for seed in stride(from: share + 1, through: GeneratedLogs.cases, by: 4) {
      var random = SplitMix(seed: seed &+ 1_000_000)
      let counter = try Self.counter(&random)
      let lines = GeneratedLogs.log(&random)
      let whole = try counter.count([Counting.log(lines)])
      let parts = Self.split(lines, &random)
      let split = try counter.count(parts.map { Counting.log($0) })
      #expect(split.words == whole.words, "split, seed \(seed), \(counter.rules.name)")
      var ledger = whole.ledger
      ledger[.method] += Int64(parts.count)
      #expect(split.ledger == ledger, "split, seed \(seed), \(counter.rules.name)")
      guard seed % 3 == 0 else { continue }
      let again = try counter.count((parts + [lines]).map { Counting.log($0) })
      #expect(again.words == whole.words, "repeated, seed \(seed), \(counter.rules.name)")
      #expect(again.ledger[.counted] == whole.ledger[.counted], "repeated, seed \(seed), \(counter.rules.name)")
      #expect(again.ledger.total == 2 * whole.ledger.total + Int64(parts.count), "repeated, seed \(seed)")
      for reason in LineReason.allCases where ![.counted, .duplicate, .method].contains(reason) {
        #expect(again.ledger[reason] == 2 * whole.ledger[reason], "repeated, seed \(seed), \(reason)")
      }
    }
  }

  @Test(
    "runs over parts of 2,000 logs, merged by their states in any order, give equal counts", arguments: UInt64(0)..<4)
  func runs(share: UInt64) throws {
    for seed in stride(from: share + 1, through: GeneratedLogs.cases, by: 4) {
      var random = SplitMix(seed: seed &+ 2_000_000)
      let counter = try Self.counter(&random, keepsListeners: true)
      let lines = GeneratedLogs.log(&random)
      let whole = try counter.count([Counting.log(lines)])
      var runs = try Self.split(lines, &random).map { try MergedRuns(counter.count([Counting.log($0)]), counter) }
      var merged = runs.removeFirst()
      for run in runs.shuffled(using: &random) { try merged.add(run) }
      #expect(try merged.words == whole.words, "seed \(seed), \(counter.rules.name)")
      #expect(try merged.settledLines == [.counted, .duplicate, .threshold].map { whole.ledger[$0] }, "seed \(seed)")
      let once = try MergedRuns(whole, counter)
      #expect(merged.states == once.states, "seed \(seed), \(counter.rules.name)")
    }
  }
}
