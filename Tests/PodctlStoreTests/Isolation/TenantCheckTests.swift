import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("On SQLite a statement that forgets its tenant is refused")
struct TenantCheckTests {
  private static let tenant = Identifier<Tenant>(high: 1, low: 1)
  private static let other = Identifier<Tenant>(high: 2, low: 2)

  private static func code(_ statement: Statement, within tenant: Identifier<Tenant>? = tenant) throws -> ErrorCode? {
    let test = try TestDatabase(.sqlite)
    do {
      if let tenant {
        try test.database.write(for: tenant) { tx in try tx.run(statement) }
      } else {
        try test.database.write { tx in try tx.run(statement) }
      }
      return nil
    } catch { return (error as? PodctlError)?.code }
  }

  private static let held: [Statement] = [
    "SELECT * FROM sponsors WHERE tenant_id = \(tenant)",
    "SELECT * FROM sponsors AS s WHERE (\(tenant) = s.tenant_id) AND (s.slug = 'a' OR s.slug = 'b')",
    "SELECT * FROM spots s JOIN flights f ON f.tenant_id = s.tenant_id AND f.flight_id = s.flight_id WHERE s.tenant_id = \(tenant)",
    "SELECT * FROM spots s LEFT JOIN flights f ON f.tenant_id = s.tenant_id WHERE s.tenant_id = \(tenant)",
    "SELECT * FROM spots JOIN flights USING (tenant_id, flight_id) WHERE tenant_id = \(tenant)",
    "SELECT * FROM spots s, flights f WHERE s.tenant_id = \(tenant) AND f.tenant_id = s.tenant_id",
    "SELECT slug FROM sponsors s WHERE s.tenant_id = \(tenant) AND s.slug BETWEEN 'a' AND 'b' AND EXISTS (SELECT 1 FROM campaigns c WHERE c.tenant_id = s.tenant_id)",
    "SELECT (SELECT count(*) FROM spots p WHERE p.tenant_id = f.tenant_id) AS n FROM flights f WHERE f.tenant_id = \(tenant)",
    "WITH mine AS (SELECT * FROM spots WHERE tenant_id = \(tenant)) SELECT count(*) AS n FROM mine",
    "SELECT slug FROM sponsors WHERE tenant_id = \(tenant) UNION ALL SELECT slug FROM campaigns WHERE tenant_id = \(tenant)",
    "SELECT * FROM \"sponsors\" -- tenant_id\n WHERE \"tenant_id\" = \(tenant) ORDER BY slug LIMIT 3",
    "UPDATE sponsors SET name = 'x', slug = 'y' WHERE tenant_id = \(tenant)",
    "DELETE FROM sponsors WHERE tenant_id = \(tenant) AND slug = 'a'",
    "INSERT INTO file_reasons (reason, tenant_id, file_id, lines) VALUES ('a', \(tenant), 'f', 1), ('b', \(tenant), 'f', 1) ON CONFLICT (tenant_id, file_id, reason) DO UPDATE SET lines = excluded.lines",
    "INSERT INTO file_reasons (tenant_id, file_id, reason, lines) SELECT tenant_id, file_id, 'c', lines FROM file_reasons WHERE tenant_id = \(tenant) ON CONFLICT DO NOTHING",
    "INSERT INTO file_reasons (tenant_id, file_id, reason, lines) SELECT \(tenant), 'f', 'c', 1 WHERE 1 = 1 ON CONFLICT DO NOTHING",
    "SELECT count(*) AS n FROM tenants", "SELECT count(*) AS n FROM runs",
  ]

  @Test("what names it at every table runs", arguments: held.indices)
  func runs(_ index: Int) throws { #expect(try Self.code(Self.held[index]) == nil) }

  private static let loose: [Statement] = [
    "SELECT count(*) AS n FROM sponsors",
    "SELECT count(*) AS n FROM sponsors WHERE slug = 'tenant_id'",
    "SELECT * FROM sponsors WHERE tenant_id = \(tenant) OR slug = 'a'",
    "SELECT * FROM sponsors WHERE NOT tenant_id = \(tenant)",
    "SELECT * FROM sponsors WHERE NOT (tenant_id = \(tenant))",
    "SELECT * FROM sponsors WHERE (slug = 'a' OR tenant_id = \(tenant))",
    "SELECT * FROM sponsors WHERE tenant_id <> \(tenant)",
    "SELECT * FROM sponsors WHERE tenant_id = tenant_id",
    "SELECT * FROM sponsors WHERE CASE WHEN slug = 'a' THEN 1 ELSE 1 AND tenant_id = \(tenant) END",
    "SELECT * FROM sponsors WHERE slug BETWEEN 'a' AND tenant_id = \(tenant)",
    "SELECT *, tenant_id = \(tenant) FROM sponsors",
    "SELECT * FROM sponsors s JOIN campaigns c ON c.sponsor_id = s.sponsor_id WHERE s.tenant_id = \(tenant)",
    "SELECT * FROM sponsors s JOIN campaigns c ON c.tenant_id = s.tenant_id",
    "SELECT * FROM spots s LEFT JOIN flights f ON s.tenant_id = \(tenant) AND f.tenant_id = \(tenant)",
    "SELECT * FROM sponsors WHERE EXISTS (SELECT 1 FROM campaigns c WHERE c.tenant_id = \(tenant))",
    "SELECT * FROM runs WHERE run_id IN (SELECT sponsor_id FROM sponsors)",
    "SELECT (SELECT count(*) FROM spots) AS n FROM flights WHERE tenant_id = \(tenant)",
    "WITH all_of AS (SELECT * FROM spots) SELECT count(*) AS n FROM all_of WHERE tenant_id = \(tenant)",
    "SELECT slug FROM sponsors WHERE tenant_id = \(tenant) UNION SELECT slug FROM campaigns",
    "SELECT * FROM main.\"sponsors\" /* tenant_id = 1 */", "SELECT * FROM [Sponsors]",
    "SELECT * FROM (sponsors)",
    "UPDATE sponsors SET name = 'x'", "UPDATE sponsors SET name = 'x' WHERE slug = 'a'",
    "UPDATE sponsors SET tenant_id = \(tenant) WHERE tenant_id = \(tenant)",
    "DELETE FROM sponsors",
    "DELETE FROM runs WHERE EXISTS (SELECT 1 FROM sponsors)",
    "INSERT INTO file_reasons VALUES (\(tenant), 'f', 'a', 1)",
    "INSERT INTO file_reasons (tenant_id, file_id, reason, lines) VALUES (\(tenant), 'f', 'a', 1), (x'00', 'f', 'a', 1)",
    "INSERT INTO file_reasons (file_id, tenant_id, reason, lines) VALUES (\(tenant), 'f', 'a', 1)",
    "INSERT INTO file_reasons (tenant_id, file_id, reason, lines) SELECT file_id, tenant_id, reason, lines FROM file_reasons WHERE tenant_id = \(tenant)",
    "INSERT INTO file_reasons (tenant_id, file_id, reason, lines) SELECT tenant_id, file_id, 'c', lines FROM file_reasons",
    "INSERT OR REPLACE INTO file_reasons (tenant_id, file_id, reason, lines) VALUES (\(tenant), 'f', 'a', 1)",
    "INSERT INTO sponsors (tenant_id, sponsor_id, slug, name, created_at, updated_at) VALUES (\(tenant), 'a', 'b', 'c', 1, 1) ON CONFLICT DO UPDATE SET name = 'c'",
    "INSERT INTO file_reasons (tenant_id, file_id, reason, lines) VALUES (\(tenant), 'f', 'a', 1) ON CONFLICT (tenant_id, file_id, reason) DO UPDATE SET tenant_id = excluded.tenant_id",
    "INSERT INTO runs (run_id, command, started_at) SELECT sponsor_id, 'a', 1 FROM sponsors",
  ]

  @Test("what forgets it anywhere, or only seems to name it, does not", arguments: loose.indices)
  func refused(_ index: Int) throws {
    let code = try Self.code(Self.loose[index])
    #expect(code == .statementWithoutTenant, "\(Self.loose[index]): \(code?.rawValue ?? "ran")")
  }

  @Test("another tenant's name is not this one's, and outside a tenant there is none")
  func others() throws {
    let statement: Statement = "SELECT count(*) AS n FROM sponsors WHERE tenant_id = \(Self.other)"
    #expect(try Self.code(statement) == .statementWithoutTenant)
    #expect(try Self.code(statement, within: nil) == .statementWithoutTenant)
    #expect(try Self.code("SELECT count(*) AS n FROM sponsors", within: nil) == .statementWithoutTenant)
    #expect(try Self.code(statement, within: Self.other) == nil)
  }

  @Test("a view hides no table, and a temporary table is nobody's")
  func views() throws {
    let test = try TestDatabase(.sqlite)
    try test.database.driver.script("CREATE VIEW everyone AS SELECT * FROM sponsors")
    let error = #expect(throws: PodctlError.self) {
      try test.database.read(for: Self.tenant) { tx in try tx.rows("SELECT * FROM everyone") }
    }
    #expect(error?.code == .statementWithoutTenant)
    #expect(error?.context.first == .init("table", "sponsors"))
    try test.database.write(for: Self.tenant) { tx in
      try tx.load(TemporaryTable("sponsors_of_file", [("slug", .text)])) { _ in }
      #expect(try tx.rows("SELECT slug FROM sponsors_of_file").isEmpty)
    }
  }

  @Test("a table that a later migration makes is held from its first statement on")
  func newTable() throws {
    let test = try TestDatabase(.sqlite)
    try test.database.write(for: Self.tenant) { tx in
      _ = try tx.rows("SELECT slug FROM sponsors WHERE tenant_id = \(tx.tenant)")
    }
    try test.database.driver.script("CREATE TABLE clips (tenant_id uuid NOT NULL, name text)")
    let error = #expect(throws: PodctlError.self) {
      try test.database.read(for: Self.tenant) { tx in try tx.rows("SELECT name FROM clips") }
    }
    #expect(error?.code == .statementWithoutTenant)
  }
}
