import Foundation
import PodctlCore

/// Reads a file of episodes: tab- or comma-separated, with a header in any order, or without one in the order path,
/// episode, bytes, kbps, further columns ignored. Zero bytes, seconds or kbps stand for unknown.
public enum EpisodeFile {
  private enum Field: String, CaseIterable {
    case path, episode, bytes, seconds, kbps
    case headerBytes = "header_bytes"
  }

  /// Throws `file_not_found`, `file_unreadable`, `not_text`, or `episodes_invalid` with the row's number.
  public static func read(_ path: String) throws(PodctlError) -> EpisodeCatalogue {
    guard FileManager.default.fileExists(atPath: path) else {
      throw PodctlError(
        .fileNotFound, "there is no file \(path)", hint: "check the path", context: [.init("path", path)])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PodctlError(.fileUnreadable, "\(path) cannot be read", context: [.init("path", path)])
    }
    return try parse([UInt8](data), name: path)
  }

  /// The same for bytes at hand; `name` is for messages.
  public static func parse(_ bytes: [UInt8], name: String) throws(PodctlError) -> EpisodeCatalogue {
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw PodctlError(.notText, "\(name) is not UTF-8 text", hint: "save it as UTF-8")
    }
    if text.hasPrefix("\u{feff}") { text.removeFirst() }
    var columns: [Field?] = [.path, .episode, .bytes, .kbps]
    var names: [String] = []
    var numbers: [String: Int] = [:]
    var paths: [MeasuredPath] = []
    var isFirst = true
    var separator: UInt8 = 9
    for (index, row) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      var line = row
      if line.last == 13 { line.removeLast() }
      if line.allSatisfy({ $0 == 32 || $0 == 9 }) { continue }
      if isFirst {
        isFirst = false
        separator = line.contains(9) ? 9 : 44
        if let header = try header(cells(line, separator), name: name) {
          columns = header
          continue
        }
      }
      let reading = Row(number: index + 1, cells: cells(line, separator), columns: columns, name: name)
      let label = try reading.text(.episode)
      if numbers[label] == nil {
        numbers[label] = names.count
        names.append(label)
      }
      paths.append(
        MeasuredPath(
          path: try reading.text(.path), episode: numbers[label] ?? 0, bytes: try reading.figure(.bytes),
          seconds: try reading.figure(.seconds), kbps: try reading.figure(.kbps),
          headerBytes: try reading.figure(.headerBytes) ?? 0))
    }
    guard !paths.isEmpty else {
      throw PodctlError(.episodesInvalid, "\(name) names no episode", hint: "a row is: path, episode, bytes, kbps")
    }
    return try EpisodeCatalogue(episodes: names, paths: paths)
  }

  /// Columns by a header; nil when the row is no header, since its first cell is a path.
  private static func header(_ cells: [String], name: String) throws(PodctlError) -> [Field?]? {
    let known = cells.map { Field(rawValue: $0.lowercased().trimmingCharacters(in: .whitespaces)) }
    guard known.contains(where: { $0 != nil }) else { return nil }
    for needed in [Field.path, .episode] where !known.contains(needed) {
      throw PodctlError(
        .episodesInvalid, "the header of \(name) (row 1) has no column \(needed.rawValue)",
        hint: "the columns are \(Field.allCases.map(\.rawValue).joined(separator: ","))", context: [.init("row", "1")])
    }
    for field in Field.allCases where known.count(where: { $0 == field }) > 1 {
      throw PodctlError(
        .episodesInvalid, "the header of \(name) (row 1) has the column \(field.rawValue) twice",
        context: [.init("row", "1")])
    }
    return known
  }

  /// Cells of a row; a cell in quotes may hold the separator, and a quote written twice.
  private static func cells(_ line: Substring.UTF8View, _ separator: UInt8) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var bytes = line[...]
    while let byte = bytes.popFirst() {
      if isQuoted, byte == 34, bytes.first == 34 {
        cell.append(34)
        bytes.removeFirst()
      } else if byte == 34, isQuoted || (cell.isEmpty && separator == 44) {
        isQuoted.toggle()
      } else if byte == separator, !isQuoted {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else {
        cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }

  private struct Row {
    var number: Int
    var cells: [String]
    var columns: [Field?]
    var name: String
    /// No file of a podcast is larger; beyond it something else was meant.
    private static let limit: Int64 = 1 << 50

    init(number: Int, cells: [String], columns: [Field?], name: String) {
      self.number = number
      self.cells = cells
      self.columns = columns
      self.name = name
    }

    private func cell(_ field: Field) -> String? {
      guard let column = columns.firstIndex(of: field), column < cells.count else { return nil }
      let text = cells[column].trimmingCharacters(in: .whitespaces)
      return text.isEmpty ? nil : text
    }

    private func invalid(_ message: String) -> PodctlError {
      PodctlError(
        .episodesInvalid, "row \(number) of \(name): \(message)",
        hint: "a row is: path, episode, bytes, kbps, or as its header says", context: [.init("row", String(number))])
    }

    func text(_ field: Field) throws(PodctlError) -> String {
      guard let text = cell(field) else { throw invalid("\(field.rawValue) is missing") }
      return text
    }

    func figure(_ field: Field) throws(PodctlError) -> Int64? {
      guard let text = cell(field), text != "-" else { return nil }
      guard let value = Int64(text), (0...Row.limit).contains(value) else {
        throw invalid("\(field.rawValue) is \"\(text)\", not a whole number of 0 or more")
      }
      return value == 0 ? nil : value
    }
  }
}
