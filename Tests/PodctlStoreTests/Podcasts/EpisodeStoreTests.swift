import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite struct EpisodeStoreTests {
  private let ids = CountingIdentifiers()

  private func show(_ slug: String, of tenant: Tenant, in database: Database) throws -> Podcast {
    let podcast = try TenantFixture.podcast(slug, ids: ids)
    try database.write(for: tenant.id) { tx in try PodcastStore(tx).insert(podcast) }
    return podcast
  }

  @Test("a show comes back as it was stored, and its slug is taken once", arguments: TestDatabase.kinds)
  func shows(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try TenantFixture.stored("acme", in: database, ids: ids)
    var podcast = try show("tides", of: tenant, in: database)
    podcast.feedURL = "https://feeds.example/tides?key=1"
    podcast.feedETag = "\"v1\""
    podcast.syncedAt = FixedTime.now
    podcast.author = "Ída"
    try database.write(for: tenant.id) { tx in try PodcastStore(tx).update(podcast) }
    #expect(try database.read(for: tenant.id) { tx in try PodcastStore(tx).find("tides") } == podcast)
    let taken = #expect(throws: PodctlError.self) { try show("tides", of: tenant, in: database) }
    #expect(taken?.code == .podcastExists)
    let unknown = #expect(throws: PodctlError.self) {
      try database.read(for: tenant.id) { tx in try PodcastStore(tx).find("tide") }
    }
    #expect(unknown?.hint == "did you mean \"tides\"?")
  }

  @Test("episodes come newest first, without a date last, then by the bytes of the GUID", arguments: TestDatabase.kinds)
  func order(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try TenantFixture.stored("acme", in: database, ids: ids)
    let podcast = try show("tides", of: tenant, in: database)
    let day = FixedTime.now
    let rows: [(String, Instant?)] = [
      ("b", day), ("B", day), ("old", day.advanced(seconds: -86_400)), ("none-2", nil), ("None-1", nil),
      ("new", day.advanced(seconds: 60)),
    ]
    try database.write(for: tenant.id) { tx in
      for (guid, published) in rows {
        try EpisodeStore(tx).upsert(TenantFixture.episode(guid, of: podcast, ids: ids, published: published))
      }
    }
    try database.read(for: tenant.id) { tx throws in
      let store = EpisodeStore(tx)
      try #expect(store.list(of: podcast.id).map(\.guid) == ["new", "B", "b", "old", "None-1", "none-2"])
      try #expect(store.list(of: nil, limit: 2, offset: 1).map(\.guid) == ["B", "b"])
      try #expect(store.counts() == [podcast.id: 6])
      try #expect(store.find(guid: "old", of: podcast).title == "OLD")
    }
  }

  @Test("a path belongs to one episode of a tenant", arguments: TestDatabase.kinds)
  func pathTaken(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try TenantFixture.stored("acme", in: database, ids: ids)
    let podcast = try show("tides", of: tenant, in: database)
    let (one, two) = (
      TenantFixture.episode("1", of: podcast, ids: ids), TenantFixture.episode("2", of: podcast, ids: ids)
    )
    try database.write(for: tenant.id) { tx in
      let store = EpisodeStore(tx)
      try store.upsert(one)
      try store.upsert(two)
      try store.upsert(TenantFixture.path("/a.mp3", of: one))
    }
    let error = #expect(throws: PodctlError.self) {
      try database.write(for: tenant.id) { tx in try EpisodeStore(tx).upsert(TenantFixture.path("/a.mp3", of: two)) }
    }
    #expect(error?.code == .pathTaken)
    let paths = try database.read(for: tenant.id) { tx in try EpisodeStore(tx).paths(of: nil) }
    #expect(paths == [TenantFixture.path("/a.mp3", of: one)])
  }

  @Test("two tenants with the same shows, GUIDs and paths never see each other's", arguments: TestDatabase.kinds)
  func isolation(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenants = try ["acme", "other"].map { try TenantFixture.stored($0, in: database, ids: ids) }
    var stored: [Episode] = []
    for tenant in tenants {
      let podcast = try show("tides", of: tenant, in: database)
      let episode = TenantFixture.episode("1", of: podcast, ids: ids)
      try database.write(for: tenant.id) { tx in
        try EpisodeStore(tx).upsert(episode)
        try EpisodeStore(tx).upsert(TenantFixture.path("/a.mp3", of: episode))
      }
      stored.append(episode)
    }
    for (tenant, episode) in zip(tenants, stored) {
      try database.read(for: tenant.id) { tx throws in
        let store = EpisodeStore(tx)
        try #expect(store.list(of: nil) == [episode])
        try #expect(store.paths(of: nil).map(\.episode) == [episode.id])
        try #expect(store.paths(of: stored.map(\.id)).map(\.episode) == [episode.id])
        try #expect(store.owners(of: ["/a.mp3"], outside: ids.next(Podcast.self)) == ["/a.mp3": "1"])
        try #expect(PodcastStore(tx).all().map(\.id) == [episode.podcast])
        try #expect(store.counts() == [episode.podcast: 1])
      }
    }
  }

  @Test("ten thousand episodes with their paths are stored, and listed quickly", arguments: TestDatabase.kinds)
  func manyEpisodes(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try TenantFixture.stored("acme", in: database, ids: ids)
    let podcast = try show("tides", of: tenant, in: database)
    let drafts = (0..<10_000).map { number in
      EpisodeDraft(
        guid: "g\(number)", title: "T\(number)", publishedAt: FixedTime.now.advanced(seconds: Int64(number)),
        files: [.init(path: "/\(number).mp3", bytes: 1, mediaType: nil)])
    }
    let nothing = EpisodePlan.Stored(episodes: [], paths: [], elsewhere: [:])
    let plan = EpisodePlan(drafts, of: podcast.id, against: nothing, sparing: [], now: FixedTime.now, ids: ids)
    try database.write(for: tenant.id) { tx in try EpisodeStore(tx).apply(plan) }
    let clock = ContinuousClock()
    var newest: [Episode] = []
    let elapsed = try clock.measure {
      newest = try database.read(for: tenant.id) { tx in try EpisodeStore(tx).list(of: podcast.id) }
    }
    #expect(newest.count == 10_000 && newest.first?.guid == "g9999")
    // A debug build beside other tests; a release build answers in well under 100 ms.
    #expect(elapsed < .seconds(2), "\(elapsed)")
    let owners = try database.read(for: tenant.id) { tx in
      try EpisodeStore(tx).owners(of: drafts.map { $0.files[0].path }, outside: ids.next(Podcast.self))
    }
    #expect(owners.count == 10_000)
  }
}
