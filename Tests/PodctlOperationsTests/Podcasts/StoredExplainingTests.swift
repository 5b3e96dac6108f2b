import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("a line is explained from its log and the database")
struct StoredExplainingTests {
  private func explain(_ show: LoggedShow, _ path: String, _ line: Int) throws -> StoredExplanation {
    try StoredExplaining(
      tenant: show.tenant(), keys: show.keys(), lists: FilterLists.builtIn(), formats: .detected,
      database: show.world.database, threads: 1
    ).explain(line: line, of: path)
  }

  @Test(
    "the counted line and the duplicate of a download whose halves came in two files", arguments: TestDatabase.kinds)
  func twoFiles(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    let first = try show.ingest(
      [
        LoggedShow.line("192.0.2.7", "2026-10-05T10:00:00Z"),
        LoggedShow.line("192.0.2.8", "2026-10-05T10:00:00Z", bytes: 9),
        LoggedShow.line("192.0.2.7", "2026-10-05T12:00:00Z", agent: "Googlebot/2.1"),
      ], as: "a.log")
    let second = try show.ingest([LoggedShow.line("192.0.2.7", "2026-10-05T09:00:00Z")], as: "b.log")
    let late = try explain(show, first, 1)
    #expect(late.line.reason == .duplicate && late.line.countedLine == "\(second):1")
    #expect(late.state == .download && late.stored?.downloads.first?.lines == 2)
    #expect(late.readFiles == [second] && late.missingFiles.isEmpty && late.file?.path == first)
    #expect(try explain(show, second, 1).line.reason == .counted)
    let short = try explain(show, first, 2)
    #expect(short.line.reason == .threshold && short.state == .coverage && short.storedBytes == 9)
    let bot = try explain(show, first, 3)
    #expect(bot.line.reason == .bot && bot.state == nil && bot.listener == nil)
  }

  @Test("a file that is gone is named, and the database still knows the download", arguments: TestDatabase.kinds)
  func gone(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    let first = try show.ingest([LoggedShow.line("192.0.2.7", "2026-10-05T10:00:00Z", bytes: 500)], as: "a.log")
    let second = try show.ingest([LoggedShow.line("192.0.2.7", "2026-10-05T11:00:00Z")], as: "b.log")
    try FileManager.default.removeItem(atPath: second)
    let found = try explain(show, first, 1)
    #expect(found.missingFiles == [second] && found.state == .download && found.line.reason == .duplicate)
    #expect(found.remarks.contains { $0.contains("no longer lies where it lay") })
  }

  @Test("a file that was never taken is told so", arguments: TestDatabase.kinds)
  func notTaken(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    let path = try show.folder.write(LoggedShow.line("192.0.2.7", "2026-10-05T10:00:00Z") + "\n", to: "x.log")
    let found = try explain(show, path, 1)
    #expect(found.file == nil && found.state == .nothing && found.line.reason == .counted)
    #expect(found.remarks.first?.contains("was not taken") == true)
  }
}
