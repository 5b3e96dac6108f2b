import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite struct TenantKeepingTests {
  private let ids = CountingIdentifiers()
  private let folder: TemporaryFolder
  private var secrets: SecretDirectory { SecretDirectory(dataDirectory: folder.path, credentials: nil) }

  init() throws { folder = try TemporaryFolder() }

  private func create(
    _ slug: String, in database: Database, ifMissing: Bool = false, owner: String? = nil
  ) throws -> (tenant: Tenant, isNew: Bool) {
    try TenantKeeping.create(
      .init(slug: Slug(slug), name: "Acme", ownerEmail: owner), ifMissing: ifMissing, in: database, secrets: secrets,
      seed: "7", now: FixedTime.now, ids: ids)
  }

  @Test("a tenant is made with its secret and its owner, once", arguments: TestDatabase.kinds)
  func made(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let (tenant, isNew) = try create("acme", in: database, owner: "ida@acme.example")
    #expect(isNew)
    #expect(try secrets.secret(of: tenant).fingerprint == tenant.secretFingerprint)
    #expect(try database.read(for: tenant.id) { tx in try UserStore(tx).all() }.map(\.email) == ["ida@acme.example"])
    let again = try create("acme", in: database, ifMissing: true)
    #expect(again.tenant == tenant && !again.isNew)
    let error = #expect(throws: PodctlError.self) { try create("acme", in: database) }
    #expect(error?.code == .tenantExists)
  }

  @Test("a run that was stopped after the secret takes the same secret the next time", arguments: TestDatabase.kinds)
  func resumed(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let secret = try secrets.secret(forNew: Slug("acme"), seed: nil)
    #expect(try create("acme", in: database).tenant.secretFingerprint == secret.fingerprint)
  }

  @Test("another zone after an ingest says how many files want a recount", arguments: TestDatabase.kinds)
  func zone(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try create("acme", in: database).tenant
    let berlin = TenantKeeping.Change(zone: try Zone("Europe/Berlin"))
    #expect(try TenantKeeping.update("acme", berlin, in: database, now: FixedTime.now).hasChanged)
    #expect(try !TenantKeeping.update("acme", berlin, in: database, now: FixedTime.now).hasChanged)
    let file = IngestedFile(
      id: ids.next(IngestedFile.self), path: "/log", bytes: 1, modified: 1, inode: 1, sha256: "x", format: "combined",
      lines: 1, firstAt: FixedTime.now, lastAt: FixedTime.now, rules: CountingRules.standard.name, listVersion: "1",
      zone: "Europe/Berlin",
      ingestedAt: FixedTime.now)
    try database.write(for: tenant.id) { tx in try IngestedFileStore(tx).insert(file, reasons: []) }
    let renamed = try TenantKeeping.update("acme", .init(name: "New"), in: database, now: FixedTime.now)
    #expect(renamed.hasChanged && renamed.filesToRecount == 0)
    let moved = try TenantKeeping.update("acme", .init(zone: .utc), in: database, now: FixedTime.now)
    #expect(moved.hasChanged && moved.filesToRecount == 1)
    #expect(try TenantStore.find(slug: "acme", in: database).zone.identifier == "UTC")
  }

  @Test("what counts can change, and files counted otherwise are told apart", arguments: TestDatabase.kinds)
  func counting(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let tenant = try create("acme", in: database).tenant
    func update(_ change: CountingChange) throws -> TenantKeeping.Update {
      try TenantKeeping.update("acme", .init(counting: change), in: database, now: FixedTime.now)
    }
    let file = IngestedFile(
      id: ids.next(IngestedFile.self), path: "/log", bytes: 1, modified: 1, inode: 1, sha256: "x", format: "combined",
      lines: 1, firstAt: FixedTime.now, lastAt: FixedTime.now, rules: CountingRules.standard.name, listVersion: "1",
      zone: "UTC", ingestedAt: FixedTime.now)
    try database.write(for: tenant.id) { tx in try IngestedFileStore(tx).insert(file, reasons: []) }
    let closing = try update(.init(closesAfterDays: 10))
    #expect(closing.hasChanged && closing.filesToRecount == 0)
    let limited = try update(.init(window: .firstTouch, volumeLimit: .downloads(50)))
    #expect(limited.filesToRecount == 1)
    let stored = try TenantStore.find(slug: "acme", in: database)
    #expect(stored.counting.name == "iab-2.3/first-touch/volume-50" && stored.closesAfterDays == 10)
    #expect(try update(.init(window: .calendar, volumeLimit: CountingChange.Limit.none)).filesToRecount == 1)
    #expect(try update(.init(volumeLimit: .downloads(250))).filesToRecount == 0)
    for wrong in [
      CountingChange(volumeLimit: .downloads(0)), .init(closesAfterDays: 0), .init(closesAfterDays: 3651),
      .init(profile: .odl, window: .lastTouch),
    ] {
      let error = #expect(throws: PodctlError.self) { try update(wrong) }
      #expect(error?.code == .usage)
    }
    var other = try TenantStore.find(slug: "acme", in: database)
    other.counting.window = .lastTouch
    let changed = other
    let outdated = try database.read(for: tenant.id) { tx in
      try OutdatedFile.all(of: changed, lists: "2", now: FixedTime.now, tx)
    }
    #expect(outdated.map(\.differences) == [[.rules, .lists]])
  }

  @Test("an archived tenant is only looked at until it is active again", arguments: TestDatabase.kinds)
  func archived(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    _ = try create("acme", in: database)
    #expect(try TenantKeeping.archive("acme", in: database, now: FixedTime.now).hasChanged)
    let (tenant, hasChanged) = try TenantKeeping.archive("acme", in: database, now: FixedTime.now)
    #expect(!hasChanged && tenant.status == .archived)
    let error = #expect(throws: PodctlError.self) {
      try TenantKeeping.update("acme", .init(name: "New"), in: database, now: FixedTime.now)
    }
    #expect(error?.code == .tenantArchived)
    #expect(throws: PodctlError.self) { try tenant.requireActive() }
    #expect(try TenantKeeping.update("acme", .init(reactivates: true), in: database, now: FixedTime.now).hasChanged)
  }

  @Test(
    "what is no email address is refused", arguments: ["ida", "ida@", "@a.example", "ida@localhost", "i da@a.example"])
  func emails(_ email: String) throws {
    let test = try TestDatabase(.sqlite)
    defer { withExtendedLifetime(test) {} }
    let database = test.database
    let error = #expect(throws: PodctlError.self) { try create("acme", in: database, owner: email) }
    #expect(error?.code == .usage)
    #expect(error?.message.contains(email) == false)
  }
}
