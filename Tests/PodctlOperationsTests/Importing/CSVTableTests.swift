import PodctlCore
import PodctlOperations
import Testing

@Suite("A header says which column is which")
struct CSVTableTests {
  private let columns = [
    ImportColumn("day", required: true), ImportColumn("flight"),
    ImportColumn("count", required: true, aliases: ["units"]),
  ]

  private func table(_ text: String, map: [String] = []) throws -> CSVTable {
    try CSVTable(
      try TextDecoding.decode(Array(text.utf8), file: "f.csv"), columns: columns,
      map: try ColumnMap(options: map, columns: columns), file: "f.csv")
  }

  @Test(
    "the delimiter is found by the header",
    arguments: [
      "day,flight,count\n2026-10-01,a,5\n", "day;flight;count\n2026-10-01;a;5\n",
      "day\tflight\tcount\n2026-10-01\ta\t5\n",
      "sep=;\nday;flight;count\n2026-10-01;a;5\n", "\u{FEFF}Day , Flight, COUNT\n2026-10-01,a,5\n",
      "\n\nday;\"a, b, c, d\";flight;units\n2026-10-01;x;a;5\n",
    ])
  func delimiter(text: String) throws {
    let rows = Array(try table(text).rows)
    #expect(rows.count == 1)
    #expect(rows[0]["day"] == "2026-10-01" && rows[0]["flight"] == "a" && rows[0]["count"] == "5")
  }

  @Test("columns are renamed by a map, and blank lines are no rows")
  func map() throws {
    let rows = Array(try table("Datum;Zahl\n\n2026-10-01;5\n;;\n", map: ["day=Datum", "count=Zahl"]).rows)
    #expect(rows.map { $0["count"] } == ["5"])
    #expect(rows[0].line == 3 && rows[0]["flight"] == nil)
  }

  @Test("a missing column is named, with the file's nearest name")
  func missing() throws {
    let error = #expect(throws: PodctlError.self) { try table("dya,flight,count\n") }
    #expect(error?.code == .headerInvalid && error?.exit == .invalidInput)
    #expect(error?.message.contains("\"day\"") == true)
    #expect(error?.hint?.contains("--map 'day=dya'") == true)
    #expect(throws: PodctlError.self) { try table("") }
    #expect(throws: PodctlError.self) { try table("day,day,count\n") }
    #expect(throws: PodctlError.self) { try table("day,count\n", map: ["flight=Kampagne"]) }
  }

  @Test("a map that names none of our columns is wrong words", arguments: ["dy=Datum", "day", "=x", "day="])
  func badMap(option: String) {
    let error = #expect(throws: PodctlError.self) { try ColumnMap(options: [option], columns: columns) }
    #expect(error?.code == .usage)
  }

  @Test("a row with fields too many or too few is a problem; padding is none")
  func width() throws {
    let rows = Array(try table("day,count\n2026-10-01,5,,\n2026-10-01\n2026-10-01,5,6\n").rows)
    #expect(rows.map { $0.problem == nil } == [true, false, false])
  }
}
