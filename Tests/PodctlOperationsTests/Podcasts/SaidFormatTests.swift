import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The format that was said of a log is kept with it")
struct SaidFormatTests {
  private static let map = """
    format = delimited
    separator = semicolon
    header = no
    time = 1
    address = 2
    path = 3
    bytes = 4
    agent = 5
    method = "GET"
    status = "200"
    """
  private static let row = "2026-10-05T10:00:00Z;192.0.2.7;/10.mp3;1000;Overcast/3"

  /// A show with one log that nobody could read without its mapping, and one in a format that is told by itself.
  private func show(_ kind: TestDatabase.Kind) throws -> (show: LoggedShow, mapped: String) {
    let show = try LoggedShow(try TestDatabase(kind))
    let mapped = try show.ingest([Self.row], as: "mapped.log", formats: FormatMap.parse(Self.map, name: "my.map"))
    try show.ingest(
      [LoggedShow.line("192.0.2.7", "2026-10-05T11:00:00Z")], as: "named.log", formats: FormatChoice(named: "combined"))
    return (show, mapped)
  }

  private func ledger(_ show: LoggedShow) throws -> [ReasonLedger.Row] {
    try show.read { tx in try ReasonLedger.of(tx) }
  }

  private static let expected = [
    ReasonLedger.Row(reason: "counted", lines: 1), ReasonLedger.Row(reason: "duplicate", lines: 1),
  ]

  @Test("so that a recount reads it again without being told", arguments: TestDatabase.kinds)
  func again(_ kind: TestDatabase.Kind) throws {
    let (show, _) = try show(kind)
    #expect(try ledger(show) == Self.expected)
    for _ in 0..<2 {
      let tenant = try show.tenant()
      let recount = try LogIngest(
        tenant: tenant, keys: { try show.keys() }, lists: { try FilterLists.builtIn() }, database: show.world.database,
        ids: show.ids, now: FixedTime.now, threads: 1
      ).again([])
      #expect(recount.entries.count == 2 && recount.changes.isEmpty)
      #expect(try ledger(show) == Self.expected)
    }
    let files = try show.read { tx in try IngestedFileStore(tx).all() }
    #expect(Set(files.map(\.saidFormat)) == [SaidFormat(map: Self.map), SaidFormat(name: "combined")])
  }

  @Test(
    "so that a line is explained without being told, and its neighbours are read as they were",
    arguments: TestDatabase.kinds)
  func explain(_ kind: TestDatabase.Kind) throws {
    let (show, mapped) = try show(kind)
    let explaining = try StoredExplaining(
      tenant: show.tenant(), keys: show.keys(), lists: FilterLists.builtIn(), formats: .detected,
      database: show.world.database, threads: 1)
    let first = try explaining.explain(line: 1, of: mapped)
    #expect(first.line.reason == .counted && first.readFiles == [show.folder.file("named.log")])
    let second = try explaining.explain(line: 1, of: show.folder.file("named.log"))
    #expect(second.line.reason == .duplicate && second.line.countedLine == "\(mapped):1")
  }

  @Test("so that lists are compared over it", arguments: TestDatabase.kinds)
  func diff(_ kind: TestDatabase.Kind) throws {
    let (show, _) = try show(kind)
    let lists = try CountingLists(of: show.tenant(), folders: [], in: show.world.database, now: FixedTime.now)
    let diff = try FilterDiff(
      of: show.tenant(), since: #require(Day("2026-10-01")), lists: lists, in: show.world.database, threads: 1)
    #expect(diff.skipped.isEmpty && diff.files == 2 && diff.total == CountGap(ours: 1, theirs: 1))
  }
}
