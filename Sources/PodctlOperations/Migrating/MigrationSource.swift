import Foundation
import PodctlCore
import PodctlStore

/// Where migration files come from.
public enum MigrationSource: Sendable {
  /// podctl's own, from the binary.
  case embedded
  /// Another project's folder of `NNNN_name.sql` and `R_name.sql`, with `schema/*.sql` below it; other files in it and
  /// other folders below it are left alone.
  case folder(String, MigrationLedger = .ofFolder)

  public var ledger: MigrationLedger {
    switch self {
    case .embedded: .own
    case .folder(_, let ledger): ledger
    }
  }

  public var searchPath: PostgresDriver.SearchPath {
    switch self {
    case .embedded: .podctl
    case .folder: .connection
    }
  }

  /// Reads the files; throws `file_not_found` or `file_unreadable`, and `migration_name_invalid` for a .sql file whose
  /// name is no migration's.
  public func files() throws -> [MigrationFile] {
    guard case .folder(let path, _) = self else { return try Database.embeddedMigrations() }
    return try fileNames().map { try MigrationFile(fileName: $0, path: path + "/" + $0) }
  }

  /// The names of a folder's .sql files, those of its folder `schema` last; none for podctl's own. Throws
  /// `file_not_found` or `file_unreadable`.
  func fileNames() throws -> [String] {
    guard case .folder(let path, _) = self else { return [] }
    guard MigrationSource.isFolder(path) else {
      throw PodctlError(
        .fileNotFound, "there is no folder \"\(path)\"", hint: "name the folder that holds the .sql files with --dir")
    }
    let repeatable =
      MigrationSource.isFolder(path + "/schema") ? try names(in: path + "/schema").map { "schema/\($0)" } : []
    return try names(in: path) + repeatable
  }

  private func names(in folder: String) throws(PodctlError) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw PodctlError(.fileUnreadable, "the folder \"\(folder)\" cannot be read", hint: "check its rights")
    }
    return names.filter { $0.hasSuffix(".sql") && !$0.hasPrefix(".") }.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
