import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("One log that cannot be read, among others")
struct IngestLeftOutTests {
  /// Logs of which some cannot be read: the names of those that can.
  private func write(_ folder: TemporaryFolder) throws -> (paths: [String], good: [String]) {
    let noise = #"198.51.100.4 - - [20/Oct/2026:03:11:00 +0000] "\x16\x03\x01" 400 150 "-" "-""#
    let gzip = try GzipWriter.member(Array((LoggedShow.line("192.0.2.9", "2026-10-20T10:00:00Z") + "\n").utf8))
    let logs: [(name: String, bytes: [UInt8], isGood: Bool)] = [
      ("0-words", Array("one\ntwo\n".utf8), false),
      ("1-good", Array((LoggedShow.line("192.0.2.1", "2026-10-20T10:00:00Z") + "\n").utf8), true),
      ("2-cut", Array(gzip.dropLast(6)), false), ("3-noise", Array((noise + "\n").utf8), true), ("4-empty", [], true),
      ("5-binary", [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 10], false),
      ("6-good", Array((LoggedShow.line("192.0.2.2", "2026-10-21T10:00:00Z") + "\n").utf8), true),
    ]
    let paths = try logs.map { try folder.write($0.bytes, to: $0.name) }
    return (paths + [folder.file("7-gone")], zip(logs, paths).filter { $0.0.isGood }.map(\.1))
  }

  private func downloads(_ show: LoggedShow) throws -> Int64 {
    let days = try #require(Day("2026-10-20"))...(try #require(Day("2026-10-21")))
    return try show.read { tx in
      try DownloadFigureStore(tx).byDay(DownloadScope(podcast: nil, days: days)).values.reduce(0) { $0 + $1.counted }
    }
  }

  @Test("keeps no other from being taken, at any run", arguments: TestDatabase.kinds)
  func alone(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    let (paths, good) = try write(show.folder)
    for run in 1...2 {
      let ingest = LogIngest(
        tenant: try show.tenant(), keys: { try show.keys() }, lists: { try FilterLists.builtIn() },
        database: show.world.database, ids: show.ids, now: FixedTime.now, threads: 2)
      var faults: [PodctlError] = []
      let entries = try ingest.take(paths) { faults.append($0) }
      #expect(entries.map(\.path) == good)
      #expect(entries.map(\.state) == good.map { _ in run == 1 ? .taken : .known })
      // The file that is not there is met first, before any is read.
      #expect(faults.map(\.code) == [.fileNotFound, .logUnreadable, .gzipDamaged, .logUnreadable])
      #expect(try downloads(show) == 2)
    }
    let ledger = try show.read { tx in try ReasonLedger.of(tx) }.filter { $0.lines > 0 }
    #expect(ledger.map { "\($0.reason) \($0.lines)" } == ["counted 2", "malformed 1"])
  }

  @Test("keeps no other of a shared bucket from being taken", arguments: TestDatabase.kinds)
  func shared(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let show = try LoggedShow(test)
    let (paths, good) = try write(show.folder)
    for run in 1...2 {
      var faults: [PodctlError] = []
      let entries = try SharedWorld.ingest([show]).take(paths) { faults.append($0) }
      #expect(entries.map(\.path) == good)
      #expect(entries.allSatisfy { $0.parts.allSatisfy { $0.entry.state == (run == 1 ? .taken : .known) } })
      #expect(faults.map(\.code) == [.fileNotFound, .logUnreadable, .gzipDamaged, .logUnreadable])
    }
    #expect(try downloads(show) == 2)
  }

  @Test("is thrown where nobody asked for the others, and so is what is no log's fault", arguments: TestDatabase.kinds)
  func thrown(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    let (paths, _) = try write(show.folder)
    func ingest(_ lists: @escaping () throws -> FilterLists) throws -> LogIngest {
      LogIngest(
        tenant: try show.tenant(), keys: { try show.keys() }, lists: lists, database: show.world.database,
        ids: show.ids,
        now: FixedTime.now, threads: 1)
    }
    let first = #expect(throws: PodctlError.self) {
      try ingest { try FilterLists.builtIn() }.take(Array(paths.dropLast()))
    }
    #expect(first?.code == .logUnreadable)
    let missing = PodctlError(.fileNotFound, "there is no folder of lists")
    let other = #expect(throws: PodctlError.self) {
      try ingest { throw missing }.take(paths) { _ in }
    }
    #expect(other?.message == missing.message)
  }
}
