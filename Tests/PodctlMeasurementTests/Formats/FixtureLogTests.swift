import Foundation
import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("A small log of every format")
struct FixtureLogTests {
  /// Nine requests and a torn line.
  private static let ranged =
    "bot 1, counted 1, duplicate 2, malformed 1, method 1, probe 1, status 1, threshold 1, unknown-path 1"
  /// Without ranges the probe is two bytes that do not reach the threshold.
  private static let unranged =
    "bot 1, counted 1, duplicate 2, malformed 1, method 1, status 1, threshold 2, unknown-path 1"
  /// Without methods the HEAD is a request for no bytes.
  private static let methodless =
    "bot 1, counted 1, duplicate 2, malformed 1, status 1, threshold 3, unknown-path 1"
  private static let op3 = "bot 1, counted 2, duplicate 1, malformed 1, unknown-path 1"
  private static let megaphone =
    "bot 1, counted 2, datacenter 1, duplicate 1, malformed 1, unknown-path 1"

  static let expected: [(log: String, format: String, reasons: String)] = [
    ("bunny-json.log", "bunny-json", methodless), ("bunny.log", "bunny", methodless),
    ("cloudflare.log", "cloudflare", ranged), ("cloudflare.log.zst", "cloudflare", ranged),
    ("cloudfront-json.log", "cloudfront-json", ranged),
    ("cloudfront-realtime-eleven.log", "cloudfront-realtime", ranged),
    ("cloudfront-realtime.log", "cloudfront-realtime", ranged), ("cloudfront-v2.log", "cloudfront", ranged),
    ("cloudfront.log", "cloudfront", ranged), ("combined-vhost.log", "combined", ranged),
    ("combined.log", "combined", ranged), ("megaphone.csv", "megaphone", megaphone),
    ("megaphone.json", "megaphone", megaphone), ("op3-downloads.json", "op3-downloads", op3),
    ("op3-downloads.tsv", "op3-downloads", op3),
    ("op3-hits.json", "op3-hits", "malformed 1, method 1, status 5"),
    ("op3-hits.tsv", "op3-hits", "malformed 1, method 1, status 5"), ("s3.log", "s3", unranged),
  ]

  @Test("is known by its first lines, and each of its lines has the right reason", arguments: expected)
  func reasons(_ log: String, _ format: String, _ reasons: String) throws {
    if log.hasSuffix(".zst"), !ZstdInput.isAvailable { return }
    let count = try FixtureLogs.counter().count([FixtureLogs.source(log)])
    #expect(count.logs[0].format == format)
    #expect(count.reasonWords.joined(separator: ", ") == reasons)
    #expect(count.ledger.total == count.logs[0].lines)
  }

  @Test("is named here if it lies in Fixtures/logs")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: FixtureLogs.root + "/logs").sorted()
    #expect(names == Self.expected.map(\.log).sorted())
  }

  @Test("is read in ranges and by several threads as it is read whole", arguments: expected)
  func ranges(_ log: String, _ format: String, _ reasons: String) throws {
    if log.hasSuffix(".zst"), !ZstdInput.isAvailable { return }
    var counter = try FixtureLogs.counter()
    counter.rangeSize = 150
    let count = try counter.count([FixtureLogs.source(log)])
    #expect(count.reasonWords.joined(separator: ", ") == reasons)
    #expect(count.logs[0].format == format)
  }

  @Test("explains each of its lines as the ledger has them", arguments: expected)
  func explained(_ log: String, _ format: String, _ reasons: String) throws {
    if log.hasSuffix(".zst"), !ZstdInput.isAvailable { return }
    let counter = try FixtureLogs.counter()
    let source = FixtureLogs.source(log)
    var ledger = LineLedger()
    for line in 1...40 {
      guard let found = try? counter.explain(line: line, of: source, in: [source]) else { continue }
      ledger[found.reason] += 1
    }
    let words = ledger.rows.map { "\($0.reason.rawValue) \($0.lines)" }
    #expect(words.joined(separator: ", ") == reasons)
  }

  @Test("of OP3's hits is counted by the profile for redirects, with the hashed address and the agent as listener")
  func hits() throws {
    for log in ["op3-hits.tsv", "op3-hits.json"] {
      let count = try FixtureLogs.counter(rules: CountingRules(.prefix)).count([FixtureLogs.source(log)])
      #expect(count.words == ["a 2026-06-01 2"], "\(log)")
      #expect(count.reasonWords == ["bot 1", "counted 2", "duplicate 1", "malformed 1", "method 1", "unknown-path 1"])
    }
    let warned = try FixtureLogs.counter().count([FixtureLogs.source("op3-hits.tsv")]).warnings
    #expect(warned.count == 1 && warned[0].contains("--profile prefix"))
  }

  @Test(
    "that somebody else has counted is taken as it is, whatever the profile and the window",
    arguments: CountingProfile.allCases, MeasurementWindow.allCases)
  func imported(_ profile: CountingProfile, _ window: MeasurementWindow) throws {
    let counter = try FixtureLogs.counter(rules: CountingRules(profile, window))
    let count = try counter.count(["op3-downloads.tsv", "megaphone.json"].map(FixtureLogs.source))
    #expect(count.words == ["a 2026-06-01 2", "seven 2026-06-01 2"])
  }

  @Test("hands countries and listeners' own ids on")
  func listeners() throws {
    let counter = try FixtureLogs.counter(keepsListeners: true)
    var ids: [String] = []
    try counter.count([FixtureLogs.source("op3-downloads.tsv")]).forEachGroup { group in
      #expect(group.country == "DE")
      #expect(group.isImported && group.isReached)
      ids.append(String(decoding: group.listenerMessage, as: UTF8.self))
    }
    #expect(ids.sorted() == ["aud1", "aud2"])
    for log in ["cloudflare.log", "cloudfront-json.log", "cloudfront-realtime.log", "bunny.log", "bunny-json.log"] {
      try counter.count([FixtureLogs.source(log)]).forEachGroup { #expect($0.country == "DE", "\(log)") }
    }
  }

  @Test(
    "given after one that says more has nothing left of that one", arguments: [["op3-downloads.tsv", "combined.log"]])
  func stale(_ logs: [String]) throws {
    var counter = DownloadCounter(
      try FixtureLogs.catalogue(), lists: try Counting.lists.get(), threads: 1, keepsListeners: true)
    counter.rangeSize = 1 << 20
    var countries: [String?] = []
    try counter.count(logs.map(FixtureLogs.source)).forEachGroup { if !$0.isImported { countries.append($0.country) } }
    #expect(countries == [nil, nil])
  }
}
