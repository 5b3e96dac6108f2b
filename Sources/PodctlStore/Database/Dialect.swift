/// Every difference between the two databases' SQL that a statement can show.
public enum Dialect: String, Sendable, CaseIterable {
  case sqlite
  case postgres

  func placeholder(_ number: Int) -> String {
    switch self {
    case .sqlite: "?\(number)"
    case .postgres: "$\(number)"
    }
  }

  /// SQLite compares text by its bytes already; PostgreSQL does so under the C collation.
  func bytewise(_ column: String) -> String {
    switch self {
    case .sqlite: column
    case .postgres: "\(column) COLLATE \"C\""
    }
  }

  /// Stands behind a table's alias where SQLite is to look its rows up by this index, for without statistics it takes a
  /// range of the key's second column for narrower than two columns that are given. PostgreSQL chooses for itself.
  func by(index: StaticString) -> Statement {
    switch self {
    case .sqlite: Statement(segments: [.text("INDEXED BY \(index)")])
    case .postgres: ""
    }
  }

  /// Counts, as `found`, all tables of the database file, whosever they are; nil on a server, which has no new file.
  var tablesOfFile: Statement? {
    switch self {
    case .sqlite: "SELECT count(*) AS found FROM sqlite_schema"
    case .postgres: nil
    }
  }
}
