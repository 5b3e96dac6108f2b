import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The plan for a Citus cluster", .enabled(if: TestDatabase.hasPostgres))
struct DistributionTests {
  private func plan() throws -> [DistributionStep] {
    // The database goes with the object.
    let test = try TestDatabase(.postgres)
    return try withExtendedLifetime(test) {
      try TableLayout(test.connectAsOwner(), MigrationRules()).distributionPlan()
    }
  }

  @Test("what has no tenant is a reference table, and all else is cut by the tenant beside one table")
  func kinds() throws {
    let steps = try plan()
    let references = steps.prefix { $0.kind == .reference }
    #expect(references.map(\.table) == ["tenants", "filter_lists", "filter_sets", "filter_set_lists"])
    let rest = steps.dropFirst(references.count)
    #expect(rest.allSatisfy { $0.kind == .distributed })
    #expect(rest.count >= 32)
    #expect(Set(rest.dropFirst().map(\.beside)) == [rest.first?.table])
    #expect(rest.first?.beside == nil)
    #expect(!steps.contains { ["runs", "schema_migrations"].contains($0.table) })
    #expect(!steps.contains { $0.table.hasSuffix("_default") }, "a partition goes with its table")
  }

  @Test("parents come before their children, which Citus asks for")
  func order() throws {
    let order = try plan().map(\.table)
    for (parent, child) in [
      ("tenants", "users"), ("podcasts", "episodes"), ("episodes", "episode_paths"), ("sponsors", "campaigns"),
      ("campaigns", "insertion_orders"), ("insertion_orders", "flights"), ("flights", "spots"), ("episodes", "spots"),
    ] {
      let before = try #require(order.firstIndex(of: parent))
      let after = try #require(order.firstIndex(of: child))
      #expect(before < after, "\(parent) before \(child)")
    }
  }

  @Test("without Citus it is refused, and nothing is done")
  func refused() throws {
    let test = try TestDatabase(.postgres)
    let error = #expect(throws: PodctlError.self) {
      try TableLayout(test.connectAsOwner(), MigrationRules()).distribute()
    }
    #expect(error?.code == .migrationRequires)
  }

  /// What Citus refuses (its own words in the reference), asked of the catalog.
  @Test("the schema holds nothing that Citus refuses")
  func accepted() throws {
    let test = try TestDatabase(.postgres)
    let faults: [String] = try test.connectAsOwner().read { tx in
      try tx.rows(
        """
        WITH rel AS (
          SELECT c.oid, c.relname FROM pg_class c
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
          WHERE c.relnamespace = 'podctl'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'tenants'
        ), tenant AS (
          SELECT attrelid, attnum, atttypid, attnotnull FROM pg_attribute WHERE attname = 'tenant_id'
        )
        SELECT 'key without the tenant: ' || k.conname AS fault FROM pg_constraint k
        JOIN rel ON rel.oid = k.conrelid JOIN tenant t ON t.attrelid = rel.oid
        WHERE k.contype IN ('p', 'u', 'x', 'f') AND NOT t.attnum = ANY (k.conkey)
        UNION ALL SELECT 'key of an index without the tenant: ' || i.indexrelid::regclass FROM pg_index i
        JOIN rel ON rel.oid = i.indrelid JOIN tenant t ON t.attrelid = rel.oid
        WHERE i.indisunique AND NOT t.attnum = ANY (i.indkey)
        UNION ALL SELECT 'null or domain: ' || rel.relname FROM rel JOIN tenant t ON t.attrelid = rel.oid
        WHERE NOT t.attnotnull OR t.atttypid <> 'uuid'::regtype
        UNION ALL SELECT 'trigger: ' || g.tgname FROM pg_trigger g JOIN rel ON rel.oid = g.tgrelid
        WHERE NOT g.tgisinternal
        UNION ALL SELECT 'serial or identity: ' || rel.relname FROM rel JOIN pg_attribute a ON a.attrelid = rel.oid
        WHERE a.attidentity <> ''
        UNION ALL SELECT 'foreign key that sets null or follows: ' || k.conname FROM pg_constraint k
        JOIN rel ON rel.oid = k.conrelid
        WHERE k.contype = 'f' AND (k.confdeltype IN ('n', 'd') OR k.confupdtype IN ('c', 'n', 'd'))
        UNION ALL SELECT 'policy with a subquery: ' || p.polname FROM pg_policy p JOIN rel ON rel.oid = p.polrelid
        WHERE pg_get_expr(p.polqual, p.polrelid) ILIKE '%select%'
          OR pg_get_expr(p.polwithcheck, p.polrelid) ILIKE '%select%'
        UNION ALL SELECT 'foreign key to facts: ' || k.conname FROM pg_constraint k
        WHERE k.contype = 'f' AND k.confrelid IN ('podctl.downloads'::regclass, 'podctl.coverage'::regclass)
        ORDER BY 1
        """
      ).map { try $0["fault"] }
    }
    #expect(faults == [])
  }
}
