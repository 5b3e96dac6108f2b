import Foundation
import PodctlCore
import PodctlStore

/// Where migration files come from.
public enum MigrationSource: Sendable {
  /// podctl's own, from the binary.
  case embedded
  /// Another project's folder of `NNNN_name.sql`; other files in it and folders below it are left alone.
  case folder(String)

  var ledger: MigrationLedger {
    switch self {
    case .embedded: .own
    case .folder: .ofFolder
    }
  }

  var searchPath: PostgresDriver.SearchPath {
    switch self {
    case .embedded: .podctl
    case .folder: .connection
    }
  }

  /// Reads the files; throws `file_not_found` or `file_unreadable`, and `migration_name_invalid` for a .sql file whose
  /// name is no migration's.
  func files() throws -> [MigrationFile] {
    guard case .folder(let path) = self else { return try Database.embeddedMigrations() }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw PodctlError(
        .fileNotFound, "there is no folder \"\(path)\"", hint: "name the folder that holds the .sql files with --dir")
    }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      return try names.filter { $0.hasSuffix(".sql") }.map { name in
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
        return try MigrationFile(fileName: name, bytes: Array(bytes))
      }
    } catch let error as PodctlError {
      throw error
    } catch {
      throw PodctlError(
        .fileUnreadable, "a file in \"\(path)\" cannot be read", hint: "check the rights of the folder and its files")
    }
  }
}
