/// How a figure came about; every figure that podctl shows carries one.
public enum Provenance: String, Sendable, CaseIterable, Codable {
  /// From log lines, by podctl's own rules.
  case counted
  /// Counted by somebody else and taken over.
  case imported
  /// Estimated; never billed.
  case modelled
}
