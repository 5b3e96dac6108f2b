import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("keeping a tenant's look") struct BrandStoreTests {
  @Test("a look is kept whole, changed, taken away, and goes with its tenant", arguments: TestDatabase.kinds)
  func keeping(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let tenant = try TenantFixture.stored("harbour", in: test.database, ids: CountingIdentifiers())
    let brand = Brand(
      accent: try Brand.color(typed: "#7a1f3d"), logo: Brand.Logo(type: "image/png", bytes: [0, 1, 255]),
      fromName: "Harbour Reports", footer: "Quay 12")
    try test.database.write(for: tenant.id) { tx in
      #expect(try BrandStore(tx).find() == Brand())
      try BrandStore(tx).save(brand, now: FixedTime.now)
      #expect(try BrandStore(tx).find() == brand)
      try BrandStore(tx).save(Brand(footer: "Quay 13"), now: FixedTime.now)
      #expect(try BrandStore(tx).find() == Brand(footer: "Quay 13"))
      #expect(try BrandStore(tx).clear())
      #expect(try !BrandStore(tx).clear())
      try BrandStore(tx).save(brand, now: FixedTime.now)
      try TenantStore.erase(tx)
    }
    #expect(try test.database.read(for: tenant.id) { tx in try BrandStore(tx).find() } == Brand())
  }
}
