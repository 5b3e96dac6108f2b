/// A schema bound to one log: where the log keeps each field. Immutable; threads share it.
final class LogLayout: Sendable, Equatable {
  /// What is taken from a column or key.
  struct Place: Sendable, Equatable {
    var field: LogField
    /// The key's parts, for JSON.
    var key: [[UInt8]] = []
    /// How good a name it was found by; lower is better.
    var rank: UInt8
  }

  let schema: LogSchema
  /// By column: the number of a place, or -1.
  let columns: [Int]
  let places: [Place]
  /// How many columns the header names; 0 without a header.
  let width: Int
  private nonisolated(unsafe) let constantBytes: UnsafeMutablePointer<UInt8>

  private init(_ schema: LogSchema, columns: [Int], places: [Place], width: Int) {
    self.schema = schema
    self.columns = columns
    self.places = places
    self.width = width
    let bytes = schema.constants.flatMap(\.value)
    constantBytes = .allocate(capacity: max(1, bytes.count))
    constantBytes.initialize(from: bytes, count: bytes.count)
  }

  deinit { constantBytes.deallocate() }

  /// A layout of columns with these names.
  convenience init(_ schema: LogSchema, names: [String], hasHeader: Bool) {
    var columns = [Int](repeating: -1, count: names.count)
    var places: [Place] = []
    for column in schema.columns {
      guard let rank = column.names.firstIndex(where: names.contains),
        let number = names.firstIndex(of: column.names[rank])
      else { continue }
      // One column may be two fields only under another name, which no format has.
      guard columns[number] < 0 else { continue }
      columns[number] = places.count
      places.append(Place(field: column.field, rank: UInt8(min(rank, 100))))
    }
    while columns.last == -1 { columns.removeLast() }
    self.init(schema, columns: columns, places: places, width: hasHeader ? names.count : 0)
  }

  /// A layout of JSON keys.
  convenience init(json schema: LogSchema) {
    let places = schema.columns.flatMap { column in
      column.names.enumerated().map { rank, name in
        Place(
          field: column.field, key: name.split(separator: ".").map { Array($0.utf8) }, rank: UInt8(min(rank, 100)))
      }
    }
    self.init(schema, columns: [], places: places, width: 0)
  }

  static func == (left: LogLayout, right: LogLayout) -> Bool {
    left === right
      || (left.schema == right.schema && left.columns == right.columns && left.places == right.places
        && left.width == right.width)
  }

  /// Gives values that are the same on every line; a column's own goes before.
  func setConstants(_ values: borrowing FieldValues) {
    var start = 0
    for constant in schema.constants {
      values.set(constant.field, ByteSpan(start: constantBytes + start, count: constant.value.count), rank: 200)
      start += constant.value.count
    }
  }

  /// The first of the needed fields that neither a column nor a constant gives; nil when all are there.
  var missing: [LogField]? {
    let given = places.map(\.field) + schema.constants.map(\.field)
    return schema.needed.first { $0.allSatisfy { !given.contains($0) } }
  }

  /// Whether it has the columns by which a log of this format is known.
  var hasMarks: Bool { schema.marks.allSatisfy { mark in places.contains { $0.field == mark } } }
}
