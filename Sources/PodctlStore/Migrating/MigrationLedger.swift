import PodctlCore

/// The tables in which a database's history stands: one row a step, and beside it `…_events`, which is only added to.
///
/// podctl's own is `schema_migrations`, on PostgreSQL in the schema `podctl`. That of another project's folder
/// (`migrate --dir`) is `podctl_schema_migrations`, or what `--ledger` names, on PostgreSQL in the schema that the
/// connection itself has first in its search path unless the name says another; so all of them can live in one database.
public struct MigrationLedger: Sendable, Equatable {
  /// The schema on PostgreSQL; nil for the first of the connection's search path.
  let schema: String?
  let name: String

  public static let own = MigrationLedger(schema: "podctl", name: "schema_migrations")
  public static let ofFolder = MigrationLedger(schema: nil, name: "podctl_schema_migrations")

  private init(schema: String?, name: String) {
    self.schema = schema
    self.name = name
  }

  /// `NAME` or `SCHEMA.NAME`; throws `usage` for one that would need quotes.
  public init(named text: String) throws(PodctlError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), parts.allSatisfy(MigrationLedger.isPlain) else {
      throw PodctlError(
        .usage, "\"\(text)\" is no name for a ledger",
        hint: "write NAME or SCHEMA.NAME in small letters, digits and underscores, of at most 50 characters")
    }
    self.init(schema: parts.count == 2 ? parts[0] : nil, name: parts[parts.count - 1])
  }

  private static func isPlain(_ text: String) -> Bool {
    let letters = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    return letters && (1...50).contains(text.utf8.count) && !(48...57).contains(text.utf8.first ?? 48)
  }

  var isOwn: Bool { self == .own }

  /// All tables of the runner, which are no part of the schema that it makes.
  public var tables: Set<String> { [name, "\(name)_events"] }

  /// Names are checked at making, so they may stand in the text.
  func table(_ dialect: Dialect, _ suffix: String = "") -> Statement {
    let prefix = dialect == .postgres ? schema.map { "\($0)." } ?? "" : ""
    return Statement(segments: [.text("\(prefix)\(name)\(suffix)")])
  }

  func events(_ dialect: Dialect) -> Statement { table(dialect, "_events") }

  /// What is known of a database before its history is read.
  struct Facts: Sendable {
    enum Form: Sendable { case none, first, current }

    /// The ledger of podctl 0.1 had five columns and is taken over in place.
    let form: Form
    let extensions: [String]
  }

  func facts(in tx: Transaction) throws -> Facts {
    let row = try tx.first(tx.dialect.ledgerFacts(schema, name))
    let columns: Int64 = try row?["columns"] ?? 0
    let extensions: String? = try row?["extensions"] ?? nil
    return Facts(
      form: columns == 0 ? .none : columns == 5 ? .first : .current,
      extensions: extensions?.split(separator: ",").map(String.init) ?? [])
  }

  /// The history, in the order in which steps run.
  func entries(_ form: Facts.Form, in tx: Transaction) throws -> [LedgerEntry] {
    let table = table(tx.dialect)
    switch form {
    case .none: return []
    case .first:
      return try tx.rows("SELECT version, name, checksum, applied_at, duration_ms FROM \(sql: table) ORDER BY version")
        .map { try LedgerEntry(first: $0, MigrationVariant(plain: tx.dialect)) }
    case .current:
      return try tx.rows(
        """
        SELECT kind, version, name, variant, platform, checksum, status, applied_at, duration_ms, statements_total,
          statements_begun, statements_done, lease_token, runner
        FROM \(sql: table)
        """
      ).map { try LedgerEntry($0) }.sorted { $0.order < $1.order }
    }
  }

  /// How many events there are: while the number is the same, so is the history.
  func stamp(in tx: Transaction) throws -> Int64 {
    try tx.first("SELECT coalesce(max(seq), 0) AS stamp FROM \(sql: events(tx.dialect))")?["stamp"] ?? 0
  }

  /// Asks for that number as text, without parameters.
  func stampText(_ dialect: Dialect) -> String {
    "SELECT coalesce(max(seq), 0)::text FROM " + events(dialect).rendered(for: dialect).text
  }

  /// The text that was applied; nil where it was not kept.
  func text(of entry: LedgerEntry, in tx: Transaction) throws -> [UInt8]? {
    let row = try tx.first(
      """
      SELECT text_zlib FROM \(sql: table(tx.dialect))
      WHERE kind = \(entry.kind) AND version = \(entry.version) AND name = \(entry.name)
      """)
    let kept: [UInt8]?? = try row?["text_zlib"]
    return kept.flatMap { $0 }.flatMap(Deflater.inflated)
  }
}
