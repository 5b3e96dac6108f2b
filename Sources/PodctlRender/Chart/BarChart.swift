/// A few named amounts side by side, each with its figure written at the bar.
public struct BarChart: Sendable, Hashable {
  public struct Bar: Sendable, Hashable {
    public var label: String
    public var value: Int64
    /// The value as it is written; "—" for an unknown one.
    public var text: String
    /// The same bar of the period before, drawn as a thin mark; nil where there is none.
    public var before: Int64?

    public init(label: String, value: Int64, text: String, before: Int64? = nil) {
      self.label = label
      self.value = value
      self.text = text
      self.before = before
    }
  }

  public var title: String
  public var description: String
  public var bars: [Bar]

  public init(title: String, description: String, bars: [Bar]) {
    self.title = title
    self.description = description
    self.bars = bars
  }
}
