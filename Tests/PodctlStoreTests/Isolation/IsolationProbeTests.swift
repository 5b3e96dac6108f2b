import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The isolation probe tries every table and finds what is open")
struct IsolationProbeTests {
  private func probe(_ database: Database, role: String? = nil) throws -> IsolationReport {
    try IsolationProbe(database, role: role).run(
      Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001),
      Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002))
  }

  private func findings(_ report: IsolationReport) -> [String] { report.findings.map { "\($0.table) \($0.what)" } }

  @Test("podctl's own schema has no finding, and no row of the probe's stays", arguments: TestDatabase.kinds)
  func clean(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let report = try probe(test.database)
    #expect(findings(report) == [])
    #expect(report.tables.count >= 32)
    #expect(report.attempts >= report.tables.count * 12)
    #expect(try probe(test.database) == report)
    #expect(try test.database.read { tx in try tx.first("SELECT count(*) AS n FROM tenants")?["n"] } == 0)
  }

  @Test("the application role, connected itself or taken on", .enabled(if: TestServer.applicationRole != nil))
  func application() throws {
    let test = try TestDatabase(.postgres)
    let application = try #require(try test.connectAsApplication())
    #expect(findings(try probe(application)) == [])
    let owner = try test.connectAsOwner()
    #expect(findings(try probe(owner, role: TestServer.applicationRole)) == [])
  }

  private static let holes: [(String, [String])] = [
    (
      "ALTER TABLE sponsors DISABLE ROW LEVEL SECURITY",
      ["has no row-level security", "read another tenant's rows by its name (1 row)"]
    ),
    (
      "ALTER TABLE sponsors NO FORCE ROW LEVEL SECURITY",
      ["has row-level security that does not hold its owner (FORCE)"]
    ),
    (
      "CREATE POLICY open_to_all ON sponsors FOR SELECT USING (true)",
      ["read rows by a statement that names no tenant (2 rows)", "copied out other rows than the tenant's (2 rows)"]
    ),
    (
      "DROP POLICY sponsors_of_tenant ON sponsors; CREATE POLICY loose ON sponsors FOR ALL USING (true) WITH CHECK (true)",
      ["updated another tenant's rows (1 row)", "updated rows in a transaction of no tenant (2 rows)"]
    ),
    (
      "DROP POLICY sponsors_of_tenant ON sponsors; CREATE POLICY half ON sponsors FOR SELECT USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)",
      ["has no policy for all commands with USING and WITH CHECK"]
    ),
    (
      "DROP POLICY sponsors_of_tenant ON sponsors; CREATE POLICY raw ON sponsors FOR ALL USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid)",
      ["read rows in a transaction of no tenant (PostgreSQL refused a statement with SQLSTATE 22P02)"]
    ),
  ]

  @Test(
    "each way to leave a door open is found", .enabled(if: TestDatabase.hasPostgres),
    arguments: holes.indices)
  func open(_ index: Int) throws {
    let test = try TestDatabase(.postgres)
    let owner = try test.connectAsOwner()
    let (change, wanted) = Self.holes[index]
    try owner.write { _ in try owner.driver.script(change) }
    let found = try probe(owner).findings.filter { $0.table == "sponsors" }.map(\.what)
    for what in wanted { #expect(found.contains(what), "\(found)") }
  }

  @Test("a forgotten table, a view without a barrier and an open partition", .enabled(if: TestDatabase.hasPostgres))
  func forgotten() throws {
    let test = try TestDatabase(.postgres)
    let owner = try test.connectAsOwner()
    try owner.write { _ in
      try owner.driver.script(
        """
        CREATE TABLE settings (name text NOT NULL PRIMARY KEY);
        CREATE TABLE clips (tenant_id uuid NOT NULL, clip_id uuid NOT NULL, PRIMARY KEY (tenant_id, clip_id));
        CREATE VIEW all_sponsors AS SELECT tenant_id, slug FROM sponsors;
        CREATE TABLE parts (tenant_id uuid NOT NULL, day date NOT NULL, PRIMARY KEY (tenant_id, day)) PARTITION BY RANGE (day);
        CREATE TABLE parts_2026 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        ALTER TABLE parts ENABLE ROW LEVEL SECURITY;
        ALTER TABLE parts FORCE ROW LEVEL SECURITY;
        CREATE POLICY parts_of_tenant ON parts FOR ALL
          USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
          WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
        GRANT SELECT ON parts_2026 TO PUBLIC;
        """)
    }
    let report = try probe(owner)
    let found = findings(report)
    #expect(report.tables.contains("clips") && report.tables.contains("parts"))
    for line in [
      "settings has no tenant_id and is not on the list of tables that belong to no tenant",
      "clips has no row-level security", "clips deleted another tenant's rows (1 row)",
      "all_sponsors is a view without security_barrier or security_invoker",
      "parts_2026 is a partition that another role than its owner can reach past the policy",
    ] { #expect(found.contains(line), "\(line): \(found)") }
    #expect(found.filter { $0.hasPrefix("parts ") } == [])
  }

  @Test("on SQLite a table without a tenant is found, and a connection that checks nothing")
  func sqlite() throws {
    let test = try TestDatabase(.sqlite)
    try test.database.driver.script("CREATE TABLE settings (name text NOT NULL PRIMARY KEY)")
    #expect(
      findings(try probe(test.database))
        == ["settings has no tenant_id and is not on the list of tables that belong to no tenant"])
    let unchecked = try probe(test.connect())
    #expect(unchecked.findings.contains(.init("sponsors", "read rows by a statement that names no tenant (2 rows)")))
  }
}
