import CSQLite
import PodctlCore

/// One connection to a SQLite file. UUIDs are blobs of 16 bytes, instants integers of microseconds, days text, flags
/// 0 and 1.
public final class SQLiteDriver: DatabaseDriver {
  public let dialect = Dialect.sqlite
  public var identity: String {
    sqlite3_db_filename(handle, "main").flatMap { String(cString: $0) } ?? ""
  }

  let handle: OpaquePointer
  /// What errors call the file.
  let place: String
  private var prepared: [String: SQLiteStatement] = [:]
  private var access: TransactionAccess?
  private var temporaryTables: [String] = []
  private var isOccupied = false
  private var tenant: Identifier<Tenant>?
  private var tenantGuard: SQLiteTenantGuard?

  private static let preparedLimit = 200

  init(handle: OpaquePointer, place: String) {
    self.handle = handle
    self.place = place
  }

  public func requireTenants() { tenantGuard = tenantGuard ?? SQLiteTenantGuard(handle) }

  deinit {
    prepared.removeAll()
    tenantGuard = nil
    // A statement still alive keeps the connection as a zombie until it goes too.
    sqlite3_close_v2(handle)
  }

  public func execute(_ text: String, _ values: [SQLValue]) throws -> StatementResult {
    var rows: [Row] = []
    let changed = try run(text, values) { rows.append($0) }
    return StatementResult(rows: rows, changed: changed)
  }

  public func stream(_ text: String, _ values: [SQLValue], _ each: (Row) throws -> Void) throws {
    try run(text, values, each)
  }

  @discardableResult
  private func run(_ text: String, _ values: [SQLValue], _ each: (Row) throws -> Void) throws -> Int {
    try occupy {
      let statement = try prepare(text)
      defer { statement.reset() }
      let before = sqlite3_total_changes64(handle)
      try statement.requireTenant(tenant, in: values)
      try statement.bind(values)
      while try statement.step(access) { try each(statement.row()) }
      return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }
  }

  public func perform(_ statement: ScriptStatement) throws {
    tenantGuard?.forget()
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(self.handle, statement.text, -1, 0, &handle, nil)
    defer { sqlite3_finalize(handle) }
    guard code == SQLITE_OK else { throw scriptFault(code, statement) }
    guard let handle else { return }
    var step = sqlite3_step(handle)
    while step == SQLITE_ROW { step = sqlite3_step(handle) }
    guard step == SQLITE_DONE else { throw scriptFault(step, statement) }
  }

  private func scriptFault(_ code: Int32, _ statement: ScriptStatement) -> PodctlError {
    let offset = sqlite3_error_offset(handle)
    let place = statement.place(atByte: Int(offset))
    var error = fault(code, .script)
    error.context += [.init("line", "\(place.line)"), .init("column", "\(place.column)")]
    return error
  }

  public func begin(_ access: TransactionAccess, tenant: Identifier<Tenant>?) throws {
    guard self.access == nil else { throw DriverFault.nested }
    try tenantGuard?.learn(from: self)
    self.access = access
    self.tenant = tenant
    do {
      switch access {
      case .readOnly: try simple("PRAGMA query_only = 1; BEGIN")
      case .readWrite: try simple(isReadOnlyFile ? "" : "BEGIN IMMEDIATE")
      }
      if access == .readWrite, isReadOnlyFile { throw fault(SQLITE_READONLY, .statement) }
    } catch {
      finish()
      throw error
    }
  }

  public func commit() throws {
    for table in temporaryTables { try simple("DROP TABLE IF EXISTS temp.\(table)") }
    try simple("COMMIT")
    finish()
  }

  public func rollback() {
    // A full disk or an I/O error has already rolled the transaction back.
    if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
    finish()
  }

  public func keepDurably() throws { try simple("PRAGMA synchronous = FULL") }

  public func sever() {}

  private func finish() {
    if access == .readOnly { sqlite3_exec(handle, "PRAGMA query_only = 0", nil, nil, nil) }
    access = nil
    tenant = nil
    temporaryTables = []
  }

  public func load(_ table: TemporaryTable, _ fill: (any BulkWriter) throws -> Void) throws {
    guard access == .readWrite else { throw DriverFault.loadWithoutWrite }
    let columns = table.columns.map { "\($0.name) \(SQLiteDriver.type(of: $0.kind))" }.joined(separator: ", ")
    try simple("DROP TABLE IF EXISTS temp.\(table.name); CREATE TEMP TABLE \(table.name) (\(columns))")
    temporaryTables.append(table.name)
    try occupy {
      let writer = SQLiteBulkWriter(self, into: "temp.\(table.name)", columns: table.columns.count)
      try fill(writer)
      try writer.finish()
    }
  }

  public func append(
    _ rows: TemporaryTable, to table: StaticString, tenant: Identifier<Tenant>,
    _ fill: (any BulkWriter) throws -> Void
  ) throws {
    guard access == .readWrite else { throw DriverFault.loadWithoutWrite }
    guard tenant == self.tenant else {
      throw TenantCheck.fault("\(table)", "names another tenant than its transaction's")
    }
    let columns = rows.columns.map(\.name).joined(separator: ", ")
    try occupy {
      let writer = SQLiteBulkWriter(
        self, into: "\(table) (\(columns), tenant_id)", columns: rows.columns.count, tenant: tenant)
      try fill(writer)
      try writer.finish()
    }
  }

  private static func type(of kind: TemporaryTable.Kind) -> String {
    switch kind {
    case .uuid, .bytes: "blob"
    case .day, .text: "text"
    case .instant, .integer, .boolean: "integer"
    }
  }

  /// PostgreSQL cannot run a statement while another one's rows arrive; neither may this driver, so that code tested
  /// on one database works on both.
  private func occupy<Result>(_ body: () throws -> Result) throws -> Result {
    guard !isOccupied else { throw DriverFault.occupied }
    isOccupied = true
    defer { isOccupied = false }
    return try body()
  }

  private func prepare(_ text: String) throws -> SQLiteStatement {
    if let statement = prepared[text] { return statement }
    let make = { try SQLiteStatement(self, text) }
    let statement = try tenantGuard?.check(text, make) ?? make()
    if prepared.count >= SQLiteDriver.preparedLimit { prepared.removeAll() }
    prepared[text] = statement
    return statement
  }

  /// Runs fixed statements without values.
  func simple(_ text: String) throws {
    let code = sqlite3_exec(handle, text, nil, nil, nil)
    guard code == SQLITE_OK else { throw fault(sqlite3_extended_errcode(handle), .preparing) }
  }

  var isReadOnlyFile: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  func fault(_ code: Int32, _ source: DriverFault.Source) -> PodctlError {
    SQLiteFault.error(code, on: self, source, access: access)
  }
}
