import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Erasing a tenant")
struct TenantErasingTests {
  @Test("leaves no row of it in any table that the catalog knows", arguments: TestDatabase.kinds)
  func everyTable(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let tenant = try TenantFixture.stored("acme", in: test.database, ids: CountingIdentifiers())
    var rows = try ProbeRows(test.database)
    try rows.lay(for: [tenant.id])
    #expect(rows.filledTables.count >= 32)
    #expect(try rows.remaining(of: tenant.id) == rows.filledTables)
    try test.database.write(for: tenant.id) { tx in try TenantStore.erase(tx) }
    #expect(try rows.remaining(of: tenant.id) == [])
  }
}
