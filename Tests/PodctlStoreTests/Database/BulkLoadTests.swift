import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Bulk loads and long results")
struct BulkLoadTests {
  private static let table = TemporaryTable(
    "incoming",
    [
      (name: "id", kind: .uuid), (name: "day", kind: .day), (name: "at", kind: .instant), (name: "n", kind: .integer),
      (name: "word", kind: .text), (name: "hash", kind: .bytes), (name: "flag", kind: .boolean),
      (name: "absent", kind: .text),
    ])

  private func fill(_ writer: any BulkWriter, rows: Int) throws {
    for number in 0..<rows {
      try writer.uuid(high: 7, low: UInt64(number))
      try writer.day(Day(number: 20_000 + number % 50))
      try writer.instant(Instant(seconds: Int64(number)))
      try writer.integer(Int64(number))
      try Array("word \(number % 10)".utf8).withUnsafeBufferPointer { try writer.text($0) }
      try [UInt8](repeating: UInt8(number % 256), count: 16).withUnsafeBufferPointer { try writer.bytes($0) }
      try writer.boolean(number.isMultiple(of: 2))
      try writer.null()
      try writer.endRow()
    }
  }

  private func check(_ row: Row, number: Int) throws {
    #expect(try row["id"] == Identifier<Tenant>(high: 7, low: UInt64(number)))
    #expect(try row["day"] == Day(number: 20_000 + number % 50))
    #expect(try row["at"] == Instant(seconds: Int64(number)))
    #expect(try row["n"] == number)
    #expect(try row["word"] == "word \(number % 10)")
    #expect(try row["hash"] == [UInt8](repeating: UInt8(number % 256), count: 16))
    #expect(try row["flag"] == number.isMultiple(of: 2))
    #expect(try row["absent"] == nil as String?)
  }

  @Test("a hundred thousand rows are in, each as it was given", arguments: TestDatabase.kinds)
  func hundredThousand(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let rows = 100_000
    try test.database.write { tx in
      try tx.load(BulkLoadTests.table) { try fill($0, rows: rows) }
      var seen = 0
      try tx.stream("SELECT id, day, at, n, word, hash, flag, absent FROM incoming ORDER BY n") { row in
        if seen.isMultiple(of: 997) || seen == rows - 1 { try check(row, number: seen) }
        seen += 1
      }
      #expect(seen == rows)
    }
  }

  @Test("the table is gone after its transaction, and may be loaded anew within it", arguments: TestDatabase.kinds)
  func lifetime(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    for _ in 0..<2 {
      try test.database.write { tx in
        try tx.load(BulkLoadTests.table) { try fill($0, rows: 3) }
        try tx.load(BulkLoadTests.table) { try fill($0, rows: 2) }
        #expect(try tx.first("SELECT count(*) AS n FROM incoming")?["n"] == 2)
      }
      #expect(throws: PodctlError.self) {
        try test.database.read { tx in try tx.rows("SELECT count(*) AS n FROM incoming") }
      }
    }
  }

  @Test("empty and very long values keep their length", arguments: TestDatabase.kinds)
  func lengths(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let table = TemporaryTable("lengths", [(name: "word", kind: .text), (name: "hash", kind: .bytes)])
    try test.database.write { tx in
      try tx.load(table) { writer in
        for length in [0, 1, 65_519, 65_535, 65_536, 65_537, 200_000] {
          try [UInt8](repeating: 120, count: length).withUnsafeBufferPointer {
            try writer.text($0)
            try writer.bytes($0)
          }
          try writer.endRow()
        }
      }
      let found: [Int] = try tx.rows("SELECT length(word) AS n, length(hash) AS m FROM lengths ORDER BY length(word)")
        .flatMap { [try $0["n"], try $0["m"]] }
      #expect(found == [0, 0, 1, 1, 65_519, 65_519, 65_535, 65_535, 65_536, 65_536, 65_537, 65_537, 200_000, 200_000])
      #expect(try tx.first("SELECT count(*) AS n FROM lengths WHERE word IS NULL OR hash IS NULL")?["n"] == 0)
    }
  }

  @Test("a row of the wrong width stops the load and leaves the connection in order", arguments: TestDatabase.kinds)
  func width(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let table = TemporaryTable("narrow", [(name: "n", kind: .integer), (name: "m", kind: .integer)])
    let error = #expect(throws: PodctlError.self) {
      try test.database.write { tx in
        try tx.load(table) { writer in
          try writer.integer(1)
          try writer.endRow()
        }
      }
    }
    #expect(error?.code == .internalFault)
    #expect(try test.database.read { tx in try tx.first("SELECT 1 AS one")?["one"] } == 1)
  }

  @Test("a reader that stops half-way leaves the connection in order", arguments: TestDatabase.kinds)
  func stopping(_ kind: TestDatabase.Kind) throws {
    struct Enough: Error {}
    let test = try TestDatabase(kind)
    try test.database.write { tx in try tx.load(BulkLoadTests.table) { try fill($0, rows: 20_000) } }
    #expect(throws: Enough.self) {
      try test.database.write { tx in
        try tx.load(BulkLoadTests.table) { try fill($0, rows: 20_000) }
        var seen = 0
        try tx.stream("SELECT n FROM incoming ORDER BY n") { _ in
          seen += 1
          if seen == 10 { throw Enough() }
        }
      }
    }
    #expect(try test.database.read { tx in try tx.first("SELECT 1 AS one")?["one"] } == 1)
  }
}
