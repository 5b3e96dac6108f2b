import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite struct TenantStoreTests {
  private let ids = CountingIdentifiers()

  @Test("a tenant comes back as it was stored", arguments: TestDatabase.kinds)
  func roundTrip(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    var tenant = try TenantFixture.tenant("acme", ids: ids, zone: Zone("America/New_York"))
    tenant.contactEmail = "desk@acme.example"
    tenant.demo = Tenant.Demo(seed: 42, anchor: Day(number: 20_752), weeks: 8)
    try database.write { tx in try TenantStore(tx).insert(tenant) }
    #expect(try TenantStore.find(slug: "acme", in: database) == tenant)
    tenant.name = "Acme Äudio"
    tenant.status = .archived
    tenant.contactEmail = nil
    try database.write { tx in try TenantStore(tx).update(tenant) }
    #expect(try TenantStore.find(slug: "acme", in: database) == tenant)
  }

  @Test(
    "a limit of volume, none by choice and none by nobody's choice come back as they are", arguments: TestDatabase.kinds
  )
  func volume(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    var tenant = try TenantFixture.stored("acme", in: test.database, ids: ids)
    func stored() throws -> Tenant { try TenantStore.find(slug: "acme", in: test.database) }
    #expect(try stored().counting.volumeLimit == CountingRules.usualVolumeLimit && stored().isVolumeDecided)
    // As a tenant of before the limit was usual has it.
    try test.database.write(for: tenant.id) { tx in
      try tx.run("UPDATE tenants SET volume_limit = NULL WHERE tenant_id = \(tenant.id)")
    }
    #expect(try stored().counting.volumeLimit == nil && stored().isVolumeDecided == false)
    for (limit, isDecided) in [(nil, false), (nil, true), (7, true), (nil, false)] as [(Int?, Bool)] {
      tenant = try stored()
      tenant.counting.volumeLimit = limit
      tenant.isVolumeDecided = isDecided
      let changed = tenant
      try test.database.write { tx in try TenantStore(tx).update(changed) }
      #expect(try stored() == changed && stored().counting.name.hasSuffix(limit == nil ? "/calendar" : "/volume-7"))
    }
  }

  @Test("a slug is taken once, and the second is told so", arguments: TestDatabase.kinds)
  func taken(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let first = try TenantFixture.stored("acme", in: database, ids: ids)
    let error = #expect(throws: PodctlError.self) { try TenantFixture.stored("acme", in: database, ids: ids) }
    #expect(error?.code == .tenantExists)
    #expect(try database.read { tx in try TenantStore(tx).all() } == [first])
  }

  @Test("tenants are listed by the bytes of their slugs, archived ones when asked for", arguments: TestDatabase.kinds)
  func listed(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    for slug in ["b-a", "ba", "a1", "a-2"] {
      var tenant = try TenantFixture.tenant(slug, ids: ids)
      if slug == "ba" { tenant.status = .archived }
      try database.write { tx in try TenantStore(tx).insert(tenant) }
    }
    try database.read { tx throws in
      #expect(try TenantStore(tx).all().map(\.slug.text) == ["a-2", "a1", "b-a", "ba"])
      #expect(try TenantStore(tx).all(withArchived: false).map(\.slug.text) == ["a-2", "a1", "b-a"])
    }
  }

  @Test("an unknown tenant gets the nearest slug", arguments: TestDatabase.kinds)
  func suggestion(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let none = #expect(throws: PodctlError.self) { try TenantStore.find(slug: "acme", in: database) }
    #expect(none?.hint == "there is no tenant yet")
    _ = try TenantFixture.stored("harbour-network", in: database, ids: ids)
    let error = #expect(throws: PodctlError.self) { try TenantStore.find(slug: "harbor-network", in: database) }
    #expect(error?.code == .tenantNotFound)
    #expect(error?.hint == "did you mean \"harbour-network\"?")
  }

  @Test("a user is known by the email, owners first, and never seen by another tenant", arguments: TestDatabase.kinds)
  func users(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let acme = try TenantFixture.stored("acme", in: database, ids: ids)
    let other = try TenantFixture.stored("other", in: database, ids: ids)
    let people: [(String, User.Role)] = [("z@a.example", .owner), ("b@a.example", .viewer), ("b@a.example", .manager)]
    for (email, role) in people {
      let user = User(id: ids.next(User.self), email: email, name: nil, role: role, createdAt: FixedTime.now)
      try database.write(for: acme.id) { tx in try UserStore(tx).upsert(user) }
    }
    let users = try database.read(for: acme.id) { tx in try UserStore(tx).all() }
    #expect(users.map(\.email) == ["z@a.example", "b@a.example"])
    #expect(users.map(\.role) == [.owner, .manager])
    #expect(try database.read(for: other.id) { tx in try UserStore(tx).all() }.isEmpty)
  }
}
