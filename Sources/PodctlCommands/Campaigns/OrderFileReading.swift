import Foundation
import PodctlCore
import PodctlOperations
import Yams

/// Reads an order file: YAML, or a table where its name ends in .csv or .tsv.
enum OrderFileReading {
  private static let largest = 4 << 20

  static func read(_ path: String, map: [String]) throws -> OrderFile {
    let file = try ImportFile.read(path)
    let name = path.lowercased()
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
      return try OrderTable.read(file, map: ColumnMap(options: map, columns: OrderTable.columns))
    }
    guard map.isEmpty else {
      throw PodctlError(.usage, "--map is for tables, and \(path) is read as YAML", hint: "leave it out")
    }
    guard file.bytes.count <= largest else {
      throw PodctlError(.orderFileInvalid, "\(path) is larger than an order can be", hint: "4 MiB is the most")
    }
    return try decode(TextDecoding.decode(file.bytes, file: path).bytes, path)
  }

  private static func decode(_ bytes: [UInt8], _ path: String) throws -> OrderFile {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PodctlError(.notText, "\(path) is not UTF-8 text", hint: "save it as UTF-8", context: [.init("file", path)])
    }
    do {
      return try BoundedYAML.decode(OrderFile.self, from: text)
    } catch let error as PodctlError {
      throw error
    } catch let error as DecodingError {
      throw explained(error, path)
    } catch let excess as BoundedYAML.Excess {
      throw invalid(path, "cannot be an order: \(excess)")
    } catch let error as YamlError {
      throw invalid(path, "is not YAML: \(firstLine(of: "\(error)"))")
    }
  }

  private static func explained(_ error: DecodingError, _ path: String) -> PodctlError {
    switch error {
    case .keyNotFound(let key, let context):
      return invalid(path, "has no \"\(key.stringValue)\"\(place(context.codingPath))")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return invalid(path, "has a value of the wrong kind\(place(context.codingPath))")
    case .dataCorrupted(let context):
      if let known = context.underlyingError as? PodctlError { return known }
      if let yaml = context.underlyingError as? YamlError {
        return invalid(path, "is not YAML: \(firstLine(of: "\(yaml)"))")
      }
      return invalid(path, "cannot be read\(place(context.codingPath))")
    @unknown default:
      return invalid(path, "cannot be read")
    }
  }

  /// Where in the file, counted as people count: `orders 1 flights 2 goal`.
  private static func place(_ path: [any CodingKey]) -> String {
    let words = path.map { key in key.intValue.map { "\($0 + 1)" } ?? key.stringValue }
    return words.isEmpty ? "" : " in \(words.joined(separator: " "))"
  }

  private static func firstLine(of text: String) -> String {
    text.split(separator: "\n").first.map(String.init) ?? text
  }

  private static func invalid(_ path: String, _ message: String) -> PodctlError {
    PodctlError(
      .orderFileInvalid, "\(path) \(message)", hint: "docs/orders.md shows the form; nothing was made",
      context: [.init("file", path)])
  }
}
