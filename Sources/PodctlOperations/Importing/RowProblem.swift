/// Why one row of a file cannot be taken, in words for the rejects file.
public struct RowProblem: Error, Sendable, Hashable {
  public var reason: String

  public init(_ reason: String) { self.reason = reason }
}
