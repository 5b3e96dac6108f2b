import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("attribution compare and explain")
struct AttributionViewsTests {
  static let home: [UInt8] = [1, 1]

  static func explain(
    _ world: AttributionWorld, _ order: String, window: AttributionWindow = .standard
  ) throws -> AttributionViews.Explained {
    try world.database.read(for: world.tenant.id) { tx in
      try AttributionViews.explain(tx, order: order, sponsor: world.sponsor, window: window)
    }
  }

  @Test("comparing without a run says which command to run", arguments: TestDatabase.kinds)
  func notRun(_ kind: TestDatabase.Kind) throws {
    let world = try AttributionWorld(try TestDatabase(kind))
    let error = #expect(throws: PodctlError.self) {
      try world.database.read(for: world.tenant.id) { tx in
        try AttributionViews.compare(tx, sponsor: world.sponsor, window: .standard)
      }
    }
    #expect(error?.code == .attributionNotRun)
    #expect(error?.commands == ["podctl attribution run --sponsor kettle --window-days 30"])
  }

  @Test("the models' totals agree, by flight and by spot", arguments: TestDatabase.kinds)
  func compare(_ kind: TestDatabase.Kind) throws {
    let world = try AttributionRunnerTests.world(try TestDatabase(kind))
    for (listener, at) in ["2026-10-08T12:00:00Z", "2026-10-09T12:00:00Z", "2026-10-10T12:00:00Z"].enumerated() {
      try world.addDownload(
        Self.home, episode: listener == 1 ? 11 : 10, at: at, listener: [UInt8(listener)])
    }
    for number in 0..<7 as Range<UInt64> {
      try world.addConversion(
        100 + number, order: "A-\(number)", at: "2026-10-1\(number + 1)T00:00:00Z", value: 333 + Int64(number),
        code: number == 0 ? "TIDES" : nil, household: Self.home)
    }
    try AttributionRunnerTests.run(world)
    let compared = try world.database.read(for: world.tenant.id) { tx in
      try AttributionViews.compare(tx, sponsor: world.sponsor, window: .standard)
    }
    let value: Int64 = (0..<7).reduce(0) { $0 + 333 + $1 }
    for rows in [compared.comparison.byFlight, compared.comparison.bySpot] {
      for model in AttributionModel.allCases.indices {
        let figures = rows.compactMap { $0.household?[model] }
        #expect(figures.reduce(0) { $0 + $1.hundredths } == 700)
        #expect(figures.reduce(0) { $0 + ($1.value?.minor ?? 0) } == value)
      }
      #expect(rows.compactMap(\.code?.hundredths) == [100])
      #expect(rows.compactMap(\.code?.value?.minor) == [333])
    }
    #expect(compared.comparison.byFlight.map(\.flight.slug.text) == ["mid", "pre"])
    #expect(compared.run.summary.attributed == 7)
  }

  @Test("an explanation shows each touch with its shares, and agrees with the run", arguments: TestDatabase.kinds)
  func explanation(_ kind: TestDatabase.Kind) throws {
    let world = try AttributionRunnerTests.world(try TestDatabase(kind))
    try world.addDownload(Self.home, episode: 10, at: "2026-10-08T12:00:00Z")
    try world.addDownload(Self.home, episode: 11, at: "2026-10-09T12:00:00Z")
    try world.addConversion(101, order: "A-1", at: "2026-10-10T00:00:00Z", value: 101, household: Self.home)
    #expect(try Self.explain(world, "A-1").agreesWithRun == false)
    try AttributionRunnerTests.run(world)
    let found = try Self.explain(world, "A-1")
    #expect(found.agreesWithRun)
    #expect(found.explanation.reason == nil)
    #expect(found.explanation.code == .none)
    let lines = found.explanation.lines
    #expect(lines.map(\.touch.spot) == [world.id(30), world.id(31)])
    let linear = AttributionModel.allCases.firstIndex(of: .linear) ?? 0
    #expect(lines.map { $0.shares[linear].valueMinor } == [51, 50])
    try world.addDownload(Self.home, episode: 10, at: "2026-10-09T13:00:00Z")
    #expect(try Self.explain(world, "A-1").agreesWithRun == false)
  }

  @Test("an explanation says why there is no credit", arguments: TestDatabase.kinds)
  func reasons(_ kind: TestDatabase.Kind) throws {
    let world = try AttributionRunnerTests.world(try TestDatabase(kind))
    try world.addDownload(Self.home, episode: 10, at: "2026-10-08T12:00:00Z")
    try world.addConversion(101, order: "bare", at: "2026-10-10T00:00:00Z", code: "TIDES")
    try world.addConversion(102, order: "stranger", at: "2026-10-10T00:00:00Z", household: [5])
    try world.addConversion(103, order: "early", at: "2026-10-08T11:59:59Z", code: "NOBODY", household: Self.home)
    try world.addConversion(104, order: "old", at: "2026-10-16T16:05:06Z", household: Self.home)
    try world.addConversion(105, order: "sooner", at: "2026-09-01T00:00:00Z", code: "TIDES", household: Self.home)
    let window = try AttributionWindow(days: 8)
    func reason(_ order: String) throws -> String? {
      try Self.explain(world, order, window: window).explanation.reason
    }
    #expect(try reason("bare") == "it was imported without an address")
    #expect(
      try reason("stranger")
        == "its household has no counted download of an episode while a spot of this sponsor ran in it")
    #expect(try reason("early") == "its household's touches all come after it")
    #expect(
      try reason("old")
        == "its household's latest touch before it is 8d 04:05:06 old, outside the window of 8 days")
    #expect(try Self.explain(world, "bare").explanation.code == .credited(world.id(21)))
    #expect(try Self.explain(world, "early").explanation.code == .unknown)
    #expect(try Self.explain(world, "sooner").explanation.code == .early)
    let error = #expect(throws: PodctlError.self) { try Self.explain(world, "strnger") }
    #expect(error?.code == .conversionNotFound)
    #expect(error?.hint == "did you mean \"stranger\"?")
  }
}
