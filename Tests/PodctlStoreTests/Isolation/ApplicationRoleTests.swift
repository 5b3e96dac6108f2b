import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The application role has what podctl's work needs and no more", .enabled(if: TestServer.applicationRole != nil))
struct ApplicationRoleTests {
  private func refused(_ database: Database, _ statement: Statement) -> ErrorCode? {
    do {
      try database.write { tx in try tx.run(statement) }
      return nil
    } catch { return (error as? PodctlError)?.code }
  }

  @Test("rows of tenants and runs, and neither the ledger nor the schema itself")
  func rights() throws {
    let test = try TestDatabase(.postgres)
    let application = try #require(try test.connectAsApplication())
    let tenant = try TenantFixture.stored("acme", in: application, ids: CountingIdentifiers())
    try application.write(for: tenant.id) { tx in try TenantStore.erase(tx) }
    let others: [Statement] = [
      "DELETE FROM schema_migrations", "UPDATE schema_migrations SET checksum = 'x'", "DELETE FROM runs",
      "DELETE FROM filter_lists", "UPDATE filter_lists SET name = 'x'", "DELETE FROM filter_sets",
      "TRUNCATE sponsors", "DROP TABLE sponsors", "ALTER TABLE sponsors DISABLE ROW LEVEL SECURITY",
      "DROP POLICY sponsors_of_tenant ON sponsors", "CREATE TABLE mine (n bigint)", "CREATE SCHEMA mine",
      "INSERT INTO schema_migrations_events (event) VALUES ('x')", "SET LOCAL ROLE podctl_owner",
    ]
    for statement in others { #expect(refused(application, statement) == .databaseRefused, "\(statement)") }
  }

  @Test("a second grant changes nothing, rights that are too much are taken away, and new tables are added")
  func repair() throws {
    let test = try TestDatabase(.postgres)
    let name = try #require(TestServer.applicationRole)
    let owner = try test.connectAsOwner()
    let role = ApplicationRole(name, ledger: .own)
    _ = try role.grant(in: owner, MigrationRules())
    #expect(try role.grant(in: owner, MigrationRules()) == false)
    try owner.driver.script(
      "GRANT ALL ON podctl.schema_migrations, podctl.runs TO \(name); GRANT TRUNCATE ON podctl.spots TO \(name)")
    try owner.driver.script("CREATE TABLE podctl.clips (tenant_id uuid NOT NULL)")
    #expect(try role.grant(in: owner, MigrationRules()))
    #expect(try role.grant(in: owner, MigrationRules()) == false)
    let application = try #require(try test.connectAsApplication())
    #expect(refused(application, "DELETE FROM runs") == .databaseRefused)
    #expect(refused(application, "TRUNCATE spots") == .databaseRefused)
    #expect(refused(application, "DELETE FROM clips") == nil)
  }

  @Test("while another runner is at work the rights are left to it where the rules say so, and that is told")
  func skipped() throws {
    let test = try TestDatabase(.postgres, migrated: false)
    let owner = try test.connectAsOwner()
    _ = try MigrationRunner(owner, ledger: .own, files: Database.embeddedMigrations(), now: { FixedTime.now }).up()
    let role = ApplicationRole(try #require(TestServer.applicationRole), ledger: .own)
    // The documented key of the lock, held by somebody else.
    let other = try test.connectAsOwner()
    var rules = MigrationRules()
    rules.lock = .skip
    var notes: [String] = []
    try other.write { tx in
      _ = try tx.first(
        """
        SELECT pg_advisory_xact_lock(('x' || encode(substring(sha256(convert_to('podctl.migrate', 'UTF8') || '\\x00'::bytea
          || convert_to(current_database()::text, 'UTF8') || '\\x00'::bytea || convert_to('podctl', 'UTF8'))
          from 1 for 8), 'hex'))::bit(64)::bigint)::text AS l
        """)
      #expect(try !role.grant(in: owner, rules) { notes.append($0) })
      rules.lock = .fail
      #expect(throws: PodctlError.self) { _ = try role.grant(in: owner, rules) }
    }
    #expect(notes.count == 1 && notes[0].contains("another runner"))
    #expect(try role.grant(in: owner, rules))
  }

  @Test(
    "the roles of whoever comes from the web are refused, there or not",
    arguments: [
      "anon", "authenticated", "service_role", "authenticator",
    ])
  func web(name: String) throws {
    let test = try TestDatabase(.postgres)
    let error = #expect(throws: PodctlError.self) {
      try ApplicationRole(name, ledger: .own).grant(in: test.connectAsOwner(), MigrationRules())
    }
    #expect(error?.code == .databaseRefused && error?.message.contains("PostgREST") == true)
  }

  @Test("roles from outside are shut out of the schema where a server has them")
  func outsiders() throws {
    let test = try TestDatabase(.postgres)
    let open: Int? = try test.connectAsOwner().read { tx in
      try tx.first(
        """
        SELECT count(*) AS n FROM pg_class c, aclexplode(c.relacl) g
        WHERE c.relnamespace = 'podctl'::regnamespace AND g.grantee = 0
        """)?["n"]
    }
    #expect(open == 0)
  }
}
