import Glibc
import PodctlCore

/// When a folder's files were last written.
enum FolderAge {
  /// The newest file's time of writing; nil where there is no file or no folder.
  static func newest(in path: String) -> Instant? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var newest: Instant?
    while let entry = readdir(folder) {
      var status = stat()
      let isFile =
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          fstatat(dirfd(folder), UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), &status, 0)
        } == 0 && status.st_mode & S_IFMT == S_IFREG
      guard isFile else { continue }
      newest = max(newest ?? .init(seconds: 0), Instant(seconds: Int64(status.st_mtim.tv_sec)))
    }
    return newest
  }
}
