import Foundation
import PodctlCore

/// A folder of files that a web server hands out. A file is written whole, beside its place and then moved there, and only
/// where its bytes are others.
public struct SiteFolder: Sendable {
  private let root: String

  public init(_ path: String) { root = path }

  public func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(root)/\(name)") }

  /// False where the file is there with these very bytes. Throws `cannot_create_file` or `disk_full`.
  public func write(_ text: String, to name: String) throws(PodctlError) -> Bool {
    let path = "\(root)/\(name)"
    let bytes = Data(text.utf8)
    if FileManager.default.contents(atPath: path) == bytes { return false }
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
      return true
    } catch {
      let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
      throw PodctlError(
        isFull ? .diskFull : .cannotCreateFile, "\(path) cannot be written",
        hint: isFull ? "free some space and run it again" : "check that its folder exists and may be written",
        context: [.init("file", path)])
    }
  }
}
