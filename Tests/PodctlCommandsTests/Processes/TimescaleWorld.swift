import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport

/// A database of its own with TimescaleDB, migrated, and a world that works in it as the application's role.
///
/// `PODCTL_TEST_TIMESCALE` names the server, as its owner does that `PODCTL_TEST_POSTGRES` names elsewhere:
/// `postgres://podctl_owner@/postgres?host=/tmp/socket`, with a role podctl_app beside it. The owner of a database may make
/// the extension in it.
final class TimescaleWorld {
  static let server = ProcessInfo.processInfo.environment["PODCTL_TEST_TIMESCALE"]

  let owner: String
  let world: ProcessWorld
  private let name: String

  init() throws {
    name = "podctl_timescale_\(ProcessInfo.processInfo.processIdentifier)_\(UInt32.random(in: 0...UInt32.max))"
    try TimescaleWorld.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'", in: nil)
    try TimescaleWorld.run("CREATE EXTENSION timescaledb", in: name)
    owner = try TimescaleWorld.url(name)
    world = try ProcessWorld(urlText: TimescaleWorld.url(name, as: "podctl_app"))
    try did(["migrate", "up", "--app-role", "podctl_app"])
  }

  deinit { try? TimescaleWorld.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", in: nil) }

  /// As the owner; gives what was printed.
  @discardableResult
  func did(_ words: [String]) throws -> String {
    let ending = try PodctlProcess.run(
      words, environment: world.environment.merging(["DATABASE_URL": owner]) { $1 }, in: world.folder.path)
    guard ending.status == 0 else { throw PodctlError(.internalFault, "\(words): \(ending.status) \(ending.errors)") }
    return ending.output
  }

  func asOwner() throws -> Database {
    try Database.open(DatabaseURL(owner), for: .migrating, now: { FixedTime.now })
  }

  private static func url(_ database: String, as role: String? = nil) throws -> String {
    guard let server, var parts = URLComponents(string: server) else {
      throw PodctlError(.databaseURLInvalid, "PODCTL_TEST_TIMESCALE is not a URL")
    }
    parts.path = "/" + database
    if let role { parts.user = role }
    return parts.string ?? server
  }

  private static func run(_ text: String, in database: String?) throws {
    let url = try DatabaseURL(database.map { try self.url($0) } ?? server ?? "")
    let database = try Database.open(url, for: .migrating, searchPath: .connection, now: { FixedTime.now })
    _ = try database.driver.execute(text, [])
  }
}
