import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite struct FeedSyncTests {
  private let ids = CountingIdentifiers()
  private static let address = "https://feeds.example/tides"

  /// An item without a path has no enclosure either.
  private func feed(_ items: (guid: String?, path: String?)..., title: String = "Tide Tables") -> [UInt8] {
    let items = items.map { item in
      let guid = item.guid.map { "<guid>\($0)</guid>" } ?? ""
      let file = item.path.map { "<enclosure url=\"https://op3.dev/e/a.example\($0)\"/>" } ?? ""
      return "<item><title>T</title>\(guid)\(file)</item>"
    }
    return Array("<rss><channel><title>\(title)</title>\(items.joined())</channel></rss>".utf8)
  }

  private func sync(_ database: Database, _ tenant: Tenant, _ stub: StubTransport = StubTransport()) throws -> FeedSync
  {
    try FeedSync(database, tenant: tenant, now: FixedTime.now, ids: ids) { () throws(PodctlError) in stub }
  }

  private func location(_ text: String = address) throws -> FeedLocation {
    try FeedLocation(typed: text, workingDirectory: "/")
  }

  private func paths(_ database: Database, _ tenant: Tenant) throws -> [String] {
    try database.read(for: tenant.id) { tx in try EpisodeStore(tx).paths(of: nil) }
      .map { $0.path + ($0.isCurrent ? "" : " (old)") }
  }

  @Test(
    "a show is added with its slug from the title, and its marks bring an unchanged feed", arguments: TestDatabase.kinds
  )
  func marks(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try TenantFixture.stored("acme", in: database, ids: ids)
    let stub = StubTransport()
    stub.expect(
      FeedSyncTests.address,
      answer: HTTPResponse(status: 200, headers: [("ETag", "\"v1\"")], body: feed(("1", "/1.mp3"), ("2", "/2.mp3"))))
    stub.expect(FeedSyncTests.address, headers: ["If-None-Match": "\"v1\""], answer: HTTPResponse(status: 304))
    let added = try sync(database, tenant, stub).add(nil, location(), ifMissing: false)
    #expect(added.podcast.slug.text == "tide-tables" && added.inserted == 2 && added.isNew)
    let again = try sync(database, tenant, stub).sync(added.podcast)
    #expect(again.isUnchangedAtSource && again.unchanged == 2)
    stub.finish()
    #expect(try paths(database, tenant) == ["/1.mp3", "/2.mp3"])
  }

  @Test("a file in place of an address works alike, and old paths stay", arguments: TestDatabase.kinds)
  func file(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try TenantFixture.stored("acme", in: database, ids: ids)
    let folder = try TemporaryFolder()
    let place = try location(folder.write(feed(("1", "/1.mp3"), ("2", "/2.mp3")), to: "feed.xml"))
    let added = try sync(database, tenant).add(Slug("tides"), place, ifMissing: false)
    let second = try sync(database, tenant).add(Slug("tides"), place, ifMissing: true)
    #expect(second.unchanged == 2 && !second.isNew)
    try folder.write(feed(("1", "/moved/1.mp3"), ("2", "/2.mp3"), ("3", "/3.mp3"), title: "New name"), to: "feed.xml")
    let third = try sync(database, tenant).sync(added.podcast)
    #expect([third.inserted, third.updated, third.unchanged] == [1, 1, 1])
    #expect(try paths(database, tenant) == ["/1.mp3 (old)", "/2.mp3", "/3.mp3", "/moved/1.mp3"])
    #expect(try database.read(for: tenant.id) { tx in try PodcastStore(tx).find("tides") }.title == "New name")
    let taken = #expect(throws: PodctlError.self) {
      try sync(database, tenant).add(Slug("tides"), place, ifMissing: false)
    }
    #expect(taken?.code == .podcastExists)
  }

  @Test("items whose paths another show has are named; none at all writes nothing", arguments: TestDatabase.kinds)
  func taken(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try TenantFixture.stored("acme", in: database, ids: ids)
    let folder = try TemporaryFolder()
    let first = try location(folder.write(feed(("1", "/1.mp3"), ("2", "/2.mp3")), to: "a.xml"))
    _ = try sync(database, tenant).add(Slug("a"), first, ifMissing: false)
    let copy = try sync(database, tenant).add(Slug("b"), first, ifMissing: false)
    #expect(copy.isRejected && copy.rejects.count == 2)
    #expect(try database.read(for: tenant.id) { tx in try PodcastStore(tx).all() }.count == 1)
    let mixed = try location(folder.write(feed((nil, nil), ("x", "/1.mp3"), ("y", "/y.mp3")), to: "c.xml"))
    let partly = try sync(database, tenant).add(Slug("c"), mixed, ifMissing: false)
    #expect(partly.inserted == 1 && !partly.isRejected)
    #expect(partly.rejects.map(\.position) == [1, 2])
    #expect(partly.rejects.last?.reason == "its path /1.mp3 belongs to the episode \"1\"")
  }

  @Test("two tenants may have the same feed and never see each other's episodes", arguments: TestDatabase.kinds)
  func isolation(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenants = try ["acme", "other"].map { try TenantFixture.stored($0, in: database, ids: ids) }
    let folder = try TemporaryFolder()
    let place = try location(folder.write(feed(("1", "/1.mp3")), to: "feed.xml"))
    let added = try tenants.map { try sync(database, $0).add(nil, place, ifMissing: false) }
    #expect(added.map(\.inserted) == [1, 1])
    try folder.write(feed(("1", "/elsewhere.mp3")), to: "feed.xml")
    _ = try sync(database, tenants[0]).sync(added[0].podcast)
    #expect(try paths(database, tenants[0]) == ["/1.mp3 (old)", "/elsewhere.mp3"])
    #expect(try paths(database, tenants[1]) == ["/1.mp3"])
  }

  @Test("an error names the feed and leaves everything as it was", arguments: TestDatabase.kinds)
  func broken(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try TenantFixture.stored("acme", in: database, ids: ids)
    let folder = try TemporaryFolder()
    let place = try location(folder.write(feed(("1", "/1.mp3")), to: "feed.xml"))
    let added = try sync(database, tenant).add(nil, place, ifMissing: false)
    try folder.write("<rss><channel>", to: "feed.xml")
    let error = #expect(throws: PodctlError.self) { try sync(database, tenant).sync(added.podcast) }
    #expect(error?.code == .feedInvalid)
    #expect(error?.context.last == .init("feed", folder.file("feed.xml")))
    #expect(try paths(database, tenant) == ["/1.mp3"])
    let missing = #expect(throws: PodctlError.self) {
      try sync(database, tenant).add(nil, location(folder.file("none.xml")), ifMissing: false)
    }
    #expect(missing?.code == .fileNotFound)
  }

  @Test("an archived tenant's feeds are not read")
  func archived() throws {
    var tenant = try TenantFixture.tenant("acme", ids: ids)
    tenant.status = .archived
    let test = try TestDatabase(.sqlite)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let error = #expect(throws: PodctlError.self) { try sync(database, tenant) }
    #expect(error?.code == .tenantArchived)
  }

  @Test(
    "only paths and http or https addresses are feeds",
    arguments: [
      ("https://a.example/feed", "https://a.example/feed"), ("feed.xml", "/shows/feed.xml"),
      ("/a/feed.xml", "/a/feed.xml"),
      ("file:///a/feed.xml", nil), ("ftp://a.example/feed", nil), ("https://me:word@a.example/feed", nil),
      ("https://", nil),
    ] as [(String, String?)])
  func locations(_ text: String, _ stored: String?) {
    do {
      #expect(try FeedLocation(typed: text, workingDirectory: "/shows").text == stored)
    } catch {
      #expect(stored == nil && error.code == .feedRefused)
      #expect(!error.message.contains("word@"))
    }
  }
}
