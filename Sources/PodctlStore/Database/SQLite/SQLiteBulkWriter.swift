import CSQLite
import PodctlCore

/// Binds the values of a row as they come. Small ones lie, until the row is in, in a block that never moves, so that
/// SQLite need not copy them; what finds no room there it copies.
final class SQLiteBulkWriter: BulkWriter {
  private static let capacity = 4096
  /// The macro SQLITE_TRANSIENT is not imported.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  private let insert: SQLiteStatement
  private let columns: Int32
  private let block = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
  private var used = 0
  private var column: Int32 = 0
  /// Rows come day by day: the text of one day serves them all.
  private var day: (day: Day, text: [UInt8])?

  init(_ insert: SQLiteStatement, columns: Int) {
    self.insert = insert
    self.columns = Int32(columns)
  }

  deinit { block.deallocate() }

  func uuid(high: UInt64, low: UInt64) throws {
    var bytes = (high.bigEndian, low.bigEndian)
    try withUnsafeBytes(of: &bytes) { try blob($0) }
  }

  func day(_ day: Day) throws {
    if self.day?.day != day { self.day = (day, Array(try DriverFault.storable(day).description.utf8)) }
    try self.day?.text.withUnsafeBufferPointer { try text($0) }
  }

  func instant(_ instant: Instant) throws { try integer(instant.microseconds) }
  func boolean(_ flag: Bool) throws { try integer(flag ? 1 : 0) }

  func integer(_ number: Int64) throws {
    column += 1
    try insert.check(sqlite3_bind_int64(insert.handle, column, number))
  }

  func null() throws {
    column += 1
    try insert.check(sqlite3_bind_null(insert.handle, column))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    column += 1
    let (start, destructor) = kept(UnsafeRawBufferPointer(bytes))
    try insert.check(
      sqlite3_bind_text64(
        insert.handle, column, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), destructor,
        UInt8(SQLITE_UTF8)))
  }

  func bytes(_ bytes: UnsafeBufferPointer<UInt8>) throws { try blob(UnsafeRawBufferPointer(bytes)) }

  private func blob(_ bytes: UnsafeRawBufferPointer) throws {
    column += 1
    let (start, destructor) = kept(bytes)
    try insert.check(sqlite3_bind_blob64(insert.handle, column, start, UInt64(bytes.count), destructor))
  }

  /// Where the bytes lie until the row is in. No bytes have an address too: a null pointer would bind NULL.
  private func kept(_ bytes: UnsafeRawBufferPointer) -> (UnsafeRawPointer, sqlite3_destructor_type?) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return (UnsafeRawPointer(block), nil) }
    guard used + bytes.count <= SQLiteBulkWriter.capacity else { return (source, SQLiteBulkWriter.copied) }
    let target = block + used
    target.copyMemory(from: source, byteCount: bytes.count)
    used += bytes.count
    return (UnsafeRawPointer(target), nil)
  }

  func endRow() throws {
    guard column == columns else { throw DriverFault.rowWidth(Int(column), of: Int(columns)) }
    _ = try insert.step(.readWrite)
    sqlite3_reset(insert.handle)
    column = 0
    used = 0
  }

  /// A row begun and not ended is a fault in the caller.
  func finish() throws {
    sqlite3_clear_bindings(insert.handle)
    guard column == 0 else { throw DriverFault.rowWidth(Int(column), of: Int(columns)) }
  }
}
