import PodctlCore

/// One way in which tenants are not kept apart.
public struct IsolationFinding: Sendable, Hashable, Codable {
  public var table: String
  public var what: String

  public init(_ table: String, _ what: String) {
    self.table = table
    self.what = what
  }
}

/// What an isolation probe did and found.
public struct IsolationReport: Sendable, Equatable {
  /// The tables with tenants' rows that were tried, by name.
  public var tables: [String]
  /// How many statements were tried on them.
  public var attempts: Int
  /// By table; empty where tenants are kept apart.
  public var findings: [IsolationFinding]
}
