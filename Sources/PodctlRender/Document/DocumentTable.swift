/// A table for people: cells are written already, figures to the right.
public struct DocumentTable: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    public var title: String
    public var isFigure: Bool
    /// Words too short to be broken over lines.
    public var isDate: Bool
    /// Long words without meaning, which may be broken anywhere.
    public var isHash: Bool

    public init(_ title: String, isFigure: Bool = false, isDate: Bool = false, isHash: Bool = false) {
      self.title = title
      self.isFigure = isFigure
      self.isDate = isDate
      self.isHash = isHash
    }
  }

  public struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    public var text: String
    /// A second line in smaller print.
    public var detail: String?
    /// A series drawn as a sparkline after the text.
    public var spark: [Int64]

    public init(_ text: String, detail: String? = nil, spark: [Int64] = []) {
      self.text = text
      self.detail = detail
      self.spark = spark
    }

    public init(stringLiteral text: String) { self.init(text) }
  }

  public var caption: String
  public var columns: [Column]
  public var rows: [[Cell]]
  /// Sums of the printed rows; nil for a table without any.
  public var total: [Cell]?

  public init(caption: String, columns: [Column], rows: [[Cell]], total: [Cell]? = nil) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.total = total
  }
}
