import PodctlCore
import PodctlGateways
import PodctlStore

/// The migrations of a folder as they were at a commit.
public struct MigrationBase {
  private let git: GitFiles

  public init(_ git: GitFiles) { self.git = git }

  /// None where the folder is not there at that commit. Throws `base_not_found`.
  public func files() throws -> [MigrationFile] {
    let entries = try ["", "schema/"].flatMap { part in
      try git.entries(in: part).filter { entry in
        entry.name.hasSuffix(".sql") && !entry.name.hasPrefix(".") && !entry.name.dropFirst(part.count).contains("/")
      }
    }
    return try zip(entries, git.contents(of: entries)).map { entry, bytes in
      try MigrationFile(fileName: entry.name, bytes: bytes)
    }
  }
}
