import PodctlCore

/// Which database: a SQLite file, SQLite in memory, or a PostgreSQL server. Its description never shows a password.
public struct DatabaseURL: Sendable, Hashable, CustomStringConvertible {
  enum Target: Sendable, Hashable {
    /// `createsFolder` is true only for the default file: a typed path's folder must exist, or a slip of the finger
    /// would make a new, empty database somewhere else.
    case file(path: String, createsFolder: Bool)
    case memory
    case server(ServerAddress)
  }

  let target: Target

  /// Reads `postgres://…`, `postgresql://…`, `sqlite:PATH` or `sqlite::memory:`; throws `database_url_invalid`.
  public init(_ text: String) throws(PodctlError) {
    if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
      target = .server(try ServerAddress(text))
      return
    }
    guard text.hasPrefix("sqlite:") else {
      throw DatabaseURL.invalid("the database URL starts with neither sqlite: nor postgres://")
    }
    var path = String(text.dropFirst("sqlite:".count))
    if path == ":memory:" {
      target = .memory
      return
    }
    if path.hasPrefix("//") { path.removeFirst(2) }  // sqlite:///var/x.db and sqlite://x.db are written too
    guard !path.isEmpty, !path.utf8.contains(0) else { throw DatabaseURL.invalid("sqlite: names no file") }
    target = .file(path: path, createsFolder: false)
  }

  private init(target: Target) { self.target = target }

  init(server address: ServerAddress) { target = .server(address) }

  /// The file that is used when nothing names a database; its folder is made, readable by its owner alone.
  public static func defaultFile(_ path: String) -> DatabaseURL {
    DatabaseURL(target: .file(path: path, createsFolder: true))
  }

  public static let memory = DatabaseURL(target: .memory)

  public var dialect: Dialect {
    if case .server = target { .postgres } else { .sqlite }
  }

  /// Such a database is gone with its connection, so that there cannot be a second one.
  public var isInMemory: Bool { target == .memory }

  public var description: String {
    switch target {
    case .file(let path, _): "sqlite:\(path)"
    case .memory: "sqlite::memory:"
    case .server(let address): address.description
    }
  }

  private static func invalid(_ message: String) -> PodctlError {
    PodctlError(
      .databaseURLInvalid, message,
      hint: "write sqlite:PATH or postgres://USER@HOST:PORT/NAME; a password belongs in ~/.pgpass or PGPASSWORD")
  }
}
