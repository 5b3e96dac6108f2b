import Foundation
import PodctlCore
import PodctlRender
import Testing

private struct Item: Sendable {
  var slug: String
  var name: String?
  var count: Int64
  var spend: Money?
  var day: Day?
  var at: Instant
}

private let listing = Listing<Item>(
  schema: "podctl.item.list/1",
  [
    Column("slug", "Slug") { .text($0.slug) },
    Column("name", "Name") { .text($0.name) },
    Column("count", "Count", .trailing) { .integer($0.count) },
    Column("spend", "Spend", .trailing) { .money($0.spend) },
    Column("day", "Day", inTable: false) { .day($0.day) },
    Column("at", "At") { .instant($0.at) },
  ])

private let moment = Instant(seconds: 1_793_606_400)

private let items = [
  Item(
    slug: "a", name: "Café 日本", count: 1_234_567, spend: Money(minor: 123_450, .usd),
    day: Day(year: 2026, month: 10, day: 31), at: moment),
  Item(slug: "bb", name: nil, count: -5, spend: nil, day: nil, at: moment.advanced(seconds: -7200)),
]

private func text(
  _ format: OutputFormat, _ layout: Layout = .piped, fields: String? = nil, shape: Sheet.Shape = .list,
  of rows: [Item] = items
) throws -> String {
  try Sheet(listing, rows, shape: shape, format: format, fields: fields).rendered(as: format, layout)
}

@Suite("a listing in every format")
struct SheetTests {
  @Test("a table aligns figures to the right and counts columns, not characters")
  func table() throws {
    #expect(
      try text(.table) == """
        SLUG  NAME           COUNT         SPEND  AT
        a     Café 日本  1,234,567  USD 1,234.50  2026-11-02T08:00:00Z
        bb    —                 -5             —  2026-11-02T06:00:00Z

        """)
  }

  @Test("on a terminal times are relative and headings bold")
  func terminal() throws {
    let layout = Layout(width: 80, hasColor: true, now: moment)
    let lines = try text(.table, layout).split(separator: "\n")
    #expect(lines[0].hasPrefix("\u{1B}[1mSLUG"))
    #expect(lines[1].hasSuffix("just now"))
    #expect(lines[2].hasSuffix("2 hours ago"))
  }

  @Test("only a terminal cuts words off, and never figures")
  func truncation() throws {
    let long = [
      Item(slug: "a", name: String(repeating: "日", count: 40), count: 1_000_000, spend: nil, day: nil, at: moment)
    ]
    let narrow = try text(.table, Layout(width: 50, hasColor: false, now: moment), of: long)
    for line in narrow.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 50) }
    #expect(narrow.contains("…") && narrow.contains("1,000,000"))
    #expect(try !text(.table, of: long).contains("…"))
  }

  @Test("JSON keeps the declared order, and what is unknown is null")
  func json() throws {
    #expect(
      try text(.json) == #"{"schema":"podctl.item.list/1","data":["#
        + #"{"slug":"a","name":"Café 日本","count":1234567,"spend":{"minor":123450,"currency":"USD"},"#
        + #""day":"2026-10-31","at":"2026-11-02T08:00:00Z"},"#
        + #"{"slug":"bb","name":null,"count":-5,"spend":null,"day":null,"at":"2026-11-02T06:00:00Z"}],"meta":{}}"#
        + "\n")
    #expect(try text(.json, shape: .single, of: [items[1]]).contains(#""data":{"slug":"bb""#))
  }

  @Test("NDJSON is bare rows")
  func ndjson() throws {
    #expect(
      try text(.ndjson, fields: "slug,count") == "{\"slug\":\"a\",\"count\":1234567}\n{\"slug\":\"bb\",\"count\":-5}\n")
    #expect(try text(.ndjson, of: []).isEmpty)
  }

  @Test("CSV holds plain figures and empty cells, with lines that end in LF")
  func csv() throws {
    #expect(
      try text(.csv) == """
        slug,name,count,spend,day,at
        a,Café 日本,1234567,1234.50 USD,2026-10-31,2026-11-02T08:00:00Z
        bb,,-5,,,2026-11-02T06:00:00Z

        """)
  }

  @Test(
    "a CSV text is quoted where it must be, and guarded where a spreadsheet would run it",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
      ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), ("+44", "'+44"), ("-x", "'-x"), ("@cmd", "'@cmd"),
      ("\tx", "'\tx"), ("=a,b", "\"'=a,b\""), ("", ""),
    ])
  func cells(value: String, cell: String) { #expect(DelimitedText.csvCell(.text(value)) == cell) }

  @Test("a negative figure is no formula")
  func figures() {
    #expect(DelimitedText.csvCell(.integer(-5)) == "-5")
    #expect(DelimitedText.csvCell(.money(Money(minor: -5, .usd))) == "-0.05 USD")
  }

  @Test("TSV escapes tabs and line ends")
  func tsv() throws {
    let item = Item(slug: "a\tb\nc\\", name: nil, count: 0, spend: nil, day: nil, at: moment)
    #expect(try text(.tsv, fields: "slug,count", of: [item]) == "slug\tcount\na\\tb\\nc\\\\\t0\n")
  }

  @Test("Markdown is a table with figures to the right")
  func markdown() throws {
    let item = Item(slug: "a|b", name: "x_y", count: 1000, spend: nil, day: nil, at: moment)
    #expect(
      try text(.markdown, fields: "slug,name,count", of: [item]) == """
        | Slug | Name | Count |
        | --- | --- | ---: |
        | a\\|b | x\\_y | 1,000 |

        """)
  }

  @Test("one thing is shown field by field")
  func card() throws {
    #expect(try text(.table, fields: "slug,spend", shape: .single) == "Slug   a\nSpend  USD 1,234.50\n")
  }

  @Test("fields are chosen and ordered in every format", arguments: OutputFormat.allCases)
  func fields(format: OutputFormat) throws {
    let all = try text(format, fields: "day, slug,day")
    let day = try #require(all.range(of: format == .table || format == .markdown ? "2026-10-31" : "day"))
    let slug = try #require(
      all.range(of: format == .table || format == .markdown ? "a" : "slug", range: day.upperBound..<all.endIndex))
    #expect(day.lowerBound < slug.lowerBound)
    #expect(!all.contains("1234567") && !all.contains("1,234,567"))
  }

  @Test("an unknown field is refused with a suggestion")
  func unknownField() {
    #expect {
      try text(.json, fields: "slug,spent")
    } throws: { error in
      guard let error = error as? PodctlError else { return false }
      return error.code == .unknownField && error.hint?.contains("did you mean \"spend\"?") == true
    }
  }

  @Test("a text cannot move the terminal's cursor")
  func controls() throws {
    let item = Item(slug: "a\u{1B}[2Jb\nc", name: nil, count: 0, spend: nil, day: nil, at: moment)
    let table = try text(.table, of: [item])
    #expect(!table.contains("\u{1B}") && table.split(separator: "\n").count == 2)
    #expect(try !text(.json, of: [item]).contains("\u{1B}"))
  }
}
