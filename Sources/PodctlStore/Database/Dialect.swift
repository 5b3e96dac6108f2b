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
}
