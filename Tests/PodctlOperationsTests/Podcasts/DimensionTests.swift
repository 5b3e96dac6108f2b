import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("downloads and listeners by device and country")
struct DimensionTests {
  private static let lists = """
    {"entries":[{"name":"iPhone","pattern":"iPhone"},{"name":"Echo","pattern":"AlexaMediaPlayer"}]}
    """
  private static let fields =
    "#Fields: date time c-ip cs-method cs-uri-stem sc-status sc-bytes cs(User-Agent) c-country"

  private static func line(
    _ address: String, _ clock: String, _ agent: String, _ country: String, day: Int = 20, episode: Int = 10,
    bytes: Int = 1000
  ) -> String {
    ["2026-10-\(day)", clock, address, "GET", "/\(episode).mp3", "200", "\(bytes)", agent, country]
      .joined(separator: "\t")
  }

  /// Two files of one day: the same listener from two countries, so that whichever came first must not matter.
  private func show(_ kind: TestDatabase.Kind, reversed: Bool) throws -> LoggedShow {
    let show = try LoggedShow(try TestDatabase(kind))
    let lists = try FilterLists.reading(files: [
      FilterListFile(.agents(.devices), name: "devices.runtime.json", bytes: Array(Self.lists.utf8))
    ])
    let files = [
      [
        Self.fields, Self.line("192.0.2.1", "10:00:00", "Overcast/3%20iPhone", "US"),
        Self.line("192.0.2.2", "10:00:00", "AlexaMediaPlayer/2", "de"),
        Self.line("192.0.2.2", "10:00:00", "AlexaMediaPlayer/2", "de", episode: 11),
        Self.line("192.0.2.3", "10:00:00", "Castro/1", "-"),
        Self.line("192.0.2.4", "10:00:00", "Castro/1%20iPhone", "FR", bytes: 10),
      ],
      [
        Self.fields, Self.line("192.0.2.1", "11:00:00", "Overcast/3%20iPhone", "CA"),
        Self.line("192.0.2.1", "11:00:00", "Overcast/3%20iPhone", "US", day: 21),
      ],
    ]
    for (number, lines) in (reversed ? files.reversed() : files).enumerated() {
      try show.ingest(lines, as: "\(number).log", lists: lists)
    }
    return show
  }

  @Test(
    "agree with the logs in either order of files, and survive a purge", arguments: TestDatabase.kinds, [false, true])
  func breakdown(_ kind: TestDatabase.Kind, _ reversed: Bool) throws {
    let show = try show(kind, reversed: reversed)
    let days = try #require(Day("2026-10-20"))...(try #require(Day("2026-10-21")))
    let scope = DownloadScope(podcast: nil, days: days)
    let devices: [String?: DownloadFigure] = [
      "iPhone": .init(counted: 2), "Echo": .init(counted: 2), nil: .init(counted: 1),
    ]
    // One listener's day has the alphabetically first of its countries; what never became a download has none.
    let countries: [String?: DownloadFigure] = [
      "CA": .init(counted: 1), "US": .init(counted: 1), "DE": .init(counted: 2), nil: .init(counted: 1),
    ]
    try show.readWithTenant { tx, tenant in
      #expect(try DownloadFigureStore(tx).by(.device, scope) == devices)
      #expect(try DownloadFigureStore(tx).by(.country, scope) == countries)
      let survey = try AudienceSurvey(tx, of: nil, tenant: tenant, days: days)
      let byDevice = try survey.rows(by: DownloadDimension.device).map {
        "\($0.value ?? "-") \($0.counted.listeners ?? -1)"
      }
      #expect(Set(byDevice) == ["iPhone 1", "Echo 1", "- 1"])
      let byCountry = try survey.rows(by: DownloadDimension.country).map {
        "\($0.value ?? "-") \($0.counted.listeners ?? -1)"
      }
      #expect(Set(byCountry) == ["CA 1", "US 1", "DE 1", "- 1"])
    }
    let later = try #require(Instant("2027-10-20T00:00:00Z"))
    let tenant = try show.tenant()
    let plan = try show.read { tx in
      try ListenerPurge.plan(tx, tenant: tenant, olderThan: 200, breaksWindows: false, now: later)
    }
    try ListenerPurge.apply(plan, tenant: tenant, in: show.world.database, now: later)
    try show.read { tx in
      let keys: Int64? = try tx.first("SELECT count(*) AS keys FROM downloads WHERE tenant_id = \(tx.tenant)")?["keys"]
      #expect(keys == 0)
      #expect(try DownloadFigureStore(tx).by(.device, scope) == devices)
      #expect(try DownloadFigureStore(tx).by(.country, scope) == countries)
    }
  }
}
