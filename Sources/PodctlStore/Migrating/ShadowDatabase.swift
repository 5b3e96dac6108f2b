import PodctlCore

/// A new database beside the real one in which migrations can be tried; it is gone when this is.
public final class ShadowDatabase {
  public let url: DatabaseURL
  private let drop: () -> Void

  /// Makes a database on the same server, for which the role needs the right to create one; for SQLite one in memory.
  /// Throws `database_refused` where the role may not.
  public init(beside url: DatabaseURL, named name: String) throws {
    guard case .server(let address) = url.target else {
      self.url = .memory
      drop = {}
      return
    }
    let quoted = "podctl_shadow_" + name.filter { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    let server = try PostgresDriver.open(address, searchPath: .connection)
    _ = try server.execute("CREATE DATABASE \(quoted) TEMPLATE template0", [])
    self.url = DatabaseURL(server: address.inDatabase(quoted))
    drop = {
      guard let server = try? PostgresDriver.open(address, searchPath: .connection) else { return }
      _ = try? server.execute("DROP DATABASE IF EXISTS \(quoted) WITH (FORCE)", [])
    }
  }

  deinit { drop() }
}
