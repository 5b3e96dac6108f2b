import Foundation
import PodctlCore
import SeededNumbers
import Testing

@testable import PodctlMeasurement

@Suite("The engine agrees with the slow reference")
struct ReferenceTests {
  /// Everything that a count goes by, drawn from a seed.
  private struct Draw {
    var rules: CountingRules
    var zone: Zone
    var lists: GeneratedLists

    init(_ random: inout SplitMix) throws {
      rules = CountingRules(
        random.pick([.iab, .iab, .iab, .prefix, .odl]), random.pick(MeasurementWindow.allCases),
        volumeLimit: random.chance(30) ? 1 + random.below(2) : nil)
      zone = try Zone(random.pick(["UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata"]))
      lists = random.pick(try GeneratedLists.all.get())
    }

    var reference: SlowReference {
      // Profile odl counts days of UTC and knows no limit.
      let isODL = rules.profile == .odl
      var reference = SlowReference(
        paths: GeneratedLogs.referencePaths,
        zone: (isODL ? nil : TimeZone(identifier: zone.identifier)) ?? .gmt, lists: lists.reference)
      reference.profile = rules.profile.rawValue
      reference.window = rules.window.rawValue
      reference.volumeLimit = isODL ? nil : rules.volumeLimit
      return reference
    }

    func counter() throws -> DownloadCounter {
      DownloadCounter(
        try GeneratedLogs.catalogue(), lists: lists.engine, rules: rules, zone: zone, threads: 2)
    }
  }

  @Test("thresholds are those worked out by hand")
  func thresholds() throws {
    #expect(try GeneratedLogs.catalogue().thresholds == GeneratedLogs.thresholds)
  }

  /// Seeds in four shares, so that the machine's cores can work at once.
  @Test(
    "on 2,000 generated logs: downloads and reasons, in all windows, profiles and zones, with dated lists and limits",
    arguments: UInt64(0)..<4)
  func agreement(share: UInt64) throws {
    var met = Set<String>()
    for seed in stride(from: share + 1, through: GeneratedLogs.cases, by: 4) {
      var random = SplitMix(seed: seed)
      let draw = try Draw(&random)
      let lines = GeneratedLogs.log(&random)
      let expected = draw.reference.count(lines)
      let counter = try draw.counter()
      let count = try counter.count([Counting.log(lines)])
      #expect(count.words.sorted() == expected.rows, "seed \(seed), \(draw.rules.name) in \(draw.zone)")
      let tally = Dictionary(expected.reasons.map { ($0, 1) }, uniquingKeysWith: +)
      #expect(
        count.reasonWords == tally.map { "\($0.key) \($0.value)" }.sorted(),
        "seed \(seed), \(draw.rules.name) in \(draw.zone)")
      met.formUnion(tally.keys)
      // Each line's own reason is dearer to find, so only some logs are taken apart.
      guard seed % 10 == 0 else { continue }
      let log = Counting.log(lines)
      for (number, reason) in expected.reasons.enumerated() {
        let explained = try counter.explain(line: number + 3, of: log, in: [log])
        #expect(explained.reason.rawValue == reason, "seed \(seed), line \(number), \(draw.rules.name) in \(draw.zone)")
      }
    }
    // A generator that never came to a reason would prove nothing of it. Only a database closes windows.
    #expect(met == Set(LineReason.allCases.map(\.rawValue)).subtracting(["closed"]))
  }
}
