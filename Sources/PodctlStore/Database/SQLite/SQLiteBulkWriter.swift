import CSQLite
import PodctlCore

/// Gathers rows in memory of its own and binds them without a copy, many to a statement: within one, SQLite keeps its
/// place in each index, and a row costs half of what it costs alone.
final class SQLiteBulkWriter: BulkWriter {
  private enum Field {
    case null
    case integer(Int64)
    case text(offset: Int, count: Int)
    case blob(offset: Int, count: Int)
  }

  private static let rowsOfStatement = 32
  /// Rows that are longer than this together go one by one, so that no number of long ones fills the memory.
  private static let memoryLimit = 1 << 20

  private let driver: SQLiteDriver
  private let target: String
  private let columns: Int
  private let tenant: Identifier<Tenant>?
  private var fields: [Field] = []
  private var memory: [UInt8] = []
  private var rows = 0
  private var many: SQLiteStatement?
  private var one: SQLiteStatement?
  /// Rows come day by day: the text of one day serves them all.
  private var day: (day: Day, text: [UInt8])?

  /// `target` names a table and its columns; a tenant's identifier is the last of them and the same in every row.
  init(_ driver: SQLiteDriver, into target: String, columns: Int, tenant: Identifier<Tenant>? = nil) {
    self.driver = driver
    self.target = target
    self.columns = columns
    self.tenant = tenant
    fields.reserveCapacity(columns * SQLiteBulkWriter.rowsOfStatement)
    memory.reserveCapacity(1 << 14)
  }

  func uuid(high: UInt64, low: UInt64) {
    fields.append(.blob(offset: memory.count, count: 16))
    withUnsafeBytes(of: high.bigEndian) { memory.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { memory.append(contentsOf: $0) }
  }

  func day(_ day: Day) throws {
    if self.day?.day != day { self.day = (day, Array(try DriverFault.storable(day).description.utf8)) }
    self.day?.text.withUnsafeBufferPointer { text($0) }
  }

  func instant(_ instant: Instant) { fields.append(.integer(instant.microseconds)) }
  func integer(_ number: Int64) { fields.append(.integer(number)) }
  func boolean(_ flag: Bool) { fields.append(.integer(flag ? 1 : 0)) }
  func null() { fields.append(.null) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    fields.append(.text(offset: memory.count, count: bytes.count))
    memory.append(contentsOf: bytes)
  }

  func bytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    fields.append(.blob(offset: memory.count, count: bytes.count))
    memory.append(contentsOf: bytes)
  }

  func endRow() throws {
    rows += 1
    guard fields.count == rows * columns else {
      throw DriverFault.rowWidth(fields.count - (rows - 1) * columns, of: columns)
    }
    if rows == SQLiteBulkWriter.rowsOfStatement || memory.count > SQLiteBulkWriter.memoryLimit { try flush() }
  }

  /// A row begun and not ended is a fault in the caller.
  func finish() throws {
    guard fields.count == rows * columns else { throw DriverFault.rowWidth(fields.count - rows * columns, of: columns) }
    try flush()
  }

  private func flush() throws {
    if rows == SQLiteBulkWriter.rowsOfStatement {
      let statement = try many ?? prepare(rows: rows)
      many = statement
      try insert(fields[...], by: statement)
    } else if rows > 0 {
      let statement = try one ?? prepare(rows: 1)
      one = statement
      for row in 0..<rows { try insert(fields[row * columns..<(row + 1) * columns], by: statement) }
    }
    rows = 0
    fields.removeAll(keepingCapacity: true)
    memory.removeAll(keepingCapacity: true)
  }

  /// OR FAIL, since SQLite would otherwise note every page before it changes it, to undo the statement alone: a
  /// transaction whose load fails is rolled back whole.
  private func prepare(rows: Int) throws -> SQLiteStatement {
    let last = rows * columns + 1
    let places = (0..<rows).map { row in
      let own = (1...columns).map { "?\(row * columns + $0)" }
      return "(" + (tenant == nil ? own : own + ["?\(last)"]).joined(separator: ", ") + ")"
    }
    let statement = try SQLiteStatement(
      driver, "INSERT OR FAIL INTO \(target) VALUES \(places.joined(separator: ", "))")
    // Bound once: a reset statement keeps what is bound to it.
    if let tenant { try statement.bind(.uuid(high: tenant.high, low: tenant.low), at: last) }
    return statement
  }

  private func insert(_ fields: ArraySlice<Field>, by statement: SQLiteStatement) throws {
    if memory.isEmpty { memory.append(0) }  // so that an empty text has an address
    try memory.withUnsafeBytes { memory in
      var place: Int32 = 0
      for field in fields {
        place += 1
        try statement.check(bind(field, of: statement, at: place, memory))
      }
      _ = try statement.step(.readWrite)
      sqlite3_reset(statement.handle)
    }
  }

  private func bind(
    _ field: Field, of statement: SQLiteStatement, at index: Int32, _ memory: UnsafeRawBufferPointer
  ) -> Int32 {
    switch field {
    case .null: return sqlite3_bind_null(statement.handle, index)
    case .integer(let number): return sqlite3_bind_int64(statement.handle, index, number)
    case .text(let offset, let count):
      let start = memory.baseAddress.map { ($0 + offset).assumingMemoryBound(to: CChar.self) }
      return sqlite3_bind_text64(statement.handle, index, start, UInt64(count), nil, UInt8(SQLITE_UTF8))
    case .blob(let offset, let count):
      return sqlite3_bind_blob64(statement.handle, index, memory.baseAddress.map { $0 + offset }, UInt64(count), nil)
    }
  }
}
