import CLibPQ
import PodctlCore

/// The built-in types' object ids, which are the same on every server.
enum PostgresType {
  static let boolean: Oid = 16
  static let bytes: Oid = 17
  static let name: Oid = 19
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let objectId: Oid = 26
  static let json: Oid = 114
  static let unknown: Oid = 705
  static let character: Oid = 1042
  static let varchar: Oid = 1043
  static let date: Oid = 1082
  static let timestamptz: Oid = 1184
  static let numeric: Oid = 1700
  static let void: Oid = 2278
  static let uuid: Oid = 2950

  /// PostgreSQL counts from 2000-01-01, podctl from 1970-01-01.
  static let epochMicroseconds: Int64 = 946_684_800_000_000
  static let epochDay = 10_957
}

/// Values on their way to a statement, in binary with their types named, in one run of memory. Text goes in binary too:
/// as a C string it would end silently at a zero byte.
struct PostgresParameters {
  private var types: [Oid] = []
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []
  private var memory: [UInt8] = []

  init(_ values: [SQLValue]) throws {
    for value in values {
      let offset = memory.count
      let type = try append(value)
      types.append(type)
      offsets.append(value == .null ? nil : offset)
      lengths.append(Int32(memory.count - offset))
    }
    memory.append(0)  // so that empty values have an address
  }

  private mutating func append(_ value: SQLValue) throws -> Oid {
    switch value {
    case .null: return 0  // the statement decides
    case .integer(let number):
      append(big: number)
      return PostgresType.int8
    case .text(let text):
      memory.append(contentsOf: try DriverFault.storable(text).utf8)
      return PostgresType.text
    case .bytes(let bytes):
      memory.append(contentsOf: bytes)
      return PostgresType.bytes
    case .boolean(let flag):
      memory.append(flag ? 1 : 0)
      return PostgresType.boolean
    case .uuid(let high, let low):
      append(big: high)
      append(big: low)
      return PostgresType.uuid
    case .instant(let instant):
      append(big: try instant.postgresMicroseconds)
      return PostgresType.timestamptz
    case .day(let day):
      append(big: try day.postgresNumber)
      return PostgresType.date
    }
  }

  private mutating func append(big number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { memory.append(contentsOf: $0) }
  }

  /// Calls `body` with the arrays that libpq takes.
  func withPointers<Result>(_ body: ([Oid], [UnsafePointer<CChar>?], [Int32], [Int32]) -> Result) -> Result {
    memory.withUnsafeBytes { memory in
      let start = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
      return body(types, pointers, lengths, [Int32](repeating: 1, count: types.count))
    }
  }
}

extension Instant {
  /// Throws where PostgreSQL's own count would overflow.
  var postgresMicroseconds: Int64 {
    get throws {
      let (number, overflows) = microseconds.subtractingReportingOverflow(PostgresType.epochMicroseconds)
      guard !overflows, number != .min, number != .max else {
        throw PodctlError(.internalFault, "an instant lies outside what PostgreSQL keeps")
      }
      return number
    }
  }
}

extension Day {
  var postgresNumber: Int32 {
    get throws { Int32(try DriverFault.storable(self).number - PostgresType.epochDay) }
  }
}
