import PodctlCore

/// The names of a result's columns, shared by its rows.
public final class Columns: Sendable {
  let names: [String]

  init(_ names: [String]) { self.names = names }

  /// Looked for one by one: a statement has a dozen columns at most, and comparing short names costs less than hashing
  /// one of them.
  func position(of name: String) -> Int? { names.firstIndex(of: name) }
}

/// One row of a result, read by column name.
public struct Row: Sendable {
  let columns: Columns
  let values: [SQLValue]

  /// Reads a column as the type that the caller wants; a missing or misread column is a fault in podctl.
  public subscript<Value: SQLReadable>(_ name: String) -> Value {
    get throws {
      guard let position = columns.position(of: name), let value = Value.read(values[position]) else {
        throw PodctlError(.internalFault, "column \(name) cannot be read as \(Value.self)")
      }
      return value
    }
  }
}
