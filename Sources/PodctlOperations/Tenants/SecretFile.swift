import Glibc
import PodctlCore

/// A key in a file that its owner alone may read.
public enum SecretFile {
  /// The first line, without blanks around it; nil where there is no such file. Throws `secret_too_open` (77), unless
  /// the file is a credential, whose readers are the service manager's affair, and `file_unreadable`.
  public static func read(_ path: String, isCredential: Bool) throws(PodctlError) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw PodctlError(.fileUnreadable, "\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    guard isCredential || status.st_mode & 0o077 == 0 else {
      throw PodctlError(
        .secretTooOpen, "others may read the key file \(path)", hint: "take the right away from them",
        commands: ["chmod 600 \(path)"], context: [.init("path", path)])
    }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw PodctlError(.fileUnreadable, "\(path) cannot be read") }
    let line = String(decoding: buffer[..<count], as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
    return line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
