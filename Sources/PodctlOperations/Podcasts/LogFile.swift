import Glibc
import PodctlCore
import PodctlDigest

/// A log file on disk: where it lies, what tells it apart without reading it, and what it holds.
public struct LogFile: Sendable, Hashable {
  public let path: String
  public let bytes: Int64
  /// Nanoseconds since the epoch.
  public let modified: Int64
  public let inode: Int64

  /// Looks at a file; throws `file_not_found` or `file_unreadable`.
  public init(path: String) throws(PodctlError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? PodctlError(.fileNotFound, "there is no file \(path)", hint: "check the path", context: [.init("path", path)])
        : PodctlError(.fileUnreadable, "\(path) cannot be looked at: \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw PodctlError(.fileUnreadable, "\(path) is a folder", hint: "name the log files in it, for example \(path)/*")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw PodctlError(
        .fileUnreadable, "\(path) is not a regular file",
        hint: "a log is known by its content: write it to a file first")
    }
    self.path = path
    bytes = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    inode = Int64(bitPattern: UInt64(status.st_ino))
  }

  /// Looks at files; one that cannot be looked at is handed to `leftOut`, where there is that.
  static func all(_ paths: [String], _ leftOut: ((PodctlError) throws -> Void)?) throws -> [LogFile] {
    try paths.compactMap { path in try LogIngest.reading(leftOut) { try LogFile(path: path) } }
  }

  /// SHA-256 of the file as it lay there when it was looked at (compressed, if it is), in hexadecimal: what has been
  /// written since is another content, which the next look will find.
  public func sha256() throws(PodctlError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw PodctlError(
        .fileUnreadable, "\(path) cannot be read: \(String(cString: strerror(errno)))",
        hint: "give podctl's user the right to read it")
    }
    defer { close(descriptor) }
    var status = stat()
    // Lines of a file that has been put in this one's place were not counted: its hash must not stand for the count.
    guard fstat(descriptor, &status) == 0, Int64(bitPattern: UInt64(status.st_ino)) == inode else { throw isGone }
    let digest = SHA256()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var left = Int(bytes)
    while true {
      let count = left == 0 ? 0 : read(descriptor, buffer.baseAddress, min(buffer.count, left))
      if count == 0 {
        let hash = digest.finish()
        guard left == 0 else { throw isGone }
        return hash.hexadecimal
      }
      guard count > 0 else {
        if errno == EINTR { continue }
        let reason = String(cString: strerror(errno))
        _ = digest.finish()
        throw PodctlError(.fileUnreadable, "\(path) cannot be read to its end: \(reason)")
      }
      left -= count
      digest.update(UnsafeRawBufferPointer(start: buffer.baseAddress, count: count))
    }
  }

  private var isGone: PodctlError {
    PodctlError(
      .fileUnreadable, "\(path) was replaced or cut off while it was read",
      hint: "nothing of it was stored; give the log again once it is no longer rotated", context: [.init("path", path)])
  }
}
