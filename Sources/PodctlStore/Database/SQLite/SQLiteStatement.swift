import CSQLite
import PodctlCore

/// One prepared statement, finalised when it goes.
final class SQLiteStatement {
  let handle: OpaquePointer
  private unowned let driver: SQLiteDriver
  private let parameterCount: Int
  /// The numbers of the parameters that must be the transaction's tenant.
  var tenantParameters: [Int] = []
  private lazy var columns = Columns(
    (0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) })

  /// SQLite copies what is bound with this; the macro SQLITE_TRANSIENT is not imported.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  init(_ driver: SQLiteDriver, _ text: String) throws {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(driver.handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw driver.fault(code, .preparing) }
    handle = statement
    self.driver = driver
    parameterCount = Int(sqlite3_bind_parameter_count(statement))
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ values: [SQLValue]) throws {
    guard values.count == parameterCount else {
      throw PodctlError(
        .internalFault, "a statement takes \(parameterCount) values and was given \(values.count)")
    }
    for (index, value) in values.enumerated() { try check(bind(value, at: Int32(index + 1))) }
  }

  /// Binds one value and leaves the others as they are.
  func bind(_ value: SQLValue, at index: Int) throws { try check(bind(value, at: Int32(index))) }

  private func bind(_ value: SQLValue, at index: Int32) throws -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .boolean(let flag): sqlite3_bind_int64(handle, index, flag ? 1 : 0)
    case .instant(let instant): sqlite3_bind_int64(handle, index, instant.microseconds)
    case .text(let text): try bindText(DriverFault.storable(text), at: index)
    case .day(let day): try bindText(DriverFault.storable(day).description, at: index)
    case .bytes(let bytes): bindBlob(bytes, at: index)
    case .uuid(let high, let low): bindBlob(Identifier<Never>(high: high, low: low).bytes, at: index)
    }
  }

  private func bindText(_ text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text64(
          handle, index, $0.baseAddress, UInt64($0.count), SQLiteStatement.copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bindBlob(_ bytes: [UInt8], at index: Int32) -> Int32 {
    // A null pointer would bind NULL in place of no bytes.
    bytes.isEmpty
      ? sqlite3_bind_zeroblob(handle, index, 0)
      : sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), SQLiteStatement.copied)
  }

  /// Goes to the next row; false at the end.
  func step(_ access: TransactionAccess?) throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    case let code: throw driver.fault(code, .statement)
    }
  }

  func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw driver.fault(code, .statement) }
  }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  func row() throws -> Row {
    var values: [SQLValue] = []
    values.reserveCapacity(columns.names.count)
    for index in 0..<Int32(columns.names.count) { values.append(try value(at: index)) }
    return Row(columns: columns, values: values)
  }

  private func value(at index: Int32) throws -> SQLValue {
    switch sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(handle, index)
      let count = Int(sqlite3_column_bytes(handle, index))
      return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, index)
      let count = Int(sqlite3_column_bytes(handle, index))
      return .bytes(Array(UnsafeRawBufferPointer(start: start, count: count)))
    case SQLITE_FLOAT:
      throw PodctlError(
        .internalFault, "column \(columns.names[Int(index)]) is a floating-point number, which podctl stores nowhere")
    default: return .null
    }
  }
}
