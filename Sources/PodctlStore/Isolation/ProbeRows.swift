import PodctlCore

/// A row of each tenant in every table with tenants' rows, made up from the catalog.
public struct ProbeRows {
  let database: Database
  let role: String?
  let tables: [ProbedTable]
  /// In the order in which they could be filled: what others refer to before these.
  private(set) var filled: [ProbedTable] = []
  /// Why the others could not be.
  private(set) var reasons: [String: String] = [:]

  public init(_ database: Database, role: String? = nil) throws {
    self.database = database
    self.role = role
    let all = try database.read { tx in
      try ProbeRows.take(role, tx)
      return try ProbedTable.all(in: tx)
    }
    let shared = Set(SharedTable.all.map(\.name))
    // TimescaleDB's facts are reached by a view alone.
    let behindViews = Set(all.filter(\.isView).map { "\($0.name)_facts" })
    tables = all.filter { $0.hasTenant && !shared.contains($0.name) && !behindViews.contains($0.name) }
    withoutTenant = all.filter { !$0.hasTenant }.map(\.name)
  }

  /// The tables that have no `tenant_id`.
  let withoutTenant: [String]

  public var filledTables: [String] { filled.map(\.name).sorted() }

  static func take(_ role: String?, _ tx: Transaction) throws {
    guard let role else { return }
    try tx.run(Statement(segments: [.text("SET LOCAL ROLE \(ProbedTable.quoted(role))")]))
  }

  func write(for tenant: Identifier<Tenant>, _ body: (TenantTransaction) throws -> Void) throws {
    try database.write(for: tenant) { tx in
      try ProbeRows.take(role, tx)
      try body(tx)
    }
  }

  /// Makes the tenants themselves.
  func found(_ tenants: [Identifier<Tenant>]) throws {
    for tenant in tenants {
      let slug = "probe-\(tenant)"
      try write(for: tenant) { tx in
        try tx.run(
          """
          INSERT INTO tenants (tenant_id, slug, name, kind, zone, currency, secret_fingerprint, created_at, updated_at)
          VALUES (\(tenant), \(slug), \(slug), 'network', 'UTC', 'USD', '', \(ProbedTable.instant),
            \(ProbedTable.instant))
          """)
      }
    }
  }

  /// Lays the rows, in rounds, since only the database knows which table must come before which.
  public mutating func lay(for tenants: [Identifier<Tenant>]) throws {
    var waiting = tables
    while !waiting.isEmpty {
      var later: [ProbedTable] = []
      for table in waiting {
        do {
          for tenant in tenants { try write(for: tenant) { tx in try tx.run(table.inserting(tenant)) } }
          filled.append(table)
        } catch let error as PodctlError {
          reasons[table.name] = error.message
          later.append(table)
        }
      }
      guard later.count < waiting.count else { return }
      waiting = later
    }
  }

  /// The filled tables that still hold a row of a tenant's, by name.
  public func remaining(of tenant: Identifier<Tenant>) throws -> [String] {
    try database.read(for: tenant) { tx in
      try filledTables.filter { name in
        let table = Statement(segments: [.text(ProbedTable.quoted(name))])
        let count: Int =
          try tx.first("SELECT count(*) AS n FROM \(sql: table) WHERE tenant_id = \(tx.tenant)")?["n"] ?? 0
        return count > 0
      }
    }
  }

  /// Takes the rows away again, and the tenants.
  func clear(_ tenants: [Identifier<Tenant>]) throws {
    for tenant in tenants {
      try write(for: tenant) { tx in
        for table in filled.reversed() { try tx.run("DELETE FROM \(sql: table.sql) WHERE tenant_id = \(tenant)") }
        try tx.run("DELETE FROM tenants WHERE tenant_id = \(tenant)")
      }
    }
  }
}
