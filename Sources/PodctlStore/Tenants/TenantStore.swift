import PodctlCore

/// The tenants; the one table of tenants' own that is read before a tenant is known.
public struct TenantStore {
  let tx: Transaction

  public init(_ tx: Transaction) { self.tx = tx }

  /// Finds a tenant by its slug; throws `tenant_not_found` with a suggestion.
  public static func find(slug: String, in database: Database) throws -> Tenant {
    try database.read { try TenantStore($0).find(slug) }
  }

  /// Finds a tenant by its slug; throws `tenant_not_found` with a suggestion.
  public func find(_ slug: String) throws -> Tenant {
    if let tenant = try existing(slug) { return tenant }
    let slugs: [String] = try tx.rows("SELECT slug FROM tenants ORDER BY \(bytewise: "slug") LIMIT 1000")
      .map { try $0["slug"] }
    let suggestion = Suggestion.nearest(to: slug, among: slugs)
    throw PodctlError(
      .tenantNotFound, "tenant \"\(slug)\" not found",
      hint: suggestion.map { "did you mean \"\($0)\"?" }
        ?? (slugs.isEmpty ? "there is no tenant yet" : "see which tenants there are"),
      commands: [slugs.isEmpty ? "podctl tenant create SLUG --name NAME" : "podctl tenant list"],
      context: [.init("tenant", slug)])
  }

  /// The tenant of a slug, or nil.
  public func existing(_ slug: String) throws -> Tenant? {
    try tx.first("\(sql: Self.selection) WHERE slug = \(slug)").map(Self.tenant)
  }

  /// All tenants by slug, archived ones too unless left out.
  public func all(withArchived: Bool = true) throws -> [Tenant] {
    let active: Statement = withArchived ? "" : " WHERE status = 'active'"
    return try tx.rows("\(sql: Self.selection)\(sql: active) ORDER BY \(bytewise: "slug")").map(Self.tenant)
  }

  /// Adds a tenant; throws `tenant_exists` when its slug is taken.
  public func insert(_ tenant: Tenant) throws {
    let added = try tx.run(
      """
      INSERT INTO tenants (tenant_id, slug, name, kind, zone, currency, contact_email, status, demo_seed,
        demo_anchor, demo_weeks, secret_fingerprint, counting_profile, counting_window, closes_after_days, volume_limit,
        created_at, updated_at)
      VALUES (\(tenant.id), \(tenant.slug), \(tenant.name), \(tenant.kind), \(tenant.zone), \(tenant.currency),
        \(tenant.contactEmail), \(tenant.status), \(tenant.demo?.seed),
        \(tenant.demo?.anchor), \(tenant.demo?.weeks), \(tenant.secretFingerprint), \(tenant.counting.profile),
        \(tenant.counting.window), \(tenant.closesAfterDays), \(Self.volume(of: tenant)), \(tenant.createdAt),
        \(tenant.updatedAt))
      ON CONFLICT (slug) DO NOTHING
      """)
    guard added == 1 else { throw Self.exists(tenant.slug) }
  }

  /// The error of a slug that is taken.
  public static func exists(_ slug: Slug) -> PodctlError {
    PodctlError(
      .tenantExists, "tenant \"\(slug)\" exists already",
      hint: "use it, choose another slug, or pass --if-not-exists", commands: ["podctl tenant show \(slug)"],
      context: [.init("tenant", slug.text)])
  }

  /// Writes back what of a tenant may change.
  public func update(_ tenant: Tenant) throws {
    try tx.run(
      """
      UPDATE tenants SET name = \(tenant.name), kind = \(tenant.kind), zone = \(tenant.zone),
        currency = \(tenant.currency), contact_email = \(tenant.contactEmail), status = \(tenant.status),
        counting_profile = \(tenant.counting.profile), counting_window = \(tenant.counting.window),
        closes_after_days = \(tenant.closesAfterDays), volume_limit = \(Self.volume(of: tenant)),
        secret_fingerprint = \(tenant.secretFingerprint), updated_at = \(tenant.updatedAt)
      WHERE tenant_id = \(tenant.id)
      """)
  }

  /// Removes a tenant with everything that it owns, children before parents.
  public static func erase(_ tx: TenantTransaction) throws {
    for table in owned { try tx.run("DELETE FROM \(sql: table) WHERE tenant_id = \(tx.tenant)") }
  }

  private static let owned: [Statement] = [
    "payers", "tenant_plans", "plan_subscriptions",
    "report_occurrences", "report_recipients", "report_schedules", "mail_suppressions", "mail_events", "mail_recalls",
    "mail_clocks", "tenant_brands", "data_sources", "outbox",
    "leases", "stripe_events", "stripe_cursors", "journal_transfers", "journal_entries", "invoice_payments",
    "invoice_credits", "invoice_issues", "invoice_lines", "invoices",
    "reports", "attribution_credits", "attribution_runs", "conversions",
    "conversion_keys", "delivery_figures", "imports", "daily_downloads", "restatements", "listener_counts",
    "line_tallies", "closed_lines", "counted_days", "rolling_requests", "coverage", "downloads", "file_reasons",
    "ingested_files", "safe_networks", "spared_households", "tenant_secrets", "spots", "flights",
    "insertion_orders", "campaigns",
    "sponsors", "episode_paths", "episodes",
    "podcasts", "users", "tenants",
  ]

  private static let selection: Statement = """
    SELECT tenant_id, slug, name, kind, zone, currency, contact_email, status, demo_seed, demo_anchor,
      demo_weeks, secret_fingerprint, counting_profile, counting_window, closes_after_days, volume_limit, created_at,
      updated_at
    FROM tenants
    """

  /// No limit, because somebody said so. Nothing in the column says that nobody has: tenants of before the limit was usual
  /// have none until someone decides.
  private static let noLimit = Int64.max

  private static func volume(of tenant: Tenant) -> Int64? {
    tenant.counting.volumeLimit.map(Int64.init) ?? (tenant.isVolumeDecided ? noLimit : nil)
  }

  private static func demo(_ row: Row) throws -> Tenant.Demo? {
    guard let seed: Int64 = try row["demo_seed"], let anchor: Day = try row["demo_anchor"],
      let weeks: Int = try row["demo_weeks"]
    else { return nil }
    return Tenant.Demo(seed: seed, anchor: anchor, weeks: weeks)
  }

  private static func tenant(_ row: Row) throws -> Tenant {
    var tenant = Tenant(
      id: try row["tenant_id"], slug: try row["slug"], name: try row["name"], kind: try row["kind"],
      zone: try row["zone"], currency: try row["currency"], contactEmail: try row["contact_email"],
      status: try row["status"], demo: try demo(row), secretFingerprint: try row["secret_fingerprint"],
      createdAt: try row["created_at"], updatedAt: try row["updated_at"])
    let volume: Int64? = try row["volume_limit"]
    tenant.counting = CountingRules(
      try row["counting_profile"], try row["counting_window"],
      volumeLimit: volume == noLimit ? nil : volume.map(Int.init))
    tenant.isVolumeDecided = volume != nil
    tenant.closesAfterDays = try row["closes_after_days"]
    return tenant
  }
}
