import Foundation
import PodctlCore
import PodctlStore
import Synchronization

/// The PostgreSQL server that `PODCTL_TEST_POSTGRES` names, such as `postgres://owner@/postgres?host=/tmp/socket`. Its
/// role may create databases and is no superuser, for a superuser would not be held by row-level security.
///
/// Two variables more say how the work of every day connects: `PODCTL_TEST_POSTGRES_ROLE` as the application role of that
/// name, `PODCTL_TEST_POSTGRES_POOLER` by way of the pooler that this URL names. `scripts/test-store` sets them in turn.
public enum TestServer {
  public static let url = ProcessInfo.processInfo.environment["PODCTL_TEST_POSTGRES"]
  public static let workRole = ProcessInfo.processInfo.environment["PODCTL_TEST_POSTGRES_ROLE"]
  public static let pooler = ProcessInfo.processInfo.environment["PODCTL_TEST_POSTGRES_POOLER"]

  /// A role that may be made the application's, of which the owner is a member; nil where the server has none.
  public static let applicationRole: String? = {
    guard let url, workRole == nil else { return workRole }
    let found = try? Database.open(DatabaseURL(url), for: .inspecting, searchPath: .connection, now: { FixedTime.now })
      .driver.execute("SELECT 1 AS one FROM pg_roles WHERE rolname = 'podctl_app'", []).rows
    return found?.isEmpty == false ? "podctl_app" : nil
  }()

  private static let template = Result { () throws -> String in
    let name = try fresh("template")
    try command("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    let database = try Database.open(DatabaseURL(url(of: name)), for: .migrating, now: { FixedTime.now })
    let runner = try MigrationRunner(
      database, ledger: .own, files: Database.embeddedMigrations(), now: { FixedTime.now })
    _ = try runner.up()
    if let workRole {
      _ = try ApplicationRole(workRole, ledger: .own).grant(in: database, MigrationRules())
    }
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
    try url(of: database, at: url, as: nil)
  }

  /// How the work of every day reaches a database: as the role and by the pooler that the variables name.
  public static func workURL(of database: String, as role: String? = workRole) throws -> String {
    try url(of: database, at: pooler ?? url, as: role)
  }

  private static func url(of database: String, at place: String?, as role: String?) throws -> String {
    guard let place, var parts = URLComponents(string: place) else {
      throw PodctlError(.databaseURLInvalid, "PODCTL_TEST_POSTGRES is not set to a URL")
    }
    parts.path = "/" + database
    if let role { parts.user = role }
    return parts.string ?? place
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
