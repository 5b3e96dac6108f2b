import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Transactions are all or nothing")
struct TransactionTests {
  private struct Stop: Error {}

  private func add(_ slug: String, id: Identifier<Tenant>, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO tenants (tenant_id, slug, name, kind, zone, currency, status, secret_fingerprint, created_at, updated_at)
      VALUES (\(id), \(slug), \("The " + slug), 'network', 'UTC', 'USD', 'active', 'f', \(FixedTime.now), \(FixedTime.now))
      """)
  }

  private func slugs(_ database: Database) throws -> [String] {
    try database.read { tx in
      try tx.rows("SELECT slug FROM tenants ORDER BY \(bytewise: "slug")").map { try $0["slug"] }
    }
  }

  @Test("what a body throws after is rolled back", arguments: TestDatabase.kinds)
  func rollback(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let ids = CountingIdentifiers()
    try test.database.write { tx in try add("kept", id: ids.next(Tenant.self), in: tx) }
    #expect(throws: Stop.self) {
      try test.database.write { tx in
        try add("lost", id: ids.next(Tenant.self), in: tx)
        throw Stop()
      }
    }
    #expect(try slugs(test.database) == ["kept"])
    #expect(try slugs(test.connect()) == ["kept"])
  }

  @Test("a repeated key is a conflict that names the rule and no value", arguments: TestDatabase.kinds)
  func conflict(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let ids = CountingIdentifiers()
    try test.database.write { tx in try add("hush-hush", id: ids.next(Tenant.self), in: tx) }
    let error = #expect(throws: PodctlError.self) {
      try test.database.write { tx in try add("hush-hush", id: ids.next(Tenant.self), in: tx) }
    }
    #expect(error?.code == .statementConflict)
    #expect("\(error as Any)".contains("tenants"))
    #expect(!"\(error as Any)".contains("hush-hush"))
  }

  @Test("the other rules of a table are conflicts too, and as silent", arguments: TestDatabase.kinds)
  func rules(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let id = CountingIdentifiers().next(Tenant.self)
    try test.database.write { tx in try add("acme", id: id, in: tx) }
    let breaches: [Statement] = [
      "UPDATE tenants SET status = \("confidential") WHERE tenant_id = \(id)",
      "UPDATE tenants SET name = \(nil as String?) WHERE tenant_id = \(id)",
    ]
    for breach in breaches {
      let error = #expect(throws: PodctlError.self) { try test.database.write { tx in try tx.run(breach) } }
      #expect(error?.code == .statementConflict)
      #expect(!"\(error as Any)".contains("confidential"))
    }
    let orphan = #expect(throws: PodctlError.self) {
      let stranger = Identifier<Tenant>(high: 9, low: 9)
      try test.database.write(for: stranger) { tx in
        try tx.run(
          """
          INSERT INTO users (tenant_id, user_id, email, role, created_at)
          VALUES (\(stranger), \(stranger), \("secret@example.com"), 'owner', \(FixedTime.now))
          """)
      }
    }
    #expect(orphan?.code == .statementConflict)
    #expect(!"\(orphan as Any)".contains("secret@"))
  }

  @Test("an error about a value does not show it", arguments: TestDatabase.kinds)
  func silence(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let error = #expect(throws: PodctlError.self) {
      // On SQLite no function by this name; on PostgreSQL a cast that would quote the text.
      try test.database.read { tx in try tx.rows("SELECT to_number_or_fail(CAST(\("s3cret") AS integer)) AS n") }
    }
    #expect(error?.code == .databaseFailed)
    #expect(!"\(error as Any)".contains("s3cret"))
  }

  @Test("changed rows are counted; reading, and changing none, count nothing", arguments: TestDatabase.kinds)
  func counts(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let ids = CountingIdentifiers()
    try test.database.write { tx in
      for slug in ["a", "b", "c"] { try add(slug, id: ids.next(Tenant.self), in: tx) }
      #expect(try tx.run("UPDATE tenants SET name = \("new") WHERE slug < \("c")") == 2)
      #expect(try tx.run("UPDATE tenants SET name = \("new") WHERE slug = \("z")") == 0)
      #expect(try tx.run("SELECT * FROM tenants") == 0)
      #expect(try tx.run("DELETE FROM tenants WHERE slug = \("a")") == 1)
      let kept: [String] = try tx.rows("UPDATE tenants SET name = \("x") WHERE slug = \("b") RETURNING slug")
        .map { try $0["slug"] }
      #expect(kept == ["b"])
    }
  }

  @Test("a transaction that reads may not write, and says that it is podctl's fault", arguments: TestDatabase.kinds)
  func readOnly(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let id = CountingIdentifiers().next(Tenant.self)
    let error = #expect(throws: PodctlError.self) {
      try test.database.read { tx in try add("acme", id: id, in: tx) }
    }
    #expect(error?.code == .internalFault)
    try test.database.write { tx in try add("acme", id: id, in: tx) }
    #expect(try slugs(test.database) == ["acme"])
  }

  @Test(
    "a transaction in a transaction, and a statement among another's rows, are faults", arguments: TestDatabase.kinds)
  func nesting(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let nested = #expect(throws: PodctlError.self) {
      try test.database.read { _ in try test.database.read { _ in } }
    }
    #expect(nested?.code == .internalFault)
    let among = #expect(throws: PodctlError.self) {
      try test.database.read { tx in
        try tx.stream("SELECT 1 AS one UNION ALL SELECT 2") { _ in _ = try tx.rows("SELECT 1 AS one") }
      }
    }
    #expect(among?.code == .internalFault)
    #expect(try slugs(test.database) == [])
  }

  @Test("two writers wait for each other", arguments: TestDatabase.kinds)
  func writers(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let ids = CountingIdentifiers()
    try test.database.write { tx in try add("counter", id: ids.next(Tenant.self), in: tx) }
    let url = try test.url
    let outcome = Threads.run(4) { _ in
      let database = try Database.open(url, now: { FixedTime.now })
      for _ in 0..<25 {
        try database.write { tx in
          try tx.run("UPDATE tenants SET demo_seed = coalesce(demo_seed, 0) + 1 WHERE slug = 'counter'")
        }
      }
    }
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    let total: Int64? = try test.database.read { tx in try tx.first("SELECT demo_seed FROM tenants")?["demo_seed"] }
    #expect(total == 100)
  }
}
