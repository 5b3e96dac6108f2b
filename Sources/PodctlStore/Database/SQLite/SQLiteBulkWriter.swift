import CSQLite
import PodctlCore

/// Gathers one row in memory of its own and binds it without a copy by SQLite: the memory stays until the row is in.
final class SQLiteBulkWriter: BulkWriter {
  private enum Field {
    case null
    case integer(Int64)
    case text(offset: Int, count: Int)
    case blob(offset: Int, count: Int)
  }

  private let insert: SQLiteStatement
  private let columns: Int
  private var fields: [Field] = []
  private var memory: [UInt8] = []

  init(_ insert: SQLiteStatement, columns: Int) {
    self.insert = insert
    self.columns = columns
    fields.reserveCapacity(columns)
    memory.reserveCapacity(4096)
  }

  func uuid(high: UInt64, low: UInt64) {
    fields.append(.blob(offset: memory.count, count: 16))
    withUnsafeBytes(of: high.bigEndian) { memory.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { memory.append(contentsOf: $0) }
  }

  func day(_ day: Day) throws {
    let offset = memory.count
    memory.append(contentsOf: try DriverFault.storable(day).description.utf8)
    fields.append(.text(offset: offset, count: memory.count - offset))
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
    guard fields.count == columns else { throw DriverFault.rowWidth(fields.count, of: columns) }
    if memory.isEmpty { memory.append(0) }  // so that an empty text has an address
    try memory.withUnsafeBytes { memory in
      for (index, field) in fields.enumerated() { try insert.check(bind(field, at: Int32(index + 1), memory)) }
      _ = try insert.step(.readWrite)
      sqlite3_reset(insert.handle)
    }
    fields.removeAll(keepingCapacity: true)
    memory.removeAll(keepingCapacity: true)
  }

  private func bind(_ field: Field, at index: Int32, _ memory: UnsafeRawBufferPointer) -> Int32 {
    switch field {
    case .null: return sqlite3_bind_null(insert.handle, index)
    case .integer(let number): return sqlite3_bind_int64(insert.handle, index, number)
    case .text(let offset, let count):
      let start = memory.baseAddress.map { ($0 + offset).assumingMemoryBound(to: CChar.self) }
      return sqlite3_bind_text64(insert.handle, index, start, UInt64(count), nil, UInt8(SQLITE_UTF8))
    case .blob(let offset, let count):
      return sqlite3_bind_blob64(insert.handle, index, memory.baseAddress.map { $0 + offset }, UInt64(count), nil)
    }
  }

  /// A row begun and not ended is a fault in the caller.
  func finish() throws {
    sqlite3_clear_bindings(insert.handle)
    guard fields.isEmpty else { throw DriverFault.rowWidth(fields.count, of: columns) }
  }
}
