import PodctlCore

/// A file of rows under a header: its delimiter found, its columns matched, its records handed on one by one.
public struct CSVTable: Sendable {
  /// One record as the columns see it.
  public struct Row: Sendable {
    /// The line of the file on which the row starts.
    public let line: Int
    /// Every field as it stands, in the file's order.
    public let fields: [String]
    /// Why the row cannot be taken as it stands; nil for a good one.
    public let problem: RowProblem?
    fileprivate let positions: [String: Int]

    /// The trimmed field of one of our columns; nil where it is empty or the file does not have the column.
    public subscript(_ column: String) -> String? {
      guard let position = positions[column], position < fields.count else { return nil }
      let field = fields[position].trimmedBlanks
      return field.isEmpty ? nil : field
    }
  }

  public let delimiter: UInt8
  /// The header as the file has it.
  public let header: [String]
  private let positions: [String: Int]
  private let bytes: [UInt8]

  /// Reads the header; throws `header_invalid` naming the columns that are missing, with the file's nearest name.
  public init(
    _ text: DecodedText, columns: [ImportColumn], map: ColumnMap = .none, file: String
  ) throws(PodctlError) {
    let (declared, skipped) = Self.declaredDelimiter(text.bytes)
    bytes = text.bytes
    let names = columns.flatMap { [$0.name] + $0.aliases } + map.theirs.values.sorted()
    delimiter = declared ?? Self.delimiter(of: text.bytes, knowing: Set(names.map(ImportColumn.normalised)))
    headerLinesToSkip = skipped
    var reader = CSVReader(text.bytes, delimiter: delimiter)
    for _ in 0..<skipped { _ = reader.next() }
    var first = reader.next()
    while let record = first, record.isBlank { first = reader.next() }
    guard let record = first else {
      throw PodctlError(
        .headerInvalid, "\(file) is empty", hint: "its first line must name the columns: \(Self.list(columns))",
        context: [.init("file", file)])
    }
    guard record.problem == nil else {
      throw PodctlError(
        .headerInvalid, "the header of \(file) cannot be read: \(record.problem?.reason ?? "")",
        hint: "its first line must name the columns: \(Self.list(columns))", context: [.init("file", file)])
    }
    header = record.fields
    positions = try Self.match(record.fields.map(ImportColumn.normalised), columns, map, file, header: record.fields)
  }

  private let headerLinesToSkip: Int

  public func has(_ column: String) -> Bool { positions[column] != nil }

  /// The rows after the header, in order, without blank lines.
  public var rows: some Sequence<Row> {
    var reader = CSVReader(bytes, delimiter: delimiter)
    for _ in 0..<headerLinesToSkip { _ = reader.next() }
    while let record = reader.next(), record.isBlank {}
    let (count, positions) = (header.count, positions)
    return reader.lazy.filter { !$0.isBlank || $0.problem != nil }.map { record in
      Row(
        line: record.line, fields: record.fields, problem: record.problem ?? Self.widthProblem(record, count),
        positions: positions)
    }
  }

  /// Spreadsheets pad rows with empty fields; anything else is a row that has lost or gained a delimiter.
  private static func widthProblem(_ record: CSVReader.Record, _ count: Int) -> RowProblem? {
    let isPadded = record.fields.count > count && record.fields[count...].allSatisfy { $0.trimmedBlanks.isEmpty }
    guard record.fields.count != count, !isPadded else { return nil }
    return RowProblem("\(record.fields.count) fields where the header has \(count)")
  }

  /// Excel's own first line, `sep=;`.
  private static func declaredDelimiter(_ bytes: [UInt8]) -> (UInt8?, skipped: Int) {
    let line = bytes.prefix { $0 != 10 && $0 != 13 }
    guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let delimiter = line.last
    else { return (nil, 0) }
    return (delimiter, 1)
  }

  /// The delimiter under which the header holds the most known names; among equals the one it holds most often.
  private static func delimiter(of bytes: [UInt8], knowing names: Set<String>) -> UInt8 {
    var best: (delimiter: UInt8, known: Int, count: Int)?
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      var reader = CSVReader(bytes, delimiter: delimiter)
      var first = reader.next()
      while let record = first, record.isBlank { first = reader.next() }
      let fields = first?.fields ?? []
      let known = fields.count { names.contains(ImportColumn.normalised($0)) }
      guard let current = best, (known, fields.count) <= (current.known, current.count) else {
        best = (delimiter, known, fields.count)
        continue
      }
    }
    return best?.delimiter ?? UInt8(ascii: ",")
  }

  private static func match(
    _ names: [String], _ columns: [ImportColumn], _ map: ColumnMap, _ file: String, header: [String]
  ) throws(PodctlError) -> [String: Int] {
    var positions: [String: Int] = [:]
    var missing: [String] = []
    for column in columns {
      let mapped = map.theirs[column.name]
      let candidates = mapped.map { [$0] } ?? [column.name] + column.aliases
      let found = candidates.lazy.map(ImportColumn.normalised).compactMap { candidate in
        names.indices.filter { names[$0] == candidate }.nonEmpty
      }.first
      if let found {
        guard found.count == 1 else {
          throw PodctlError(
            .headerInvalid, "the header of \(file) has \"\(header[found[0]])\" \(found.count) times",
            hint: "rename or drop one of them", context: [.init("file", file)])
        }
        positions[column.name] = found[0]
      } else if column.isRequired || mapped != nil {
        missing.append(mapped ?? column.name)
      }
    }
    guard missing.isEmpty else { throw missingColumns(missing, columns, names, file, header: header) }
    return positions
  }

  private static func missingColumns(
    _ missing: [String], _ columns: [ImportColumn], _ names: [String], _ file: String, header: [String]
  ) -> PodctlError {
    let quoted = missing.map { "\"\($0)\"" }.joined(separator: ", ")
    let ours = Set(columns.map(\.name))
    let suggestion = missing.lazy.compactMap { name in
      Suggestion.nearest(to: ImportColumn.normalised(name), among: names).flatMap { near in
        names.firstIndex(of: near).map { (name, header[$0]) }
      }
    }.first
    let has = header.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ")
    var hint = "it has \(has)"
    if let suggestion, ours.contains(suggestion.0) {
      hint = "does \"\(suggestion.1)\" stand for it? then add --map '\(suggestion.0)=\(suggestion.1)'; \(hint)"
    } else {
      hint += "; name the file's column with --map ours=theirs"
    }
    return PodctlError(
      .headerInvalid, "the header of \(file) has no column \(quoted)", hint: hint,
      context: [.init("file", file), .init("missing", missing.joined(separator: ","))])
  }

  private static func list(_ columns: [ImportColumn]) -> String { columns.map(\.name).joined(separator: ",") }
}

extension Collection {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

extension String {
  /// Without blanks at either end, the no-break spaces of spreadsheets among them.
  var trimmedBlanks: String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
