/// The formats of the contract for everything that lists or shows.
public enum OutputFormat: String, Sendable, CaseIterable {
  case table, json, ndjson, csv, tsv, markdown

  /// Whether scripts may rely on it; then errors are JSON too where the format is JSON.
  public var isMachine: Bool { self == .json || self == .ndjson || self == .csv || self == .tsv }
}

/// Where a column's text stands in its width.
public enum ColumnAlignment: Sendable { case leading, trailing }

/// A column, declared once: the table, JSON, CSV, `--fields` and its completion all read this.
public struct Column<Item>: Sendable {
  /// The field's name in JSON, CSV and `--fields`: snake_case.
  public let name: String
  /// The heading for people.
  public let title: String
  public let alignment: ColumnAlignment
  /// False for fields that only `--fields`, JSON and CSV show.
  public let inTable: Bool
  public let value: @Sendable (Item) -> FieldValue

  public init(
    _ name: String, _ title: String, _ alignment: ColumnAlignment = .leading, inTable: Bool = true,
    _ value: @escaping @Sendable (Item) -> FieldValue
  ) {
    self.name = name
    self.title = title
    self.alignment = alignment
    self.inTable = inTable
    self.value = value
  }
}

/// What a command lists: the JSON schema's word and the columns.
public struct Listing<Item>: Sendable {
  /// For example `podctl.campaign.list/1`.
  public let schema: String
  public let columns: [Column<Item>]

  public init(schema: String, _ columns: [Column<Item>]) {
    self.schema = schema
    self.columns = columns
  }
}
