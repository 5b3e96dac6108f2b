import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("a tenant that two commands change at once keeps both changes")
struct TenantChangedAtOnceTests {
  @Test("two updates of different things", arguments: TestDatabase.kinds)
  func updates(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let show = try LoggedShow(test)
    let slug = show.world.tenant.slug.text
    let errors = try AtOnce.run(2, behind: show.world.tenant.id, in: test) { tx in
      try IngestedFileStore(tx).lock()
    } _: { number, database in
      let change =
        number == 0
        ? TenantKeeping.Change(name: "Another name") : .init(counting: CountingChange(closesAfterDays: 20))
      _ = try TenantKeeping.update(slug, change, in: database, now: FixedTime.now)
    }
    #expect(errors == [])
    let tenant = try show.tenant()
    #expect(tenant.name == "Another name" && tenant.closesAfterDays == 20)
  }

  @Test("an update and the archiving", arguments: TestDatabase.kinds)
  func archiving(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let show = try LoggedShow(test)
    let slug = show.world.tenant.slug.text
    let errors = try AtOnce.run(1, behind: show.world.tenant.id, in: test) { tx in
      var tenant = try TenantStore(tx).find(slug)
      tenant.name = "Another name"
      try TenantStore(tx).update(tenant)
    } _: { _, database in
      _ = try TenantKeeping.archive(slug, in: database, now: FixedTime.now)
    }
    #expect(errors == [])
    let tenant = try show.tenant()
    #expect(tenant.name == "Another name" && tenant.status == .archived)
  }

  @Test("an update while the secret is rotated", arguments: TestDatabase.kinds)
  func rotation(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let show = try LoggedShow(test)
    let slug = show.world.tenant.slug.text
    let before = try show.tenant()
    let secrets = show.secrets
    let errors = try AtOnce.run(1, behind: before.id, in: test) { tx in
      var tenant = try TenantStore(tx).find(slug)
      tenant.closesAfterDays = 20
      try TenantStore(tx).update(tenant)
    } _: { _, database in
      _ = try SecretRotation.rotate(
        before, from: nil, breaksWindows: false, in: database, secrets: secrets, seed: nil, now: FixedTime.now)
    }
    #expect(errors == [])
    let tenant = try show.tenant()
    #expect(tenant.closesAfterDays == 20)
    #expect(tenant.secretFingerprint != before.secretFingerprint)
  }
}
