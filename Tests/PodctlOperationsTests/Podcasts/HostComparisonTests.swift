import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlTestSupport
import Testing

@Suite struct HostComparisonTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func counter() throws -> DownloadCounter {
    DownloadCounter(
      try EpisodeCatalogue(
        episodes: ["ten", "eleven"],
        paths: [
          MeasuredPath(path: "/10.mp3", episode: 0, bytes: 1000),
          MeasuredPath(path: "/11.mp3", episode: 1, bytes: 1000),
        ]), lists: try FilterLists.builtIn(), threads: 1)
  }

  private func host(_ text: String) throws -> HostNumbers {
    try HostNumbers(try folder.write(text, to: "host.csv"), episodes: ["ten", "eleven"])
  }

  private func compare(_ lines: [String], _ host: String, tolerance: Int64 = 50) throws -> [HostComparison.Row] {
    let log = try folder.write(lines.map { $0 + "\n" }.joined(), to: "a.log")
    return try HostComparison(counter(), [.file(log)], host: self.host(host), tolerance: tolerance).rows
  }

  private func people(_ count: Int, on time: String = "2026-10-05T10:00:00Z", bytes: Int = 1000) -> [String] {
    (1...count).map { LoggedShow.line("192.0.2.\($0)", time, bytes: bytes) }
  }

  @Test("columns are known by their common names, and bad rows are named with their line")
  func columns() throws {
    let read = try host("Date;Title;Total Downloads\n2026-10-05;TEN;1.234\n2026-10-06; ten ;6\n;eleven;7\nx;other;1\n")
    #expect(read.downloads == ["ten": 1240])
    #expect(read.days == [try #require(Day("2026-10-05")), try #require(Day("2026-10-06"))])
    #expect(read.rejects.map(\.line) == [4, 5])
    let error = #expect(throws: PodctlError.self) { try host("episode,people\nten,1\n") }
    #expect(error?.code == .headerInvalid)
  }

  @Test("inside the tolerance nothing is explained")
  func inside() throws {
    let rows = try compare(people(20), "episode,downloads\nten,21\n")
    #expect(rows.map(\.verdict) == [.inside] && rows[0].explanation == nil)
    #expect(try compare(people(20), "episode,downloads\nten,21\n", tolerance: 47).map(\.verdict) == [.outside])
  }

  @Test("a host that filters no robots is found out, with the very count")
  func bots() throws {
    let robots = (1...4).map { LoggedShow.line("198.51.100.\($0)", "2026-10-05T10:00:00Z", agent: "Googlebot/2.1") }
    let row = try #require(try compare(people(10) + robots, "episode,downloads\nten,14\n").first)
    #expect(row.verdict == .outside && row.gap?.permille == -286)
    #expect(row.explanation == .init(name: "without the bot filter", gap: CountGap(ours: 14, theirs: 14)))
  }

  @Test("a host without the threshold, one that counts every request, and one that counts other days")
  func others() throws {
    let partial = people(10) + (21...30).map { LoggedShow.line("192.0.2.\($0)", "2026-10-05T10:00:00Z", bytes: 10) }
    #expect(
      try compare(partial, "episode,downloads\nten,20\n").first?.explanation?.name == "without the one-minute threshold"
    )
    let twice = people(10) + people(10, on: "2026-10-05T11:00:00Z")
    #expect(
      try compare(twice, "episode,downloads\nten,20\n").first?.explanation?.name
        == "with every request that passes the filters")
    let late = people(10) + (21...30).map { LoggedShow.line("192.0.2.\($0)", "2026-10-06T03:00:00Z") }
    let shifted = try #require(try compare(late, "episode,downloads,day\nten,20,2026-10-05\n").first)
    #expect(shifted.ours == 10 && shifted.explanation?.name == "by days of America/New_York")
  }

  @Test("an episode that only one side has is said")
  func missing() throws {
    let rows = try compare(people(3), "episode,downloads\neleven,2\n")
    #expect(rows.map(\.episode) == ["eleven", "ten"] && rows.map(\.verdict) == [.outside, .missing])
    #expect(rows[0].ours == 0 && rows[0].explanation == nil)
  }
}
