import Foundation
import PodctlCore
import PodctlMeasurement
import SeededNumbers
import Testing

@Suite("The published log of 20,000 lines", .enabled(if: SharedData.isPresent, "../shared/data is absent"))
struct GoldenTests {
  private func counter(threads: Int = 2) throws -> DownloadCounter {
    DownloadCounter(
      try EpisodeFile.read(SharedData.path("logs/episodes-20k.tsv")),
      lists: try FilterLists.reading([SharedData.path("opawg")]), threads: threads)
  }

  private var log: LogSource { .file(SharedData.path("logs/cloudfront-20k.log.gz")) }

  private func csv(_ count: DownloadCount) -> String {
    "episode,day,downloads\n" + count.rows.map { "\($0.episode),\($0.day),\($0.downloads)\n" }.joined()
  }

  private func reasons(_ count: DownloadCount) -> String {
    "reason,lines\n" + count.ledger.rows.map { "\($0.reason.rawValue),\($0.lines)\n" }.joined()
  }

  /// The log's header and its lines.
  private func lines() throws -> (header: String, lines: [Substring]) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", SharedData.path("logs/cloudfront-20k.log.gz")]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let all = String(decoding: data, as: UTF8.self).split(separator: "\n")
    return (all.filter { $0.hasPrefix("#") }.map { $0 + "\n" }.joined(), all.filter { !$0.hasPrefix("#") })
  }

  @Test("gives the published counts and reasons")
  func golden() throws {
    let count = try counter().count([log])
    #expect(csv(count) == (try SharedData.text("logs/expected-iab23-calendar.csv")))
    #expect(reasons(count) == (try SharedData.text("logs/expected-iab23-reasons.csv")))
    #expect(count.ledger.total == 20_000)
  }

  @Test("split in three and shuffled gives the same counts and the same ledger", arguments: [1, 2])
  func split(threads: Int) throws {
    let seed: UInt64 = 20_260_601
    var random = SplitMix(seed: seed)
    let (header, lines) = try lines()
    let shuffled = lines.shuffled(using: &random)
    let parts = (0..<3).map { part in
      let text = header + shuffled.indices.filter { $0 % 3 == part }.map { shuffled[$0] + "\n" }.joined()
      return LogSource.memory(name: "part \(part)", bytes: Array(text.utf8))
    }
    let count = try counter(threads: threads).count(parts)
    #expect(csv(count) == (try SharedData.text("logs/expected-iab23-calendar.csv")), "seed \(seed)")
    #expect(reasons(count) == (try SharedData.text("logs/expected-iab23-reasons.csv")), "seed \(seed)")
  }

  @Test("given twice gives the same counts and twice the lines")
  func twice() throws {
    let count = try counter().count([log, log])
    #expect(csv(count) == (try SharedData.text("logs/expected-iab23-calendar.csv")))
    #expect(count.ledger.total == 40_000)
    #expect(count.ledger[.counted] == 8973)
    #expect(count.ledger[.threshold] == 2 * 3385)
    #expect(count.ledger[.duplicate] == 2 * 397 + 8973)
    #expect(count.ledger[.bot] == 2 * 1189)
  }
}
