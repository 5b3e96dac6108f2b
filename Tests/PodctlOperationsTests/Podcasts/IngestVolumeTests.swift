import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The usual limit of volume, from a log to a figure")
struct IngestVolumeTests {
  private static let day = "2026-10-20"

  private static func crowd(_ count: Int, _ address: String, from first: Int = 0) -> [String] {
    (first..<(first + count)).map {
      LoggedShow.line(address, "\(day)T10:00:00Z", agent: "Overcast/\($0)")
    }
  }

  private func ledger(_ show: LoggedShow) throws -> [String: Int64] {
    try Dictionary(uniqueKeysWithValues: show.read { tx in try ReasonLedger.of(tx) }.map { ($0.reason, $0.lines) })
      .filter { $0.value > 0 }
  }

  private func figure(_ show: LoggedShow) throws -> Int64? {
    let day = try #require(Day(Self.day))
    return try show.read { tx in
      try DownloadFigureStore(tx).byDay(DownloadScope(podcast: nil, days: day...day))[day]?.counted
    }
  }

  @Test(
    "a farm counts for none and an office for all, in one file or in several, in any order",
    arguments: TestDatabase.kinds)
  func crowds(_ kind: TestDatabase.Kind) throws {
    let office = Self.crowd(250, "198.51.100.7")
    let farm = Self.crowd(251, "192.0.2.1")
    let home = Self.crowd(1, "203.0.113.9")
    for parts in [[office + farm + home], [Array(farm.prefix(250)), home + office, Array(farm.suffix(1))]] {
      let show = try LoggedShow(try TestDatabase(kind))
      for (number, part) in parts.enumerated() { try show.ingest(part, as: "\(number).log") }
      #expect(try ledger(show) == ["counted": 251, "volume": 251])
      #expect(try figure(show) == 251)
    }
    // Until the last line comes, the farm is an office.
    let show = try LoggedShow(try TestDatabase(kind))
    try show.ingest(Array(farm.prefix(250)), as: "1.log")
    #expect(try figure(show) == 250)
    try show.ingest(home, as: "2.log")
    #expect(try figure(show) == 251)
    try show.ingest(Array(farm.suffix(1)), as: "3.log")
    #expect(try figure(show) == 1)
    try show.ingest(Self.crowd(1, "203.0.113.10"), as: "4.log")
    #expect(try figure(show) == 2)
  }

  @Test("an address that is withheld is a finding, from as many downloads on as any", arguments: TestDatabase.kinds)
  func finding(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind))
    try show.ingest(Self.crowd(300, "192.0.2.1") + Self.crowd(31, "198.51.100.7") + Self.crowd(29, "198.51.100.8"))
    let day = try #require(Day(Self.day))
    let found = try show.readWithTenant { tx, tenant in
      try AnomalySurvey.find(tx, of: nil, tenant: tenant, days: day...day)
    }.filter { $0.kind == .addressSpike }
    #expect(found.map(\.number) == [30_000, 3_100] && found.map(\.threshold) == [3_000, 3_000])
    #expect(found.map { $0.detail.contains("none counted") } == [true, false])
  }

  @Test("a tenant without a limit counts all, and says so of its methodology", arguments: TestDatabase.kinds)
  func without(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(try TestDatabase(kind), rules: CountingRules())
    try show.ingest(Self.crowd(300, "192.0.2.1"))
    #expect(try figure(show) == 300)
    let lists = try CountingLists(of: show.tenant(), folders: [], in: show.world.database, now: FixedTime.now)
    func methodology() throws -> Methodology {
      try show.readWithTenant { tx, tenant in
        try MethodologySurvey.make(tx, tenant: tenant, days: nil, lists: lists, now: FixedTime.now)
      }
    }
    #expect(try methodology().claim == CountingClaim(CountingRules()))
    // A limit that is set says nothing of what was counted before it.
    try show.change { $0.counting = .standard }
    #expect(try methodology().claim == CountingClaim(CountingRules()))
  }
}
