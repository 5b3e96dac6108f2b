import Foundation
import PodctlCore
import PodctlStore
import Synchronization

/// The PostgreSQL server that `PODCTL_TEST_POSTGRES` names, such as `postgres://owner@/postgres?host=/tmp/socket`. Its
/// role may create databases and is no superuser, for a superuser would not be held by row-level security.
public enum TestServer {
  public static let url = ProcessInfo.processInfo.environment["PODCTL_TEST_POSTGRES"]

  private static let template = Result { () throws -> String in
    let name = try fresh("template")
    try command("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    let database = try Database.open(DatabaseURL(url(of: name)), for: .migrating, now: { FixedTime.now })
    let runner = try MigrationRunner(
      database, ledger: .own, files: Database.embeddedMigrations(), now: { FixedTime.now })
    _ = try runner.up()
    return name
  }

  private static let count = Mutex(0)

  /// A copy of a migrated template, which is far quicker than migrating.
  static func makeDatabase(migrated: Bool) throws -> String {
    let name = try fresh("test")
    try command("CREATE DATABASE \(name) TEMPLATE \(migrated ? try template.get() : "template0")")
    return name
  }

  static func drop(_ name: String) { try? command("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }

  /// The server's URL with another database in the place of its own.
  public static func url(of database: String) throws -> String {
    guard let url, var parts = URLComponents(string: url) else {
      throw PodctlError(.databaseURLInvalid, "PODCTL_TEST_POSTGRES is not set to a URL")
    }
    parts.path = "/" + database
    return parts.string ?? url
  }

  /// Runs one statement outside any transaction, on the server's own database.
  public static func command(_ text: String) throws {
    let database = try Database.open(
      DatabaseURL(url ?? ""), for: .migrating, searchPath: .connection, now: { FixedTime.now })
    _ = try database.driver.execute(text, [])
  }

  private static func fresh(_ purpose: String) throws -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return "podctl_\(purpose)_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
  }
}
