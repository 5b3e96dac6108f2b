import CLibPQ
import PodctlCore

/// Reads the rows of a binary result by the types of its columns.
struct PostgresRows {
  let columns: Columns
  let count: Int
  private let result: OpaquePointer?
  private let types: [Oid]

  /// `columns` are those of an earlier result of the same statement.
  init(_ result: OpaquePointer?, _ columns: Columns? = nil) {
    self.result = result
    let width = PQnfields(result)
    count = Int(PQntuples(result))
    types = (0..<width).map { PQftype(result, $0) }
    self.columns = columns ?? Columns((0..<width).map { String(cString: PQfname(result, $0)) })
  }

  func all() throws -> [Row] { try (0..<count).map(row) }

  func row(_ index: Int) throws -> Row {
    var values: [SQLValue] = []
    values.reserveCapacity(types.count)
    for column in types.indices { values.append(try value(row: Int32(index), column: Int32(column))) }
    return Row(columns: columns, values: values)
  }

  private func value(row: Int32, column: Int32) throws -> SQLValue {
    guard PQgetisnull(result, row, column) == 0 else { return .null }
    let bytes = UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
    switch types[Int(column)] {
    case PostgresType.int8: return .integer(bytes.big(Int64.self))
    case PostgresType.int4: return .integer(Int64(bytes.big(Int32.self)))
    case PostgresType.int2: return .integer(Int64(bytes.big(Int16.self)))
    case PostgresType.objectId: return .integer(Int64(bytes.big(UInt32.self)))
    case PostgresType.boolean: return .boolean(bytes[0] != 0)
    case PostgresType.bytes: return .bytes(Array(bytes))
    case PostgresType.uuid: return .uuid(high: bytes.big(UInt64.self), low: bytes.big(UInt64.self, at: 8))
    case PostgresType.date: return .day(Day(number: Int(bytes.big(Int32.self)) + PostgresType.epochDay))
    case PostgresType.timestamptz: return .instant(try instant(bytes.big(Int64.self)))
    case PostgresType.numeric: return .text(PostgresRows.digits(bytes))
    case PostgresType.void: return .null
    case PostgresType.text, PostgresType.varchar, PostgresType.character, PostgresType.name, PostgresType.json,
      PostgresType.unknown:
      return .text(String(decoding: bytes, as: UTF8.self))
    case let type:
      throw PodctlError(
        .internalFault,
        "column \(columns.names[Int(column)]) has PostgreSQL's type \(type), which podctl stores nowhere")
    }
  }

  private func instant(_ number: Int64) throws -> Instant {
    let (microseconds, overflows) = number.addingReportingOverflow(PostgresType.epochMicroseconds)
    guard !overflows, number != .min else {
      throw PodctlError(.internalFault, "a time in the database lies outside what podctl keeps")
    }
    return Instant(microseconds: microseconds)
  }

  /// A numeric as decimal digits: groups of four with the weight of the first, a sign, and digits after the point.
  static func digits(_ bytes: UnsafeRawBufferPointer) -> String {
    let count = Int(bytes.big(Int16.self))
    let weight = Int(bytes.big(Int16.self, at: 2))
    let sign = bytes.big(UInt16.self, at: 4)
    let scale = Int(bytes.big(Int16.self, at: 6))
    guard sign == 0 || sign == 0x4000 else { return "NaN" }
    func group(_ position: Int) -> String {
      let number = position >= 0 && position < count ? Int(bytes.big(Int16.self, at: 8 + position * 2)) : 0
      return String(String(10_000 + number).dropFirst())
    }
    let whole = weight < 0 ? "0" : (0...weight).map(group).joined()
    let trimmed = whole.drop { $0 == "0" }
    var text = (sign == 0 ? "" : "-") + (trimmed.isEmpty ? "0" : String(trimmed))
    if scale > 0 {
      let groups = (scale + 3) / 4
      let fraction = (1...groups).map { group(weight + $0) }.joined()
      text += "." + String(fraction.prefix(scale))
    }
    return text
  }
}

extension UnsafeRawBufferPointer {
  /// A number in network order.
  func big<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int = 0) -> Number {
    Number(bigEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }
}
