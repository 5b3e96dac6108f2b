import Foundation
import PodctlCore

/// A mapping file: which column of a CSV, TSV, NDJSON or otherwise separated log holds what (docs/log-formats.md).
///
/// Each line is `key = value`; `#` begins a comment. A value in quotes stands for itself, any other names a column.
public enum FormatMap {
  /// Reads a mapping file; throws `file_not_found`, `file_unreadable`, `not_text` or `format_map_invalid`.
  public static func read(_ path: String) throws(PodctlError) -> FormatChoice {
    try parse(text(ByteInput(.file(path))), name: path)
  }

  /// A mapping file is short.
  private static let mostBytes = 1 << 16

  private static func text(_ input: ByteInput) throws(PodctlError) -> String {
    var bytes = [UInt8](repeating: 0, count: mostBytes)
    var count = 0
    while count < mostBytes {
      let more = try input.read(into: &bytes, after: count)
      if more == 0 { break }
      count += more
    }
    guard count < mostBytes, let text = String(validating: bytes[..<count], as: UTF8.self) else {
      throw PodctlError(.notText, "\(input.name) is no mapping file", hint: "it is a short text of lines key = value")
    }
    return text
  }

  /// The same for a text at hand; `name` is for messages.
  public static func parse(_ text: String, name: String) throws(PodctlError) -> FormatChoice {
    var reading = FormatMapReading(name: name)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let bare = line.trimmingCharacters(in: .whitespaces)
      if bare.isEmpty || bare.hasPrefix("#") { continue }
      try reading.take(bare, line: index + 1)
    }
    return FormatChoice(try reading.schema(), mappedBy: text)
  }
}
