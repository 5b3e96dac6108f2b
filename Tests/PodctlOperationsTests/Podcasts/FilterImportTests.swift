import PodctlCore
import PodctlGateways
import PodctlMeasurement
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite struct FilterImportTests {
  private let folder: TemporaryFolder
  private let networks = "x4bnet-datacenter-ipv4.txt"
  private let bots = "bots.runtime.json"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("192.0.2.0/24\n198.51.100.0/24\n", to: networks)
    try folder.write(#"{"entries":[{"name":"Crawler","pattern":"^Crawler/"}]}"#, to: bots)
  }

  private func importer(
    _ database: Database, now: Instant = FixedTime.now, transport: (any HTTPTransport)? = nil
  ) -> FilterImport {
    FilterImport(database, now: now, workingDirectory: folder.path) { () throws(PodctlError) in
      guard let transport else { throw PodctlError(.internalFault, "no network in this test") }
      return transport
    }
  }

  private func current(_ database: Database) throws -> FilterSet? {
    try database.read { tx in try FilterSetStore(tx).current() }
  }

  private func states(_ outcome: FilterImport.Outcome) -> [FilterImport.State] { outcome.entries.map(\.state) }

  @Test("a folder's lists are inserted, then unchanged, and one that changes is updated", arguments: TestDatabase.kinds)
  func folders(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let importer = importer(test.database)
    let first = try importer.take([folder.path])
    #expect(states(first) == [.inserted, .inserted] && first.hasChanged)
    #expect(first.entries.map(\.name) == [bots, networks] && first.entries.map(\.entries) == [1, 2])
    let again = try importer.take([folder.path])
    #expect(states(again) == [.unchanged, .unchanged] && !again.hasChanged && again.version == first.version)
    try folder.write("192.0.2.0/24\n203.0.113.0/24\n203.0.114.0/24\n", to: networks)
    let changed = try importer.take([networks])
    #expect(states(changed) == [.updated] && changed.entries[0].added == 2 && changed.entries[0].removed == 1)
    #expect(try current(test.database)?.version == changed.version)
    #expect(try current(test.database)?.lists.map(\.name) == [bots, networks])
    #expect(try test.database.read { tx in try FilterSetStore(tx).all() }.count { $0.isCurrent } == 1)
    // The folder read directly counts by the same version as the stored set.
    let direct = try CountingLists(of: nil, folders: [folder.path], in: test.database, now: FixedTime.now)
    #expect(direct.lists.version == changed.version)
    let replaced = try importer.take([bots], replacing: true)
    #expect(try current(test.database)?.lists.map(\.name) == [bots] && replaced.hasChanged)
  }

  @Test(
    "with a day, new entries apply from it, and later imports of the same list keep it", arguments: TestDatabase.kinds)
  func dates(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let importer = importer(test.database)
    let plain = try importer.take([networks])
    try folder.write("192.0.2.0/24\n198.51.100.0/24\n203.0.113.0/24\n", to: networks)
    let day = try #require(Day("2026-11-02"))
    let dated = try importer.take([networks], dating: .from(day))
    #expect(dated.entries[0].added == 1 && dated.entries[0].dated == 1)
    let again = try importer.take([networks])
    #expect(states(again) == [.unchanged] && again.version == dated.version)
    let entries = try CountingLists(of: nil, folders: [], in: test.database, now: FixedTime.now).entries(of: networks)
    #expect(entries.map(\.from) == [nil, nil, day])
    let undated = try importer.take([networks], dating: .undated)
    #expect(states(undated) == [.updated] && undated.entries[0].dated == 0)
    #expect(Set([plain.version, dated.version, undated.version]).count == 3)
  }

  @Test("a list that cannot be read changes nothing of what is stored", arguments: TestDatabase.kinds)
  func broken(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let importer = importer(test.database)
    let version = try importer.take([folder.path]).version
    try folder.write("192.0.2.0/24\nnonsense\n", to: networks)
    for places in [[folder.path], [networks], ["nothing-here"], [bots, bots]] {
      #expect(throws: PodctlError.self) { try importer.take(places) }
    }
    try folder.write(#"{"entries":[{"name":"Look","pattern":"(?=x)"}]}"#, to: bots)
    let error = #expect(throws: PodctlError.self) { try importer.take([bots]) }
    #expect(error?.code == .listInvalid && error?.message.contains("Look") == true)
    try folder.write("10.0.0.0/24\n", to: "mine.txt")
    let unknown = #expect(throws: PodctlError.self) { try importer.take(["mine.txt"]) }
    #expect(unknown?.hint?.contains("x4bnet-vpn-ipv4.txt") == true)
    #expect(try current(test.database)?.version == version)
    #expect(try states(importer.take(["mine.txt"], as: "x4bnet-vpn-ipv4.txt")) == [.inserted])
  }

  @Test(
    "an update reads every source again: by mark over HTTP, and one failure keeps no other",
    arguments: TestDatabase.kinds)
  func update(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let address = "https://lists.example/x4bnet-datacenter-ipv6.txt"
    func answer(_ text: String, _ etag: String) -> HTTPResponse {
      HTTPResponse(status: 200, headers: [("ETag", etag)], body: Array(text.utf8))
    }
    let later = Instant(seconds: FixedTime.now.seconds + 200 * 86_400)
    let stub = StubTransport()
      .expect(address, answer: answer("2001:db8::/32\n", "one"))
      .expect(address, headers: ["If-None-Match": "one"], answer: HTTPResponse(status: 304))
      .expect(address, headers: ["If-None-Match": "one"], answer: answer("2001:db8::/32\n2001:db9::/32\n", "two"))
      .expect(address, headers: ["If-None-Match": "two"], answer: HTTPResponse(status: 503))
    _ = try importer(test.database, transport: stub).take([folder.path, address])
    let aged = try CountingLists(of: nil, folders: [], in: test.database, now: later)
    #expect(aged.oldLists.map(\.days) == [200, 200, 200])
    let unchanged = try importer(test.database, now: later, transport: stub).update()
    #expect(states(unchanged) == [.unchanged, .unchanged, .unchanged] && !unchanged.hasChanged)
    #expect(try CountingLists(of: nil, folders: [], in: test.database, now: later).oldLists.isEmpty)
    let changed = try importer(test.database, now: later, transport: stub).update()
    #expect(changed.entries.map(\.added) == [0, 0, 1] && changed.hasChanged)
    try folder.write("192.0.2.0/24\n", to: networks)
    let half = try importer(test.database, now: later, transport: stub).update()
    #expect(states(half) == [.unchanged, .updated, .failed] && half.hasChanged)
    #expect(half.entries[2].failure?.code == .serviceUnreachable)
    stub.finish()
  }

  @Test("without stored lists an update has nothing to do", arguments: TestDatabase.kinds)
  func nothing(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let outcome = try importer(test.database).update()
    #expect(outcome.entries.isEmpty && outcome.version == nil && !outcome.hasChanged)
  }
}
