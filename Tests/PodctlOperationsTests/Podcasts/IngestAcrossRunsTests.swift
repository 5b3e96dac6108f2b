import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

/// Ingest, in whatever portions, against `measure` of all files at once. `PODCTL_PROPERTY_CASES` raises the number of
/// cases, `PODCTL_PROPERTY_SEED` repeats one run.
@Suite("Ingest across files and runs")
struct IngestAcrossRunsTests {
  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test("any order, split, repetition and growth of files counts as all at once", arguments: TestDatabase.kinds)
  func property(_ kind: TestDatabase.Kind) throws {
    let seed = Self.number("PODCTL_PROPERTY_SEED") ?? UInt64.random(in: 0...UInt64.max)
    let cases = Self.number("PODCTL_PROPERTY_CASES") ?? (kind == .sqlite ? 200 : 12)
    print("\(kind): \(cases) cases from seed \(seed)")
    for number in 0..<cases {
      var world = try IngestCase(kind, seed: seed &+ number &* 0x9E37_79B9_7F4A_7C15)
      let outcome = try world.ingested()
      let expected = try world.measured()
      #expect(outcome == expected, "case \(number) of seed \(seed): \(world.description)")
      let again = try world.countedAgain()
      #expect(again == expected, "counted again, case \(number) of seed \(seed): \(world.description)")
      if outcome != expected || again != expected { return }
    }
  }
}

/// One made-up history of files and runs.
private struct IngestCase {
  /// Daily downloads and lines by reason.
  struct Outcome: Equatable {
    var daily: [String]
    var reasons: [String]
  }

  let description: String
  private let show: LoggedShow
  private let rules: CountingRules
  private let zone: Zone
  private var state: UInt64
  /// Contents that were taken, each once.
  private var contents: [String] = []

  init(_ kind: TestDatabase.Kind, seed: UInt64) throws {
    state = seed
    var words = state
    func pick(_ count: Int) -> Int {
      words = words &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(words >> 33) % count
    }
    let profile = [CountingProfile.iab, .iab, .iab, .prefix, .odl][pick(5)]
    let window = MeasurementWindow.allCases[pick(3)]
    rules = CountingRules(profile, window, volumeLimit: [nil, nil, 1, 2][pick(4)])
    let zone = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"][pick(4)]
    self.zone = try Zone(zone)
    state = words
    description = "\(rules.name) in \(zone)"
    show = try LoggedShow(TestDatabase(kind), zone: zone, rules: rules)
  }

  private mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  private mutating func line() -> String {
    // Around the end of summer time in both zones that have one; few listeners, so that windows meet.
    let start = Instant("2026-10-24T20:00:00Z")?.seconds ?? 0
    let civil = Instant(seconds: start + Int64(below(60)) * 3600 + Int64(below(3)) * 1799)
    let day = Zone.utc.day(of: civil).civil
    let clock = civil.description.split(separator: "T")[1].prefix(8)
    let months = ["Oct", "Nov"]
    let address = ["85.1.1.1", "85.1.1.2", "2001:db8::1", "::ffff:85.1.1.1"][below(4)]
    let agent = ["Overcast/3", "Podcasts/4", "Mozilla/5.0 (compatible; Googlebot/2.1)"][below(8) % 3]
    let (status, bytes) = [(200, 1000), (200, 400), (206, 300), (206, 600), (206, 700), (200, 1000)][below(6)]
    let method = below(12) == 0 ? "HEAD" : "GET"
    return "\(address) - - [\(day.day)/\(months[day.month - 10])/\(day.year):\(clock) +0000] "
      + "\"\(method) /\(10 + below(3)).mp3 HTTP/1.1\" \(status) \(bytes) \"-\" \"\(agent)\"\n"
  }

  /// Takes lines in portions: files with a part of them, some again under other names, some grown, in several runs.
  mutating func ingested() throws -> Outcome {
    let lines = (0..<(10 + below(50))).map { _ in line() }
    var files: [(name: String, text: String)] = []
    for number in 0..<(1 + below(5)) {
      // Files overlap, and no file has all.
      let part = lines.filter { _ in below(3) > 0 }
      files.append(("part-\(number).log", part.joined()))
      if below(3) == 0 { files.append(("again-\(number).log", part.joined())) }
      if below(3) == 0 { files.append(("part-\(number).log", (part + [line()]).joined())) }
    }
    var start = 0
    while start < files.count {
      let end = min(files.count, start + 1 + below(3))
      var run = Array(files[start..<end])
      if below(2) == 0 { run.reverse() }
      try take(run)
      start = end
    }
    return try stored()
  }

  private mutating func take(_ run: [(name: String, text: String)]) throws {
    let tenant = try show.tenant()
    // A name has one content at a time, so a grown file of the same run is a run of its own.
    for group in Self.apart(run) {
      let paths = try group.map { try show.folder.write($0.text, to: $0.name) }
      let ingest = LogIngest(
        tenant: tenant, keys: { [show] in try show.keys() }, lists: { try FilterLists.builtIn() },
        database: show.world.database, ids: show.ids, now: FixedTime.now, threads: 1 + below(3))
      _ = try ingest.take(paths)
      for (_, text) in group where !text.isEmpty && !contents.contains(text) { contents.append(text) }
    }
  }

  private static func apart(_ run: [(name: String, text: String)]) -> [[(name: String, text: String)]] {
    var groups: [[(name: String, text: String)]] = []
    for file in run {
      if groups.isEmpty || groups[groups.count - 1].contains(where: { $0.name == file.name }) { groups.append([]) }
      groups[groups.count - 1].append(file)
    }
    return groups
  }

  /// The same files, counted again from copies, since grown files have written over what they grew from.
  mutating func countedAgain() throws -> Outcome {
    let paths = try contents.enumerated().map { try show.folder.write($1, to: "kept-\($0).log") }
    let ingest = LogIngest(
      tenant: try show.tenant(), keys: { [show] in try show.keys() }, lists: { try FilterLists.builtIn() },
      database: show.world.database, ids: show.ids, now: FixedTime.now, threads: 2)
    _ = try ingest.again(paths)
    return try stored()
  }

  private func stored() throws -> Outcome {
    try show.read { tx in
      let episodes = try EpisodeStore(tx).list(of: nil)
      let daily = try DownloadStore(tx).daily(
        of: episodes.map(\.id), from: Day(typed: "2026-10-01", for: "day"), to: Day(typed: "2026-11-30", for: "day"))
      return Outcome(
        daily: daily.map { row in
          "\(episodes.first { $0.id == row.episode }?.guid ?? "?") \(row.day) \(row.downloads)"
        }.sorted(),
        reasons: try ReasonLedger.of(tx).map { "\($0.reason) \($0.lines)" }.sorted())
    }
  }

  /// All contents at once, by the engine alone.
  func measured() throws -> Outcome {
    let episodes = try show.read { tx in try EpisodeStore(tx).list(of: nil) }
    let paths = try show.read { tx in try EpisodeStore(tx).paths(of: nil) }
    let measured = paths.compactMap { path in
      episodes.firstIndex { $0.id == path.episode }.map { number in
        MeasuredPath(
          path: path.path, episode: number, bytes: path.bytes, seconds: episodes[number].durationSeconds,
          kbps: episodes[number].kbps, headerBytes: episodes[number].headerBytes)
      }
    }
    let counter = DownloadCounter(
      try EpisodeCatalogue(episodes: episodes.map(\.guid), paths: measured), lists: try FilterLists.builtIn(),
      rules: rules, zone: zone, threads: 2, keepsListeners: true)
    let count = try counter.count(
      contents.enumerated().map { LogSource.memory(name: "\($0)", bytes: Array($1.utf8)) })
    return Outcome(
      daily: count.rows.map { "\($0.episode) \($0.day) \($0.downloads)" }.sorted(),
      reasons: count.ledger.rows.map { "\($0.reason.rawValue) \($0.lines)" }.sorted())
  }
}
