import Foundation
import PodctlCore
import PodctlDigest

/// A database in which migrations can be tried, empty at first; what was made in it is gone when this is.
public final class ShadowDatabase {
  /// Where it lies.
  public enum Place: Sendable {
    /// Beside this one: on the same server, for which the role needs the right to create databases; for SQLite a file in
    /// the system's folder for temporary ones.
    case beside(DatabaseURL)
    /// In memory where this is SQLite, which is quicker, and gone with its first connection.
    case inMemoryBeside(DatabaseURL)
    /// In this database, which must be empty, and is emptied again.
    case given(DatabaseURL)
  }

  public let url: DatabaseURL
  private let clear: () -> Void

  /// Throws `database_refused` where the role may make no database, and `shadow_not_empty` for a given one that holds
  /// tables already.
  public init(_ place: Place) throws {
    // Random, since others may be at the same on this server.
    let name = randomBytes(10).map { String($0, radix: 36) }.joined()
    switch place {
    case .given(let url):
      self.url = url
      clear = try ShadowDatabase.emptying(url)
    case .inMemoryBeside(let url) where url.dialect == .sqlite:
      self.url = .memory
      clear = {}
    case .beside(let url) where url.dialect == .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("podctl-shadow-\(name)").path
      try ShadowDatabase.makeFolder(folder)
      self.url = try DatabaseURL("sqlite:\(folder)/shadow.db")
      clear = { try? FileManager.default.removeItem(atPath: folder) }
    case .beside(let url), .inMemoryBeside(let url):
      (self.url, clear) = try ShadowDatabase.onServer(url, name)
    }
  }

  deinit { clear() }

  private static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw PodctlError(
        .cannotCreateFile, "the folder \(path) cannot be made", hint: "TMPDIR names where temporary files may lie")
    }
  }

  private static func onServer(_ url: DatabaseURL, _ name: String) throws -> (DatabaseURL, () -> Void) {
    guard case .server(let address) = url.target else { return (.memory, {}) }
    let quoted = "podctl_shadow_\(name)"
    let server = try PostgresDriver.open(address, searchPath: .connection)
    do {
      _ = try server.execute("CREATE DATABASE \(quoted) TEMPLATE template0", [])
    } catch var error as PodctlError where error.code == .databaseRefused {
      error.message = "the role \"\(address.user)\" may not create a database to try migrations in"
      error.hint =
        "let it: ALTER ROLE \(address.user) CREATEDB; or name an empty database of its own with --shadow-url"
      throw error
    }
    let drop = {
      guard let server = try? PostgresDriver.open(address, searchPath: .connection) else { return }
      _ = try? server.execute("DROP DATABASE IF EXISTS \(quoted) WITH (FORCE)", [])
    }
    do {
      try makeExtension(of: server, in: address.inDatabase(quoted))
    } catch {
      drop()
      throw error
    }
    return (DatabaseURL(server: address.inDatabase(quoted)), drop)
  }

  /// TimescaleDB in the version that the real database has, since a database without it gets other files. Citus is left
  /// out: it is more than a database, and no one but a superuser may make it.
  private static func makeExtension(of server: PostgresDriver, in address: ServerAddress) throws {
    let version: String? = try server.execute(
      "SELECT extversion AS version FROM pg_catalog.pg_extension WHERE extname = 'timescaledb'", []
    ).rows.first?["version"]
    guard let version else { return }
    do {
      _ = try PostgresDriver.open(address, searchPath: .connection).execute(
        "CREATE EXTENSION timescaledb VERSION '\(version)'", [])
    } catch var error as PodctlError where error.code == .databaseRefused {
      error.message = "the role \"\(address.user)\" may not create the extension timescaledb, which the database has"
      error.hint = "name an empty database that has it with --shadow-url"
      throw error
    }
  }

  /// What takes out of a given database all that was not in it.
  private static func emptying(_ url: DatabaseURL) throws -> () -> Void {
    guard case .server(let address) = url.target else {
      throw PodctlError(
        .usage, "SQLite needs no shadow database: a temporary file is made and removed", hint: "leave --shadow-url out")
    }
    let server = try PostgresDriver.open(address, searchPath: .connection)
    let found: Int64 = try server.execute(ShadowContents.tables, []).rows[0]["found"]
    guard found == 0 else {
      throw PodctlError(
        .shadowNotEmpty, "the shadow database holds \(found) \(found == 1 ? "table" : "tables") already",
        hint: "nothing was changed; name a database that is there for this alone, since it is emptied afterwards",
        context: [.init("tables", "\(found)")])
    }
    let before = try ShadowContents.all(server)
    let kept = Set(before.map(\.identity))
    return {
      guard let server = try? PostgresDriver.open(address, searchPath: .connection) else { return }
      for object in (try? ShadowContents.all(server)) ?? [] where !kept.contains(object.identity) {
        _ = try? server.execute(object.drop, [])
      }
    }
  }
}
