import CLibPQ
import PodctlCore

/// Writes COPY's binary format (PostgreSQL's documentation of COPY, "Binary Format") in buffers of 64 KiB.
final class PostgresBulkWriter: BulkWriter {
  private static let capacity = 65_536
  private static let signature: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]

  private let driver: PostgresDriver
  private let columns: Int
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 8)
  private var used = 0
  private var field = 0
  private(set) var rows: Int64 = 0

  init(_ driver: PostgresDriver, columns: Int) {
    self.driver = driver
    self.columns = columns
    PostgresBulkWriter.signature.withUnsafeBytes { copy($0) }
    put(UInt64(0))  // flags, and the length of an extension that is not there
  }

  deinit { buffer.deallocate() }

  func uuid(high: UInt64, low: UInt64) throws {
    try start(16)
    put(high)
    put(low)
  }

  func day(_ day: Day) throws {
    let number = try day.postgresNumber
    try start(4)
    put(number)
  }

  func instant(_ instant: Instant) throws {
    let number = try instant.postgresMicroseconds
    try start(8)
    put(number)
  }

  func integer(_ number: Int64) throws {
    try start(8)
    put(number)
  }

  func boolean(_ flag: Bool) throws {
    try start(1)
    put(UInt8(flag ? 1 : 0))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws { try bytesField(UnsafeRawBufferPointer(bytes)) }
  func bytes(_ bytes: UnsafeBufferPointer<UInt8>) throws { try bytesField(UnsafeRawBufferPointer(bytes)) }
  func null() throws { try start(-1) }

  func endRow() throws {
    guard field == columns else { throw DriverFault.rowWidth(field, of: columns) }
    field = 0
    rows += 1
  }

  func finish() throws {
    guard field == 0 else { throw DriverFault.rowWidth(field, of: columns) }
    try reserve(2)
    put(Int16(-1))
    try flush()
  }

  /// The field's length, and before a row's first field their number.
  private func start(_ length: Int32) throws {
    try reserve(6 + (length > 0 && length <= 16 ? Int(length) : 0))
    if field == 0 { put(Int16(columns)) }
    field += 1
    put(length)
  }

  private func bytesField(_ bytes: UnsafeRawBufferPointer) throws {
    try start(Int32(bytes.count))
    if bytes.count <= PostgresBulkWriter.capacity {
      try reserve(bytes.count)
      copy(bytes)
    } else {
      try flush()
      try send(bytes)
    }
  }

  private func reserve(_ count: Int) throws {
    if used + count > PostgresBulkWriter.capacity { try flush() }
  }

  private func put(_ number: some FixedWidthInteger) { withUnsafeBytes(of: number.bigEndian) { copy($0) } }

  private func copy(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, let target = buffer.baseAddress else { return }
    (target + used).copyMemory(from: source, byteCount: bytes.count)
    used += bytes.count
  }

  private func flush() throws {
    try send(UnsafeRawBufferPointer(rebasing: buffer[..<used]))
    used = 0
  }

  private func send(_ bytes: UnsafeRawBufferPointer) throws {
    guard !bytes.isEmpty else { return }
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard PQputCopyData(driver.connection, start, Int32(bytes.count)) == 1 else {
      throw driver.fault(nil, .statement)
    }
  }
}

extension PostgresDriver {
  static func type(of kind: TemporaryTable.Kind) -> String {
    switch kind {
    case .uuid: "uuid"
    case .bytes: "bytea"
    case .day: "date"
    case .text: "text"
    case .instant: "timestamptz"
    case .integer: "bigint"
    case .boolean: "boolean"
    }
  }
}
