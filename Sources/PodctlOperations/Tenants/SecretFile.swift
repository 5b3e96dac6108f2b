import Glibc
import PodctlCore

/// A small file that only its owner may read.
struct SecretFile {
  let path: String
  /// Far more than any secret has.
  private static let maximumBytes = 4096

  /// What the file holds, nil when there is none. Throws `secret_too_open` where others may read or write it.
  func read(mustBePrivate: Bool) throws(PodctlError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw unreadable(errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
    guard !mustBePrivate || status.st_mode & 0o077 == 0 else {
      throw PodctlError(
        .secretTooOpen, "\(path) can be read by others", hint: "close it: chmod 600 \(path)",
        context: [.init("path", path)])
    }
    var bytes = [UInt8](repeating: 0, count: SecretFile.maximumBytes)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw unreadable(errno) }
    return Array(bytes.prefix(count))
  }

  /// Writes a new file of mode 0600 to the disk; throws `cannot_create_file` or `disk_full`.
  func write(_ bytes: [UInt8]) throws(PodctlError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SecretFile.cannotCreate(path, errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw SecretFile.cannotCreate(path, errno)
    }
  }

  static func cannotCreate(_ path: String, _ code: Int32) -> PodctlError {
    if code == ENOSPC || code == EDQUOT {
      return PodctlError(.diskFull, "no space is left for \(path)", hint: "free some space and run it again")
    }
    return PodctlError(
      .cannotCreateFile, "\(path) cannot be made: \(String(cString: strerror(code)))",
      hint: "set XDG_DATA_HOME to a folder that podctl may write", context: [.init("path", path)])
  }

  private func unreadable(_ code: Int32) -> PodctlError {
    PodctlError(
      .fileUnreadable, "\(path) cannot be read: \(String(cString: strerror(code)))",
      hint: "give podctl's user the right to read it", context: [.init("path", path)])
  }
}
