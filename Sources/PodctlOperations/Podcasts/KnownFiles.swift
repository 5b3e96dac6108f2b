import PodctlCore
import PodctlStore

/// What the database says of files before they are read, asked in one statement for all.
struct KnownFiles {
  private struct Place: Hashable {
    var path: String
    var bytes: Int64
    var modified: Int64
    var inode: Int64
  }

  private var places: [Place: IngestedFile] = [:]
  private var sizes: Set<Int64> = []

  init(of logs: [LogFile], _ tenant: Tenant, _ database: Database) throws {
    let taken = try database.read(for: tenant.id) { tx in
      try IngestedFileStore(tx).taken(from: Array(Set(logs.map(\.path))).sorted())
    }
    for file in taken {
      places[Place(path: file.path, bytes: file.bytes, modified: file.modified, inode: file.inode)] = file
    }
    let others = logs.filter { unchanged($0) == nil }
    guard !others.isEmpty else { return }
    sizes = try database.read(for: tenant.id) { tx in
      try IngestedFileStore(tx).taken(sizes: Array(Set(others.map(\.bytes))).sorted())
    }
  }

  /// The file that was taken from there and has not changed since: same path, size, time and inode.
  func unchanged(_ log: LogFile) -> IngestedFile? {
    places[Place(path: log.path, bytes: log.bytes, modified: log.modified, inode: log.inode)]
  }

  /// Whether a file of the same size was taken, so that it may be the same one.
  func isPossible(_ log: LogFile) -> Bool { sizes.contains(log.bytes) }

  mutating func remember(_ log: LogFile, as file: IngestedFile) {
    places[Place(path: log.path, bytes: log.bytes, modified: log.modified, inode: log.inode)] = file
    sizes.insert(log.bytes)
  }
}
