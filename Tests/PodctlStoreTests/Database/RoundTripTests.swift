import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Values go in and come back the same")
struct RoundTripTests {
  private enum Thing {}

  /// Writes a value into a column of a temporary table and reads it back as its own type.
  private func returned<Value: SQLBindable & SQLReadable & Equatable>(
    _ value: Value?, as kind: TemporaryTable.Kind, _ test: TestDatabase
  ) throws -> Value? {
    try test.database.write { tx in
      try tx.load(TemporaryTable("returned", [(name: "value", kind: kind)])) { _ in }
      try tx.run("INSERT INTO returned (value) VALUES (\(value))")
      return try tx.first("SELECT value FROM returned")?["value"] ?? nil
    }
  }

  @Test("texts of any script, and empty ones", arguments: TestDatabase.kinds)
  func texts(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    for text in ["", "a", "O'Hara; DROP TABLE tenants", "naïve café 日本語 🎙️", "\u{FEFF}\u{1}\n\t", "\\x00", "$1 ?1"] {
      #expect(try returned(text, as: .text, test) == text)
    }
    let long = String(repeating: "long ", count: 400_000)
    #expect(try returned(long, as: .text, test) == long)
  }

  @Test("a text with a zero byte is refused by both alike", arguments: TestDatabase.kinds)
  func zeroByte(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let error = #expect(throws: PodctlError.self) { try returned("a\0b", as: .text, test) }
    #expect(error?.code == .notText)
  }

  @Test("whole numbers to both ends of 64 bits", arguments: TestDatabase.kinds)
  func integers(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    for number in [0, 1, -1, .max, .min, 1 << 32, -(1 << 53) - 1] as [Int64] {
      #expect(try returned(number, as: .integer, test) == number)
    }
  }

  @Test("bytes, among them none and zeros", arguments: TestDatabase.kinds)
  func bytes(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    for bytes in [[], [0], [0, 0], Array(0...255), [UInt8](repeating: 7, count: 300_000)] as [[UInt8]] {
      #expect(try returned(bytes, as: .bytes, test) == bytes)
    }
  }

  @Test("flags", arguments: TestDatabase.kinds)
  func flags(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    #expect(try returned(true, as: .boolean, test) == true)
    #expect(try returned(false, as: .boolean, test) == false)
  }

  @Test("ids, the first and the last among them", arguments: TestDatabase.kinds)
  func identifiers(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let ids = [
      Identifier<Thing>(high: 0, low: 0), Identifier<Thing>(high: .max, low: .max),
      CountingIdentifiers().next(Thing.self),
    ]
    for id in ids { #expect(try returned(id, as: .uuid, test) == id) }
  }

  @Test("instants to the microsecond, from the year 1 to 9999", arguments: TestDatabase.kinds)
  func instants(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let texts = [
      "0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z", "1999-12-31T23:59:59.999999Z",
      "2000-01-01T00:00:00.000001Z", "2026-03-08T07:00:00Z", "9999-12-31T23:59:59.999999Z",
    ]
    for text in texts {
      let instant = try #require(Instant(text))
      #expect(try returned(instant, as: .instant, test) == instant, "\(text)")
    }
  }

  @Test("days from the year 0 to 9999", arguments: TestDatabase.kinds)
  func days(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    for text in ["0000-01-01", "0001-01-01", "1969-12-31", "1999-12-31", "2024-02-29", "9999-12-31"] {
      let day = try #require(Day(text))
      #expect(try returned(day, as: .day, test) == day, "\(text)")
    }
  }

  @Test("null of every kind", arguments: TestDatabase.kinds)
  func nulls(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    #expect(try returned(nil as String?, as: .text, test) == nil)
    #expect(try returned(nil as Int64?, as: .integer, test) == nil)
    #expect(try returned(nil as [UInt8]?, as: .bytes, test) == nil)
    #expect(try returned(nil as Bool?, as: .boolean, test) == nil)
    #expect(try returned(nil as Identifier<Thing>?, as: .uuid, test) == nil)
    #expect(try returned(nil as Instant?, as: .instant, test) == nil)
    #expect(try returned(nil as Day?, as: .day, test) == nil)
  }

  @Test("sums and counts are whole numbers", arguments: TestDatabase.kinds)
  func sums(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    try test.database.write { tx in
      try tx.load(TemporaryTable("addends", [(name: "number", kind: .integer)])) { writer in
        for number in [4_000_000_000_000_000_000, 10_000, -20_000, 123_456_789] as [Int64] {
          try writer.integer(number)
          try writer.endRow()
        }
      }
      let row = try #require(
        try tx.first("SELECT sum(number) AS total, count(*) AS n, min(number) AS least FROM addends"))
      #expect(try row["total"] == 4_000_000_000_123_446_789 as Int64)
      #expect(try row["n"] == 4)
      #expect(try row["least"] == -20_000)
      let none = try #require(try tx.first("SELECT sum(number) AS total FROM addends WHERE number = 5"))
      #expect(try none["total"] == nil as Int64?)
    }
  }

  @Test("a column that is missing, or of another kind, is a fault in podctl", arguments: TestDatabase.kinds)
  func misread(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let row = try #require(try test.database.read { tx in try tx.first("SELECT \(7) AS seven") })
    #expect(throws: PodctlError.self) { let _: Int = try row["eight"] }
    #expect(throws: PodctlError.self) { let _: String = try row["seven"] }
    #expect(try row["seven"] == 7)
  }
}
