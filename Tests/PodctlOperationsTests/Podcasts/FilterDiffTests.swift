import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite struct FilterDiffTests {
  private let since = Day("2026-10-01")

  private func importLists(_ text: String, into show: LoggedShow) throws {
    let path = try show.folder.write(text, to: "x4bnet-datacenter-ipv4.txt")
    _ = try FilterImport(show.world.database, now: FixedTime.now, workingDirectory: "/") { () throws(PodctlError) in
      throw PodctlError(.internalFault, "no network in this test")
    }.take([path])
  }

  private func lists(_ show: LoggedShow) throws -> CountingLists {
    try CountingLists(of: show.tenant(), folders: [], in: show.world.database, now: FixedTime.now)
  }

  private func diff(_ show: LoggedShow, since: Day? = nil) throws -> FilterDiff {
    try FilterDiff(
      of: show.tenant(), since: try #require(since ?? self.since), lists: lists(show), in: show.world.database,
      threads: 1)
  }

  @Test("today's lists against those of the count, per show, and nothing is changed", arguments: TestDatabase.kinds)
  func changes(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(TestDatabase(kind))
    try show.ingest([
      LoggedShow.line("192.0.2.1", "2026-10-05T10:00:00Z"), LoggedShow.line("192.0.2.2", "2026-10-05T10:00:00Z"),
      LoggedShow.line("198.51.100.1", "2026-10-05T10:00:00Z"), LoggedShow.line("198.51.100.1", "2026-09-05T10:00:00Z"),
    ])
    #expect(try diff(show).total == CountGap(ours: 3, theirs: 3))
    try importLists("198.51.100.0/24\n", into: show)
    let before = try show.read { tx in try IngestedFileStore(tx).all() }
    let found = try diff(show)
    #expect(found.rows.map(\.podcast?.text) == ["show", nil])
    #expect(found.total == CountGap(ours: 2, theirs: 3) && found.total.permille == -333)
    #expect(
      found.entries == [
        ListDifference(entry: "datacenter: x4bnet-datacenter-ipv4.txt: 198.51.100.0/24", lines: -1)
      ])
    #expect(try diff(show, since: Day("2026-09-01")).total == CountGap(ours: 2, theirs: 4))
    #expect(try diff(show, since: Day("2026-11-01")).files == 0)
    #expect(try show.read { tx in try IngestedFileStore(tx).all() } == before)
  }

  @Test("the safe list undoes a list, and files that are gone are left out and said", arguments: TestDatabase.kinds)
  func safe(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(TestDatabase(kind))
    try importLists("198.51.100.0/24\n", into: show)
    let tenant = try show.tenant()
    let path = try show.ingest([LoggedShow.line("198.51.100.1", "2026-10-05T10:00:00Z")])
    #expect(try diff(show).skipped.isEmpty)
    let (network, isNew) = try SafeNetworkKeeping.add(
      "198.51.100.9/26", note: "a ship", to: tenant, in: show.world.database, now: FixedTime.now)
    #expect(network.network == "198.51.100.0/26" && isNew)
    let added = try lists(show)
    #expect(try diff(show).total == CountGap(ours: 1, theirs: 1))
    let later = Instant(seconds: FixedTime.now.seconds + 91 * 86_400)
    let stale = try CountingLists(of: tenant, folders: [], in: show.world.database, now: later)
    #expect(stale.staleNetworks.map(\.network) == ["198.51.100.0/26"])
    #expect(stale.warnings(for: tenant).contains { $0.contains("safe renew") })
    #expect(try SafeNetworkKeeping.renew(nil, of: tenant, in: show.world.database, now: later) == 1)
    let renewed = try CountingLists(of: tenant, folders: [], in: show.world.database, now: later)
    #expect(renewed.staleNetworks.isEmpty && renewed.lists.version == added.lists.version)
    #expect(try SafeNetworkKeeping.remove("198.51.100.0/26", of: tenant, in: show.world.database))
    #expect(try !SafeNetworkKeeping.remove("198.51.100.0/26", of: tenant, in: show.world.database))
    let error = #expect(throws: PodctlError.self) {
      try SafeNetworkKeeping.renew("198.51.100.0/26", of: tenant, in: show.world.database, now: later)
    }
    #expect(error?.code == .networkNotFound)
    for wrong in ["everyone", "0.0.0.0/0", "10.0.0.0/7"] {
      let error = #expect(throws: PodctlError.self) {
        try SafeNetworkKeeping.add(wrong, note: nil, to: tenant, in: show.world.database, now: later)
      }
      #expect(error?.code == .usage)
    }
    try show.folder.write("another\n", to: "a.log")
    let changed = try diff(show)
    #expect(changed.files == 0 && changed.skipped.map(\.path) == [path])
  }

  @Test("lists of a folder are kept, so that what was counted with can be asked again", arguments: TestDatabase.kinds)
  func remembered(_ kind: TestDatabase.Kind) throws {
    let show = try LoggedShow(TestDatabase(kind))
    try show.folder.write("192.0.2.0/24\n", to: "x4bnet-datacenter-ipv4.txt")
    let tenant = try show.tenant()
    let folders = try CountingLists(
      of: tenant, folders: [show.folder.path], in: show.world.database, now: FixedTime.now)
    try folders.remember(in: show.world.database)
    try folders.remember(in: show.world.database)
    let sets = try show.world.database.read { tx in try FilterSetStore(tx).all() }
    #expect(sets.map(\.version) == [folders.lists.version] && !sets[0].isCurrent)
    #expect(try lists(show).origin == .builtIn)
  }
}
