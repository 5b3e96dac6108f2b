import Foundation
import PodctlCore

/// A row that an import did not take.
public struct RejectedRow: Sendable, Equatable {
  /// The line of the file on which the row starts.
  public var line: Int
  public var reason: String
  /// The row as it was.
  public var fields: [String]

  public init(line: Int, reason: String, fields: [String]) {
    self.line = line
    self.reason = reason
    self.fields = fields
  }
}

/// The file of rejected rows: `row,reason` and the original columns, so that a corrected one can be imported again.
public enum RejectsFile {
  public static func defaultPath(for input: String) -> String { input + ".rejects.csv" }

  public static func text(header: [String], _ rows: [RejectedRow]) -> String {
    var text = CSVWriter.line(["row", "reason"] + header)
    for row in rows { text += CSVWriter.line([String(row.line), row.reason] + row.fields) }
    return text
  }

  /// Writes it beside its place and moves it there, so that no half-written file is ever seen. Only its owner may read
  /// it, since it can hold addresses and orders. Throws `cannot_create_file` (73), `disk_full` or `io_failed` (74).
  public static func write(header: [String], _ rows: [RejectedRow], to path: String) throws(PodctlError) {
    let temporary = path + ".part"
    let bytes = Array(text(header: header, rows).utf8)
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw PodctlError(
        .cannotCreateFile, "the rejects file \(path) cannot be created: \(reason(errno))",
        hint: "name another place with --rejects FILE", context: [.init("file", path)])
    }
    var failure: Int32 = 0
    var offset = 0
    while offset < bytes.count, failure == 0 {
      let written = bytes[offset...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 { offset += written } else if errno != EINTR { failure = errno }
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw PodctlError(
        failure == ENOSPC ? .diskFull : .ioFailed, "the rejects file \(path) cannot be written: \(reason(failure))",
        hint: "nothing was imported; free space or name another place with --rejects FILE",
        context: [.init("file", path)])
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
