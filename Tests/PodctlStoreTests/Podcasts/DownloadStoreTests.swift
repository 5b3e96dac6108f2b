import PodctlCore
import PodctlDigest
import PodctlStore
import PodctlTestSupport
import Testing

/// Groups whose state is a set of eight parts; all eight together make a download.
private struct Parts {
  static let episode = Identifier<Episode>(high: 1, low: 2)
  static let tenant = Identifier<Tenant>(high: 9, low: 1)
  static let other = Identifier<Tenant>(high: 9, low: 2)
  static let day = Day(number: 20_750)

  static func group(_ listener: UInt8, _ parts: UInt8, second: Int64, lines: Int64 = 1) -> CountedGroup {
    CountedGroup(
      day: day, episode: episode, listener: KeyedHash([UInt8](repeating: listener, count: 32)),
      household: KeyedHash([UInt8](repeating: listener, count: 32)), at: Instant(seconds: 1_792_800_000 + second),
      lines: lines,
      isDownload: parts == 0xFF, state: parts == 0xFF ? [] : [parts], app: nil)
  }

  static func add(_ groups: [CountedGroup], to database: Database, for tenant: Identifier<Tenant> = tenant) throws {
    try database.write(for: tenant) { tx in
      let store = DownloadStore(tx)
      let sorted = groups.sorted(by: CountedGroup.isBefore)
      let pairs = Set(groups.map(\.key))
      let stored = try store.stored(of: pairs)
      try store.append(sorted.filter { !stored.contains($0.key) })
      try store.join(sorted.filter { stored.contains($0.key) }) { _, stored, added in
        let all = stored[0] | added[0]
        return all == 0xFF ? nil : [all]
      }
      _ = try store.rollUp(pairs, now: FixedTime.now)
    }
  }

  /// What the store holds at the end: the day's downloads and the ledger of surviving lines.
  static func outcome(_ database: Database, for tenant: Identifier<Tenant> = tenant) throws -> [Int64] {
    try database.read(for: tenant) { tx in
      let store = DownloadStore(tx)
      let daily = try store.daily(of: [episode], from: day, to: day)
      let lines = try store.survivingLines()
      return [daily.first?.downloads ?? 0, lines.counted, lines.duplicate, lines.threshold]
    }
  }
}

@Suite("Downloads across files")
struct DownloadStoreTests {
  @Test("two halves of a download in two files make one download", arguments: TestDatabase.kinds)
  func halves(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    try Parts.add([Parts.group(1, 0x0F, second: 60)], to: test.database)
    #expect(try Parts.outcome(test.database) == [0, 0, 0, 1])
    try Parts.add([Parts.group(1, 0xF0, second: 30)], to: test.database)
    #expect(try Parts.outcome(test.database) == [1, 1, 1, 0])
  }

  @Test("the order of the files changes nothing", arguments: TestDatabase.kinds)
  func order(_ kind: TestDatabase.Kind) throws {
    let files = [
      [Parts.group(1, 0x0F, second: 60), Parts.group(2, 0xFF, second: 5, lines: 3)],
      [Parts.group(1, 0x30, second: 10, lines: 2), Parts.group(2, 0x01, second: 1)],
      [Parts.group(1, 0xC0, second: 90), Parts.group(3, 0x01, second: 4)],
    ]
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for order in orders {
      let test = try TestDatabase(kind)
      for index in order { try Parts.add(files[index], to: test.database) }
      #expect(try Parts.outcome(test.database) == [2, 2, 6, 1], "order \(order)")
    }
  }

  @Test("the first request of a download wins, whatever file it came in", arguments: TestDatabase.kinds)
  func first(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    try Parts.add([Parts.group(1, 0xFF, second: 60)], to: test.database)
    try Parts.add([Parts.group(1, 0x01, second: 20)], to: test.database)
    let at: Instant? = try test.database.read(for: Parts.tenant) { tx in
      try tx.first("SELECT at FROM downloads WHERE tenant_id = \(tx.tenant)")?["at"]
    }
    #expect(at == Instant(seconds: 1_792_800_020))
  }

  @Test("two tenants with the same episode and listener never meet", arguments: TestDatabase.kinds)
  func isolation(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    try Parts.add([Parts.group(1, 0x0F, second: 1)], to: test.database)
    try Parts.add([Parts.group(1, 0xF0, second: 2)], to: test.database, for: Parts.other)
    #expect(try Parts.outcome(test.database) == [0, 0, 0, 1])
    #expect(try Parts.outcome(test.database, for: Parts.other) == [0, 0, 0, 1])
  }
}
