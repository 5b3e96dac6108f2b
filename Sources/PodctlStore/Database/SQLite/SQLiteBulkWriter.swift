import CSQLite
import PodctlCore

/// Gathers rows in memory of its own and binds them without a copy, many to a statement: within one, SQLite keeps its
/// place in each index, and a row costs half of what it costs alone.
final class SQLiteBulkWriter: BulkWriter {
  private static let rowsOfStatement = 32
  /// Rows that are longer than this together go one by one, so that no number of long ones fills the memory.
  private static let memoryLimit = 1 << 20

  private let driver: SQLiteDriver
  private let target: String
  private let columns: Int
  private let tenant: Identifier<Tenant>?
  private var gathered = GatheredRows()
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
  }

  func uuid(high: UInt64, low: UInt64) {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { gathered.add(blob: $0) }
  }

  func day(_ day: Day) throws {
    if self.day?.day != day { self.day = (day, Array(try DriverFault.storable(day).description.utf8)) }
    self.day?.text.withUnsafeBytes { gathered.add(text: $0) }
  }

  func instant(_ instant: Instant) { gathered.add(integer: instant.microseconds) }
  func integer(_ number: Int64) { gathered.add(integer: number) }
  func boolean(_ flag: Bool) { gathered.add(integer: flag ? 1 : 0) }
  func null() { gathered.addNull() }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { gathered.add(text: UnsafeRawBufferPointer(bytes)) }
  func bytes(_ bytes: UnsafeBufferPointer<UInt8>) { gathered.add(blob: UnsafeRawBufferPointer(bytes)) }

  func endRow() throws {
    rows += 1
    guard gathered.count == rows * columns else {
      throw DriverFault.rowWidth(gathered.count - (rows - 1) * columns, of: columns)
    }
    if rows == SQLiteBulkWriter.rowsOfStatement || gathered.bytes > SQLiteBulkWriter.memoryLimit { try flush() }
  }

  /// A row begun and not ended is a fault in the caller.
  func finish() throws {
    guard gathered.count == rows * columns else {
      throw DriverFault.rowWidth(gathered.count - rows * columns, of: columns)
    }
    try flush()
  }

  private func flush() throws {
    if rows == SQLiteBulkWriter.rowsOfStatement {
      let statement = try many ?? prepare(rows: rows)
      many = statement
      try insert(0..<gathered.count, by: statement)
    } else if rows > 0 {
      let statement = try one ?? prepare(rows: 1)
      one = statement
      for row in 0..<rows { try insert(row * columns..<(row + 1) * columns, by: statement) }
    }
    rows = 0
    gathered.clear()
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

  private func insert(_ fields: Range<Int>, by statement: SQLiteStatement) throws {
    try statement.check(gathered.bind(fields, to: statement.handle))
    _ = try statement.step(.readWrite)
    sqlite3_reset(statement.handle)
  }
}

/// Values in memory that stays where it is until they are cleared, so that SQLite need not copy them.
private struct GatheredRows: ~Copyable {
  private struct Field {
    /// SQLite's word for what it is.
    var type: Int32
    /// An integer, or the place of a text's or blob's first byte.
    var value: Int64
    var bytes = 0
  }

  private var fields: [Field] = []
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 1)
  private(set) var bytes = 0

  var count: Int { fields.count }

  init() { fields.reserveCapacity(1 << 9) }
  deinit { memory.deallocate() }

  mutating func addNull() { fields.append(Field(type: SQLITE_NULL, value: 0)) }
  mutating func add(integer: Int64) { fields.append(Field(type: SQLITE_INTEGER, value: integer)) }
  mutating func add(text: UnsafeRawBufferPointer) { add(SQLITE_TEXT, text) }
  mutating func add(blob: UnsafeRawBufferPointer) { add(SQLITE_BLOB, blob) }

  private mutating func add(_ type: Int32, _ value: UnsafeRawBufferPointer) {
    if value.count > memory.count - bytes { grow(by: value.count) }
    fields.append(Field(type: type, value: Int64(bytes), bytes: value.count))
    UnsafeMutableRawBufferPointer(rebasing: memory[bytes...]).copyMemory(from: value)
    bytes += value.count
  }

  private mutating func grow(by count: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * memory.count + count, alignment: 1)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<bytes]))
    memory.deallocate()
    memory = larger
  }

  mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    bytes = 0
  }

  /// Binds some of the values to the first places of a statement, and gives SQLite's answer to the first that it does not
  /// take, or to the last.
  func bind(_ range: Range<Int>, to statement: OpaquePointer?) -> Int32 {
    guard let memory = memory.baseAddress else { return SQLITE_NOMEM }
    var place: Int32 = 0
    for field in fields[range] {
      place += 1
      let outcome =
        switch field.type {
        case SQLITE_INTEGER: sqlite3_bind_int64(statement, place, field.value)
        case SQLITE_TEXT:
          sqlite3_bind_text64(
            statement, place, (memory + Int(field.value)).assumingMemoryBound(to: CChar.self), UInt64(field.bytes), nil,
            UInt8(SQLITE_UTF8))
        case SQLITE_BLOB: sqlite3_bind_blob64(statement, place, memory + Int(field.value), UInt64(field.bytes), nil)
        default: sqlite3_bind_null(statement, place)
        }
      if outcome != SQLITE_OK { return outcome }
    }
    return SQLITE_OK
  }
}
