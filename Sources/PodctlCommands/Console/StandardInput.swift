import Foundation
import PodctlCore
import PodctlOperations

extension CommandContext {
  /// A small file whole, or standard input for `-`. Throws `file_not_found`, `file_unreadable`, or `io_failed`.
  func contents(of path: String) throws -> [UInt8] {
    guard path == "-" else { return try ImportFile.read(path).bytes }
    do {
      return Array(try FileHandle.standardInput.read(upToCount: CommandContext.largestInput) ?? Data())
    } catch {
      throw PodctlError(.ioFailed, "standard input cannot be read")
    }
  }

  private static let largestInput = 64 << 20
}
