import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("No tenant sees another's rows, even where a statement forgets to name it")
struct IsolationTests {
  private let first = Identifier<Tenant>(high: 1, low: 1)
  private let second = Identifier<Tenant>(high: 2, low: 2)

  private func fill(_ database: Database) throws {
    for (tenant, slug) in [(first, "one"), (second, "two")] {
      try database.write { tx in
        try tx.run(
          """
          INSERT INTO tenants (tenant_id, slug, name, kind, zone, currency, status, secret_fingerprint, created_at,
            updated_at)
          VALUES (\(tenant), \(slug), \(slug), 'agency', 'UTC', 'USD', 'active', 'f', \(FixedTime.now), \(FixedTime.now))
          """)
      }
      try database.write(for: tenant) { tx in
        try tx.run(
          """
          INSERT INTO sponsors (tenant_id, sponsor_id, slug, name, created_at, updated_at)
          VALUES (\(tx.tenant), \(tx.tenant), 'acme', \(slug), \(FixedTime.now), \(FixedTime.now))
          """)
      }
    }
  }

  private func names(_ tx: Transaction) throws -> [String] {
    try tx.rows("SELECT name FROM sponsors ORDER BY \(bytewise: "name")").map { try $0["name"] }
  }

  @Test("PostgreSQL's own policy holds the owner too", .enabled(if: TestDatabase.hasPostgres))
  func policy() throws {
    let test = try TestDatabase(.postgres)
    try fill(test.database)
    #expect(try test.database.read(for: first, names) == ["one"])
    #expect(try test.database.read(for: second, names) == ["two"])
    #expect(try test.database.read(names) == [])
    #expect(try test.database.write(names) == [])
    let changed = try test.database.write(for: first) { tx in try tx.run("UPDATE sponsors SET name = 'mine'") }
    #expect(changed == 1)
    #expect(try test.database.read(for: second, names) == ["two"])
    let planted = #expect(throws: PodctlError.self) {
      try test.database.write(for: first) { tx in
        try tx.run(
          """
          INSERT INTO sponsors (tenant_id, sponsor_id, slug, name, created_at, updated_at)
          VALUES (\(second), \(second), 'planted', 'planted', \(FixedTime.now), \(FixedTime.now))
          """)
      }
    }
    #expect(planted?.code == .databaseRefused)
  }

  @Test("every table with a tenant's rows has the policy, forced", .enabled(if: TestDatabase.hasPostgres))
  func everyTable() throws {
    let test = try TestDatabase(.postgres)
    let open: [String] = try test.database.read { tx in
      try tx.rows(
        """
        SELECT c.relname AS name FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
        WHERE c.relnamespace = 'podctl'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND c.relname <> 'tenants'
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
            AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polwithcheck IS NOT NULL))
        ORDER BY c.relname
        """
      ).map { try $0["name"] }
    }
    #expect(open == [])
  }

  @Test(
    "the test's role is no superuser, or the tests above would show nothing", .enabled(if: TestDatabase.hasPostgres))
  func role() throws {
    let test = try TestDatabase(.postgres)
    let row = try #require(
      try test.database.read { tx in
        try tx.first("SELECT rolsuper OR rolbypassrls AS mighty FROM pg_roles WHERE rolname = current_user")
      })
    #expect(try row["mighty"] == false)
  }

  @Test("a setting of one transaction is not there in the next", .enabled(if: TestDatabase.hasPostgres))
  func leak() throws {
    let test = try TestDatabase(.postgres)
    _ = try test.database.read(for: first, names)
    let left = try test.database.driver.execute(
      "SELECT current_setting('app.tenant_id', true) AS tenant, current_setting('search_path') AS path", [])
    #expect(try left.rows[0]["tenant"] == "")
    #expect(try left.rows[0]["path"] == "\"$user\", public")
  }
}
