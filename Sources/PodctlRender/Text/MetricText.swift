/// Figures for a monitor, in the text format of Prometheus (0.0.4).
public struct MetricFamily: Sendable, Hashable {
  public struct Sample: Sendable, Hashable {
    /// In order; values are written with their quotes, backslashes and line breaks escaped.
    public var labels: [Label]
    public var value: Int64

    public init(_ labels: [Label], _ value: Int64) {
      self.labels = labels
      self.value = value
    }
  }

  public struct Label: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var name: String
  public var help: String
  public var samples: [Sample]

  public init(_ name: String, _ help: String, _ samples: [Sample]) {
    self.name = name
    self.help = help
    self.samples = samples
  }

  /// Families without a sample are left out: nothing is not zero.
  public static func text(_ families: [MetricFamily]) -> String {
    families.filter { !$0.samples.isEmpty }.map { family in
      let samples = family.samples.map { sample in
        let labels = sample.labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",")
        return "\(family.name)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)\n"
      }
      return "# HELP \(family.name) \(family.help)\n# TYPE \(family.name) gauge\n" + samples.joined()
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
