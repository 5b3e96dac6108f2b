import Foundation
import PodctlCore

/// A sponsor's export of conversions, as CSV or as one JSON object a line.
struct ConversionFile {
  /// One row as our columns see it.
  struct Row {
    /// The line of the file on which it starts.
    var line: Int
    /// As the rejects file repeats it.
    var fields: [String]
    var problem: RowProblem?
    var column: (String) -> String?
  }

  static let columns = [
    ImportColumn("occurred_at", required: true, aliases: ["timestamp", "event_time"]),
    ImportColumn("event", aliases: ["event_name"]), ImportColumn("order_id", aliases: ["order"]),
    ImportColumn("value", aliases: ["amount", "total"]), ImportColumn("currency"),
    ImportColumn("promo_code", aliases: ["discount_code", "coupon"]), ImportColumn("ip", aliases: ["ip_address"]),
    ImportColumn("user_agent"), ImportColumn("utm_source"), ImportColumn("utm_campaign"),
    ImportColumn("new_customer", aliases: ["is_new_customer"]),
  ]

  /// The columns of the rejects file.
  let header: [String]
  let rows: any Sequence<Row>
  /// How amounts are written; JSON's own numbers have a point.
  let numbers: NumberReading

  /// Throws `not_text` and `header_invalid` (65) when nothing can be read.
  init(_ file: ImportFile, map: ColumnMap, decimalMark: DecimalMark?) throws(PodctlError) {
    let text = try TextDecoding.decode(file.bytes, file: file.name)
    if Self.isJSON(file.name, text.bytes) {
      header = Self.columns.map(\.name)
      rows = text.bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated().lazy
        .filter { !$1.allSatisfy(Self.isBlank) }.map { Self.row($0 + 1, $1, map) }
      numbers = NumberReading(decimalMark: decimalMark ?? .point)
    } else {
      let table = try CSVTable(text, columns: Self.columns, map: map, file: file.name)
      header = table.header
      rows = table.rows.lazy.map { row in
        Row(line: row.line, fields: row.fields, problem: row.problem) { row[$0] }
      }
      numbers =
        decimalMark.map { NumberReading(decimalMark: $0) }
        ?? NumberReading(learningFrom: table.rows.lazy.compactMap { $0["value"] })
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 || byte == 10 }

  private static func isJSON(_ name: String, _ bytes: [UInt8]) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl")
      || bytes.first { !isBlank($0) } == UInt8(ascii: "{")
  }

  private static func row(_ line: Int, _ bytes: ArraySlice<UInt8>, _ map: ColumnMap) -> Row {
    guard let object = try? JSONDecoder().decode([String: JSONScalar].self, from: Data(bytes)) else {
      let text = String(decoding: bytes, as: UTF8.self).trimmedBlanks
      return Row(line: line, fields: [text], problem: RowProblem("not a JSON object on one line")) { _ in nil }
    }
    // Of two keys that differ in case alone the bytewise first is taken, whatever order the decoder gives.
    var byName: [String: JSONScalar] = [:]
    for key in object.keys.sorted() where byName[ImportColumn.normalised(key)] == nil {
      byName[ImportColumn.normalised(key)] = object[key]
    }
    var values: [String: String] = [:]
    var problem: RowProblem?
    for column in columns {
      let names = map.theirs[column.name].map { [$0] } ?? [column.name] + column.aliases
      guard let scalar = names.lazy.compactMap({ byName[ImportColumn.normalised($0)] }).first else { continue }
      if scalar.isNested { problem = problem ?? RowProblem("\(column.name) is not a plain value") }
      values[column.name] = scalar.text?.trimmedBlanks
    }
    let found = values
    return Row(line: line, fields: columns.map { found[$0.name] ?? "" }, problem: problem) { name in
      found[name].flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}

/// A value of a JSON object as text; numbers go through a decimal type, so that no cent is lost in binary.
private struct JSONScalar: Decodable {
  var text: String?
  var isNested = false

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() { return }
    if let flag = try? value.decode(Bool.self) {
      text = flag ? "true" : "false"
    } else if let string = try? value.decode(String.self) {
      text = string
    } else if let number = try? value.decode(Decimal.self) {
      text = number.description
    } else {
      isNested = true
    }
  }
}
