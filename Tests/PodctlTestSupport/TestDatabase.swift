import Foundation
import Migrations
import PodctlCore
import PodctlStore

/// A fresh database of a test's own, dropped with the object. Every suite of the store takes `TestDatabase.kinds` as its
/// arguments and so runs on each.
public final class TestDatabase {
  public enum Kind: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite
    case postgres

    public var description: String { rawValue }
  }

  /// Both kinds where `PODCTL_TEST_POSTGRES` names a server, else SQLite alone, which is said once.
  public static let kinds: [Kind] = {
    if TestServer.url != nil { return Kind.allCases }
    FileHandle.standardError.write(
      Data("PostgreSQL is skipped: PODCTL_TEST_POSTGRES names no server; scripts/test starts one\n".utf8))
    return [.sqlite]
  }()

  /// The versions of podctl's own migrations that a kind of database gets, from the names of their files: those with no
  /// variant and those with its own.
  public static func ownVersions(_ kind: Kind) -> [Int64] {
    let versions = EmbeddedMigrations.files.compactMap { file -> Int64? in
      let parts = file.name.split(separator: ".")
      return parts.count == 2 || parts[1] == kind.rawValue ? Int64(file.name.prefix(4)) : nil
    }
    return Set(versions).sorted()
  }

  public static var hasPostgres: Bool { TestServer.url != nil }

  public let kind: Kind
  /// What `--database` takes.
  public let urlText: String
  private let folder: TemporaryFolder?
  private let serverDatabase: String?

  /// An open connection to the database.
  public let database: Database

  /// A database at the newest schema; `migrated: false` gives an empty one.
  public init(_ kind: Kind, migrated: Bool = true) throws {
    self.kind = kind
    switch kind {
    case .sqlite:
      let folder = try TemporaryFolder()
      self.folder = folder
      serverDatabase = nil
      if migrated { try MigratedFile.copy(to: folder.file("test.db")) }
      urlText = "sqlite:\(folder.file("test.db"))"
    case .postgres:
      let name = try TestServer.makeDatabase(migrated: migrated)
      folder = nil
      serverDatabase = name
      // Migrations are the owner's affair.
      urlText = try TestServer.workURL(of: name, as: migrated ? TestServer.workRole : nil)
    }
    let purpose: Database.Purpose = migrated ? .work : .migrating
    database = try Database.open(DatabaseURL(urlText), for: purpose, now: { FixedTime.now })
  }

  deinit {
    if let serverDatabase { TestServer.drop(serverDatabase) }
  }

  public var url: DatabaseURL {
    get throws { try DatabaseURL(urlText) }
  }

  /// The owner's own connection, past any pooler; on SQLite one more like the others.
  public func connectAsOwner(searchPath: PostgresDriver.SearchPath = .podctl) throws -> Database {
    let url = try DatabaseURL(serverDatabase.map(TestServer.url) ?? urlText)
    return try Database.open(url, for: .migrating, searchPath: searchPath, now: { FixedTime.now })
  }

  /// A connection as the application role, which is given its rights first; nil where the server has no such role.
  public func connectAsApplication(for purpose: Database.Purpose = .work) throws -> Database? {
    guard let serverDatabase, let role = TestServer.applicationRole else { return nil }
    _ = try ApplicationRole(role, ledger: .own).grant(in: connectAsOwner(), MigrationRules())
    return try Database.open(
      DatabaseURL(TestServer.workURL(of: serverDatabase, as: role)), for: purpose, now: { FixedTime.now })
  }

  /// One more connection to the same database.
  public func connect(for purpose: Database.Purpose = .migrating) throws -> Database {
    try Database.open(url, for: purpose, now: { FixedTime.now })
  }
}
