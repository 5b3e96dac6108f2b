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

  /// Counts, as `found`, all tables of the database file, whosever they are; nil on a server, which has no new file.
  var tablesOfFile: Statement? {
    switch self {
    case .sqlite: "SELECT count(*) AS found FROM sqlite_schema"
    case .postgres: nil
    }
  }
}
