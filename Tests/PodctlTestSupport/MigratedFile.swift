import Foundation
import PodctlCore
import PodctlStore

/// A SQLite file at the newest schema, brought there once by podctl itself and copied for each test, as the server's
/// template database is.
enum MigratedFile {
  private static let bytes = Result { () throws -> Data in
    let folder = try TemporaryFolder()
    let path = folder.file("template.db")
    try migrate(path)
    // Closing the last connection moves what the -wal file holds into the file.
    guard !FileManager.default.fileExists(atPath: path + "-wal") else {
      throw PodctlError(.internalFault, "the template \(path) is still open")
    }
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  static func copy(to path: String) throws {
    let made = FileManager.default.createFile(
      atPath: path, contents: try bytes.get(), attributes: [.posixPermissions: 0o600])
    guard made else { throw PodctlError(.internalFault, "the template cannot be copied to \(path)") }
  }

  // A function of its own, so that the connection is closed when it ends.
  private static func migrate(_ path: String) throws {
    _ = try Database.open(DatabaseURL("sqlite:" + path), for: .work, now: { FixedTime.now })
  }
}
