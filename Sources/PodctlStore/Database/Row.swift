import PodctlCore

/// The names of a result's columns, shared by its rows.
public final class Columns: Sendable {
  let names: [String]
  let positions: [String: Int]

  init(_ names: [String]) {
    self.names = names
    positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// One row of a result, read by column name.
public struct Row: Sendable {
  let columns: Columns
  let values: [SQLValue]

  /// Reads a column as the type that the caller wants; a missing or misread column is a fault in podctl.
  public subscript<Value: SQLReadable>(_ name: String) -> Value {
    get throws {
      guard let position = columns.positions[name], let value = Value.read(values[position]) else {
        throw PodctlError(.internalFault, "column \(name) cannot be read as \(Value.self)")
      }
      return value
    }
  }
}
