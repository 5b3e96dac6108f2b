/// SQL text whose interpolated values are parameters: `\(slug)` binds, `\(sql: part)` splices another statement, and
/// a bare `String` does not compile.
public struct Statement: Sendable, ExpressibleByStringInterpolation {
  enum Segment: Sendable {
    case text(String)
    case value(SQLValue)
    /// A column ordered by its bytes, whatever the database's collation, so that lists agree on both databases.
    case bytewise(String)
  }

  var segments: [Segment]

  public init(stringLiteral text: StaticString) { segments = [.text("\(text)")] }
  public init(stringInterpolation interpolation: StringInterpolation) { segments = interpolation.segments }

  init(segments: [Segment]) { self.segments = segments }

  public struct StringInterpolation: StringInterpolationProtocol {
    var segments: [Segment] = []

    public init(literalCapacity: Int, interpolationCount: Int) { segments.reserveCapacity(interpolationCount * 2 + 1) }
    public mutating func appendLiteral(_ literal: StaticString) { segments.append(.text("\(literal)")) }
    public mutating func appendInterpolation(_ value: some SQLBindable) { segments.append(.value(value.sqlValue)) }
    /// Nil binds NULL. It stands beside the form above since the compiler warns of an optional in any other.
    public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      segments.append(.value(value.sqlValue))
    }
    public mutating func appendInterpolation(sql statement: Statement) { segments += statement.segments }
    public mutating func appendInterpolation(bytewise column: StaticString) { segments.append(.bytewise("\(column)")) }

    /// A parenthesised list of parameters for `IN`; an empty list matches nothing.
    public mutating func appendInterpolation(anyOf values: [some SQLBindable]) {
      segments.append(.text(values.isEmpty ? "(NULL)" : "("))
      for (index, value) in values.enumerated() {
        segments.append(.text(index == 0 ? "" : ", "))
        segments.append(.value(value.sqlValue))
      }
      if !values.isEmpty { segments.append(.text(")")) }
    }
  }

  /// The text and parameters for one dialect.
  func rendered(for dialect: Dialect) -> (text: String, values: [SQLValue]) {
    var text = ""
    var values: [SQLValue] = []
    for segment in segments {
      switch segment {
      case .text(let part): text += part
      case .value(let value):
        values.append(value)
        text += dialect.placeholder(values.count)
      case .bytewise(let column): text += dialect.bytewise(column)
      }
    }
    return (text, values)
  }
}
