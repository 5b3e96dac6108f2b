import CLibPQ
import Glibc
import PodctlCore

/// One connection to a PostgreSQL server. Nothing is set for the session: every setting is local to its transaction,
/// so that a pooler between podctl and the server can hand the connection to someone else after each.
public final class PostgresDriver: DatabaseDriver {
  /// Where unqualified names are looked for.
  public enum SearchPath: Sendable {
    /// podctl's own schema; temporary tables last, so that none can take a table's place.
    case podctl
    /// What the role and the database have set; for another project's migrations.
    case connection
  }

  public let dialect = Dialect.postgres
  public let identity = ""

  let connection: OpaquePointer
  let address: ServerAddress
  let searchPath: SearchPath
  private let cancelHandle: OpaquePointer?
  private var isDurable = false
  private var access: TransactionAccess?
  private var isOccupied = false
  private var statementTimeout: Duration?
  /// Rows that statements of this connection have inserted, changed and removed, those of temporary tables among them.
  private(set) var changedRows: Int64 = 0

  init(connection: OpaquePointer, address: ServerAddress, searchPath: SearchPath) {
    self.connection = connection
    self.address = address
    self.searchPath = searchPath
    cancelHandle = PQgetCancel(connection)
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    PostgresCancel.add(cancelHandle)
  }

  deinit {
    PostgresCancel.remove(cancelHandle)
    PQfreeCancel(cancelHandle)
    PQfinish(connection)
  }

  public func limit(statements timeout: Duration) { statementTimeout = timeout }

  public func execute(_ text: String, _ values: [SQLValue]) throws -> StatementResult {
    try occupy {
      let result = try PostgresParameters(values).withPointers { types, pointers, lengths, formats in
        PQexecParams(connection, text, Int32(values.count), types, pointers, lengths, formats, 1)
      }
      defer { PQclear(result) }
      try check(result, .statement)
      let reader = PostgresRows(result)
      let changed = PostgresDriver.changed(result)
      changedRows += Int64(changed)
      return StatementResult(rows: try reader.all(), changed: changed)
    }
  }

  public func stream(_ text: String, _ values: [SQLValue], _ each: (Row) throws -> Void) throws {
    try occupy {
      let sent = try PostgresParameters(values).withPointers { types, pointers, lengths, formats in
        PQsendQueryParams(connection, text, Int32(values.count), types, pointers, lengths, formats, 1)
      }
      guard sent == 1, PQsetSingleRowMode(connection) == 1 else { throw fault(nil, .statement) }
      do {
        try receive(each)
      } catch {
        cancel()
        throw error
      }
    }
  }

  private func receive(_ each: (Row) throws -> Void) throws {
    var columns: Columns?
    while let result = PQgetResult(connection) {
      defer { PQclear(result) }
      try check(result, .statement)
      let reader = PostgresRows(result, columns)
      columns = reader.columns
      changedRows += Int64(PostgresDriver.changed(result))
      for row in 0..<reader.count { try each(reader.row(row)) }
    }
    guard PQstatus(connection) == CONNECTION_OK else { throw fault(nil, .statement) }
  }

  /// Stops a statement whose rows nobody wants any more.
  private func cancel() {
    if let handle = PQgetCancel(connection) {
      var reason = [CChar](repeating: 0, count: 256)
      PQcancel(handle, &reason, Int32(reason.count))
      PQfreeCancel(handle)
    }
    while let result = PQgetResult(connection) { PQclear(result) }
  }

  public func perform(_ statement: ScriptStatement) throws {
    let result = PQexec(connection, statement.text)
    defer { PQclear(result) }
    do {
      try check(result, .script)
    } catch var error as PodctlError {
      let position = PostgresFault.field(result, .position).flatMap { Int($0) }
      let place = position.map { statement.place(atCharacter: $0) } ?? statement.place
      error.context += [.init("line", "\(place.line)"), .init("column", "\(place.column)")]
      throw error
    }
  }

  public func begin(_ access: TransactionAccess, tenant: Identifier<Tenant>?) throws {
    guard self.access == nil else { throw DriverFault.nested }
    self.access = access
    do {
      try simple(opening(access, tenant))
    } catch {
      rollback()
      throw error
    }
  }

  public func begin(running texts: [String]) throws -> [String] {
    guard access == nil else { throw DriverFault.nested }
    access = .readWrite
    do {
      let text = opening(.readWrite, nil) + texts.joined(separator: "; ")
      guard PQsendQuery(connection, text) == 1 else { throw fault(nil, .statement) }
      return try drain()
    } catch {
      rollback()
      throw error
    }
  }

  /// One round trip. Citus hands a setting on to its workers only when told to, and only one made by SET LOCAL; settings
  /// of an extension are placeholders where it is not.
  private func opening(_ access: TransactionAccess, _ tenant: Identifier<Tenant>?) -> String {
    var text = access == .readOnly ? "BEGIN READ ONLY;" : "BEGIN;"
    text += "SET LOCAL citus.propagate_set_commands = 'local'; SET LOCAL timezone = 'UTC';"
    if searchPath == .podctl {
      text += "SET LOCAL search_path TO podctl, pg_temp;"
      // TimescaleDB plans DISTINCT over any table's index, but not below what a policy puts above it (2.28: "unsupported
      // subplan type for SkipScan"), and says so only once a table is large enough.
      text += "SET LOCAL timescaledb.enable_skipscan = off;"
    }
    // A killed client's statement ends within a second and leaves its locks, instead of running on to its end.
    if access == .readWrite, isDurable { text += "SET LOCAL synchronous_commit = on;" }
    // On Citus a transaction may write a reference table after rows of a tenant's only over one connection to a machine.
    if access == .readWrite {
      text +=
        "SET LOCAL client_connection_check_interval = '1s'; SET LOCAL citus.multi_shard_modify_mode = 'sequential';"
    }
    if searchPath == .podctl, let timeout = statementTimeout ?? address.statementTimeout {
      text += "SET LOCAL statement_timeout = '\(timeout.wholeMilliseconds)ms';"
    }
    text += "SET LOCAL app.tenant_id = '\(tenant?.description ?? "")';"
    return text
  }

  public func keepDurably() throws { isDurable = true }

  public func commit() throws {
    let result = PQexec(connection, "COMMIT")
    defer { PQclear(result) }
    guard PQstatus(connection) == CONNECTION_OK else {
      throw PodctlError(
        .outcomeUnknown, "the connection to \(address.place) was lost while the change was being committed",
        hint: "whether it was kept is not known; run the command again, which is safe either way")
    }
    try check(result, .statement)
    // The server answers a COMMIT of a failed transaction with ROLLBACK, and no error.
    guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
      throw PodctlError(.databaseFailed, "the transaction was rolled back, since one of its statements had failed")
    }
    access = nil
  }

  public func rollback() {
    if PQtransactionStatus(connection) != PQTRANS_IDLE { PQclear(PQexec(connection, "ROLLBACK")) }
    access = nil
  }

  public func sever() { _ = shutdown(PQsocket(connection), Int32(SHUT_RDWR)) }

  public func load(_ table: TemporaryTable, _ fill: (any BulkWriter) throws -> Void) throws {
    guard access == .readWrite else { throw DriverFault.loadWithoutWrite }
    let columns = table.columns.map { "\($0.name) \(PostgresDriver.type(of: $0.kind))" }.joined(separator: ", ")
    try simple(
      "DROP TABLE IF EXISTS pg_temp.\(table.name); CREATE TEMP TABLE \(table.name) (\(columns)) ON COMMIT DROP")
    try occupy {
      let result = PQexec(connection, "COPY pg_temp.\(table.name) FROM STDIN (FORMAT binary)")
      defer { PQclear(result) }
      guard PQresultStatus(result) == PGRES_COPY_IN else { throw fault(result, .statement) }
      let writer = PostgresBulkWriter(self, columns: table.columns.count)
      do {
        try fill(writer)
        try writer.finish()
        changedRows += writer.rows
      } catch {
        PQputCopyEnd(connection, "the caller stopped")
        while let rest = PQgetResult(connection) { PQclear(rest) }
        throw error
      }
      guard PQputCopyEnd(connection, nil) == 1 else { throw fault(nil, .statement) }
      try drain()
    }
  }

  /// Row-level security forbids COPY into the table itself, so the rows come through a temporary one.
  public func append(
    _ rows: TemporaryTable, to table: StaticString, tenant: Identifier<Tenant>,
    _ fill: (any BulkWriter) throws -> Void
  ) throws {
    try load(rows, fill)
    let columns = rows.columns.map(\.name).joined(separator: ", ")
    try simple(
      """
      INSERT INTO \(table) (tenant_id, \(columns))
      SELECT '\(tenant)'::uuid, \(columns) FROM pg_temp.\(rows.name);
      DROP TABLE pg_temp.\(rows.name)
      """)
  }

  public func copiedRows(from source: String) throws -> Int {
    try occupy {
      let result = PQexec(connection, "COPY \(source) TO STDOUT")
      defer { PQclear(result) }
      guard PQresultStatus(result) == PGRES_COPY_OUT else { throw fault(result, .statement) }
      var rows = 0
      var row: UnsafeMutablePointer<CChar>?
      while PQgetCopyData(connection, &row, 0) > 0 {
        PQfreemem(row)
        rows += 1
      }
      try drain()
      return rows
    }
  }

  /// Takes every result that is still to come, and gives the first value of each that has a row, as the server writes it;
  /// the first failure is thrown when all are in.
  @discardableResult
  private func drain() throws -> [String] {
    var failure: PodctlError?
    var values: [String] = []
    while let result = PQgetResult(connection) {
      do { try check(result, .statement) } catch let error as PodctlError { failure = failure ?? error }
      if PQntuples(result) > 0, let value = PQgetvalue(result, 0, 0) { values.append(String(cString: value)) }
      PQclear(result)
    }
    if let failure { throw failure }
    guard PQstatus(connection) == CONNECTION_OK else { throw fault(nil, .statement) }
    return values
  }

  private func occupy<Result>(_ body: () throws -> Result) throws -> Result {
    guard !isOccupied else { throw DriverFault.occupied }
    isOccupied = true
    defer { isOccupied = false }
    return try body()
  }

  /// Runs fixed statements without values.
  func simple(_ text: String) throws {
    let result = PQexec(connection, text)
    defer { PQclear(result) }
    try check(result, .statement)
  }

  private func check(_ result: OpaquePointer?, _ source: DriverFault.Source) throws {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY: return
    case PGRES_COPY_IN:
      PQputCopyEnd(connection, "podctl sends no data here")
      while let rest = PQgetResult(connection) { PQclear(rest) }
      throw PodctlError(.databaseFailed, "COPY … FROM STDIN cannot be run from a file; write INSERT statements")
    default: throw fault(result, source)
    }
  }

  private static func changed(_ result: OpaquePointer?) -> Int {
    // SELECT has a count in its tag too.
    let tag = String(cString: PQcmdStatus(result))
    let isChange = ["INSERT", "UPDATE", "DELETE", "MERGE"].contains { tag.hasPrefix($0) }
    return isChange ? Int(String(cString: PQcmdTuples(result))) ?? 0 : 0
  }

  func fault(_ result: OpaquePointer?, _ source: DriverFault.Source) -> PodctlError {
    PostgresFault.error(result, on: self, source, access: access)
  }
}
