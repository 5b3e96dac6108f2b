import Foundation
import PodctlCore

/// A mapping file while it is read.
struct FormatMapReading {
  private let name: String
  /// How the log is written, by key.
  private var settings: [String: (value: String, line: Int)] = [:]
  private var columns: [LogSchema.Column] = []
  private var constants: [LogSchema.Constant] = []

  /// The keys that are no fields, with what they may be.
  private static let keys = ["name", "format", "separator", "header", "escape", "time-form", "zone", "imported"]
  private static let separators: [String: UInt8] = [
    "tab": 9, "space": 32, "comma": 44, "semicolon": 59, "pipe": 124, ",": 44, ";": 59, "|": 124,
  ]

  init(name: String) { self.name = name }

  private func invalid(_ message: String, line: Int?, hint: String) -> PodctlError {
    PodctlError(
      .formatMapInvalid, "\(line.map { "line \($0) of " } ?? "")\(name): \(message)", hint: hint,
      context: line.map { [.init("line", String($0))] } ?? [])
  }

  /// Takes one line that is no comment.
  mutating func take(_ text: String, line: Int) throws(PodctlError) {
    guard let equals = text.firstIndex(of: "=") else {
      throw invalid("\"\(text)\" is no key with a value", line: line, hint: "write key = value")
    }
    let key = text[..<equals].trimmingCharacters(in: .whitespaces)
    let value = text[text.index(after: equals)...].trimmingCharacters(in: .whitespaces)
    guard !value.isEmpty else {
      throw invalid("\(key) has no value", line: line, hint: "leave the line out where the log lacks it")
    }
    let isConstant = value.count >= 2 && value.first == "\"" && value.last == "\""
    let bare = isConstant ? String(value.dropFirst().dropLast()) : value
    if FormatMapReading.keys.contains(key) {
      guard settings[key] == nil else { throw invalid("\(key) is given twice", line: line, hint: "give it once") }
      settings[key] = (bare, line)
    } else if let field = LogField(word: key) {
      try take(field, bare, isConstant: isConstant, line: line)
    } else {
      let known = FormatMapReading.keys + LogField.allCases.map(\.word)
      let nearest = Suggestion.nearest(to: key, among: known)
      throw invalid(
        "there is no key \(key)", line: line,
        hint: (nearest.map { "did you mean \($0)? " } ?? "") + "the keys are \(known.joined(separator: ", "))")
    }
  }

  private mutating func take(_ field: LogField, _ value: String, isConstant: Bool, line: Int) throws(PodctlError) {
    guard !columns.contains(where: { $0.field == field }), !constants.contains(where: { $0.field == field }) else {
      throw invalid("\(field.word) is given twice", line: line, hint: "give it once")
    }
    if isConstant {
      constants.append(LogSchema.Constant(field, value))
      return
    }
    guard !columns.contains(where: { $0.names == [value] }) else {
      throw invalid("the column \(value) is taken by two fields", line: line, hint: "a column is one field")
    }
    columns.append(LogSchema.Column(field, value))
  }

  private func setting<Value>(
    _ key: String, _ fallback: Value, _ choices: String, _ make: (String) -> Value?
  ) throws(PodctlError) -> Value {
    guard let (text, line) = settings[key] else { return fallback }
    guard let value = make(text) else {
      throw invalid("\(key) cannot be \"\(text)\"", line: line, hint: "it is \(choices)")
    }
    return value
  }

  private static func answer(_ text: String) -> Bool? { ["yes": true, "no": false][text] }

  /// The format that was described; throws `format_map_invalid` when something is missing.
  func schema() throws(PodctlError) -> LogSchema {
    var schema = LogSchema(name: settings["name"]?.value ?? "mapped", shape: try shape(), columns: columns)
    schema.constants = constants
    schema.escape = try setting("escape", .plain, "none, percent or backslash") {
      ["none": TextEscape.plain, "percent": .percent, "backslash": .backslash][$0]
    }
    schema.time = try setting(
      "time-form", .automatic,
      "auto, iso, common, unix, unix-ms, unix-us, unix-ns, or a pattern such as MM/DD/YYYY hh:mm:ss"
    ) { TimeForm(word: $0) }
    if let (text, line) = settings["zone"] {
      do throws(PodctlError) {
        schema.zone = try Zone(text)
      } catch {
        throw invalid(error.message, line: line, hint: error.hint ?? "write a name such as Europe/Berlin")
      }
    }
    schema.isImported = try setting("imported", false, "yes or no", FormatMapReading.answer)
    schema.marks = columns.map(\.field).filter { schema.needed.joined().contains($0) }
    let given = columns.map(\.field) + constants.map(\.field)
    for fields in schema.needed where !fields.contains(where: given.contains) {
      throw invalid(
        "nothing says which column is the \(fields.map(\.word).joined(separator: " or "))", line: nil,
        hint:
          "add a line such as \(fields[0].word) = COLUMN, or \(fields[0].word) = \"VALUE\" where all rows have the same"
      )
    }
    if given.contains(.date), !given.contains(.clock) {
      throw invalid("date is given without clock", line: nil, hint: "name the column of the time as clock = COLUMN")
    }
    return schema
  }

  private func shape() throws(PodctlError) -> LogSchema.Shape {
    guard let (format, line) = settings["format"] else {
      throw invalid("nothing says how lines are written", line: nil, hint: "add format = json, csv, tsv or delimited")
    }
    let hasHeader = try setting("header", true, "yes or no", FormatMapReading.answer)
    let given: UInt8? =
      try settings["separator"] == nil
      ? nil
      : setting("separator", 0, "one character, or tab, space, comma, semicolon or pipe") { text in
        FormatMapReading.separators[text] ?? (text.utf8.count == 1 ? text.utf8.first : nil)
      }
    var delimiting: LogSchema.Delimiting
    switch format {
    case "json": return .json
    case "csv": delimiting = .init(separator: given ?? 44, quoting: .doubled, hasHeader: hasHeader)
    case "tsv": delimiting = .init(separator: given ?? 9, quoting: .none, hasHeader: hasHeader)
    case "delimited":
      guard let given else {
        throw invalid("format = delimited needs a separator", line: line, hint: "add separator = | or another")
      }
      delimiting = .init(separator: given, quoting: given == 32 ? .bracketed : .none, hasHeader: hasHeader)
    default: throw invalid("there is no format \(format)", line: line, hint: "it is json, csv, tsv or delimited")
    }
    if !hasHeader {
      let numbers = columns.map { Int($0.names[0]) ?? 0 }
      guard let last = numbers.max(), numbers.allSatisfy({ (1...500).contains($0) }) else {
        throw invalid(
          "without a header columns are named by number", line: settings["header"]?.line,
          hint: "count them from 1: address = 3")
      }
      delimiting.orders = [(1...last).map(String.init)]
    }
    return .delimited(delimiting)
  }
}
