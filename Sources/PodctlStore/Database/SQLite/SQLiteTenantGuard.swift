import CSQLite
import PodctlCore

/// Listens to SQLite's parser while a statement is prepared, and knows which tables hold tenants' rows.
final class SQLiteTenantGuard {
  private let handle: OpaquePointer
  private var tables: TenantTables?
  private var touched: TouchedTables?

  /// The authorizer stays: setting one makes SQLite prepare every statement again.
  init(_ handle: OpaquePointer) {
    self.handle = handle
    sqlite3_set_authorizer(
      handle,
      { context, action, first, _, schema, _ in
        guard let context, let first else { return SQLITE_OK }
        let tenantGuard = Unmanaged<SQLiteTenantGuard>.fromOpaque(context).takeUnretainedValue()
        tenantGuard.hear(action, first, schema)
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { sqlite3_set_authorizer(handle, nil, nil) }

  private func hear(_ action: Int32, _ table: UnsafePointer<CChar>, _ schema: UnsafePointer<CChar>?) {
    guard let touched, schema.map({ String(cString: $0) }) != "temp" else { return }
    switch action {
    case SQLITE_READ: touched.read(String(cString: table))
    case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE: touched.write(String(cString: table))
    default: break
    }
  }

  /// Looks for the tables, once; between transactions.
  func learn(from driver: SQLiteDriver) throws {
    if tables == nil { tables = try TenantTables(of: driver) }
  }

  /// After a statement that may have changed the schema.
  func forget() { tables = nil }

  /// Prepares a statement and gives the parameters that must be the tenant.
  func check(_ text: String, _ prepare: () throws -> SQLiteStatement) throws -> SQLiteStatement {
    guard let tables else { return try prepare() }
    let touched = TouchedTables()
    self.touched = touched
    defer { self.touched = nil }
    let statement = try prepare()
    statement.tenantParameters = try TenantCheck.parameters(of: text, touching: touched, in: tables)
    return statement
  }
}

extension SQLiteStatement {
  /// Throws `statement_without_tenant` unless the values at the tenant's places are the transaction's tenant.
  func requireTenant(_ tenant: Identifier<Tenant>?, in values: [SQLValue]) throws {
    for number in tenantParameters {
      guard let tenant else { throw TenantCheck.fault("of a tenant", "runs in a transaction of no tenant") }
      guard values.indices.contains(number - 1),
        case .uuid(tenant.high, tenant.low) = values[number - 1]
      else { throw TenantCheck.fault("of a tenant", "names another tenant than its transaction's") }
    }
  }
}
