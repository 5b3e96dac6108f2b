import PodctlCore

/// A listing's rows with their values taken: what each format draws from.
public struct Sheet: Sendable {
  public struct Heading: Sendable, Equatable {
    public var name: String
    public var title: String
    public var isTrailing: Bool
  }

  public enum Shape: Sendable {
    case list
    /// One thing, shown field by field.
    case single
  }

  public var schema: String
  public var shape: Shape
  public var headings: [Heading]
  public var rows: [[FieldValue]]
  /// Facts about the list as a whole, for JSON.
  public var meta: [FieldValue.Entry]

  /// Takes the columns that the format shows, or those that `fields` names in its order; throws `unknown_field`.
  public init<Item>(
    _ listing: Listing<Item>, _ items: [Item], shape: Shape, format: OutputFormat, fields: String? = nil,
    meta: [FieldValue.Entry] = []
  ) throws(PodctlError) {
    let columns = try listing.columns(named: fields, for: format)
    schema = listing.schema
    self.shape = shape
    headings = columns.map { Heading(name: $0.name, title: $0.title, isTrailing: $0.alignment == .trailing) }
    rows = items.map { item in columns.map { $0.value(item) } }
    self.meta = meta
  }

  /// The one place where a format is chosen: a new one does not compile until it is drawn here.
  public func rendered(as format: OutputFormat, _ layout: Layout) -> String {
    switch format {
    case .table: shape == .list ? tableText(layout) : cardText(layout)
    case .json: jsonText
    case .ndjson: ndjsonText
    case .csv: csvText
    case .tsv: tsvText
    case .markdown: markdownText(layout)
    }
  }
}

extension Listing {
  /// The columns that `fields` ("a,b") names, in its order; without it all of them, or those meant for tables.
  func columns(named fields: String?, for format: OutputFormat) throws(PodctlError) -> [Column<Item>] {
    guard let fields else {
      return format == .table || format == .markdown ? columns.filter(\.inTable) : columns
    }
    let known = columns.map(\.name)
    var chosen: [Column<Item>] = []
    for part in fields.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.trimmingBlanks
      guard let column = columns.first(where: { $0.name == name }) else {
        throw PodctlError(
          .unknownField, "unknown field \"\(name)\"",
          hint: (Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"? " } ?? "")
            + "the fields are \(known.joined(separator: ","))",
          context: [.init("field", name)])
      }
      if !chosen.contains(where: { $0.name == name }) { chosen.append(column) }
    }
    return chosen
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
