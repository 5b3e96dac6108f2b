import Foundation
import PodctlCore

/// A file as it was given to an import.
public struct ImportFile: Sendable {
  /// The most bytes that are taken; an import holds its file in memory.
  static let largest = 1 << 30

  public let path: String
  public let bytes: [UInt8]

  public var name: String { (path as NSString).lastPathComponent }

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Reads it whole; throws `file_not_found` (66) or `file_unreadable` (74).
  public static func read(_ path: String) throws(PodctlError) -> ImportFile {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw PodctlError(.fileNotFound, "\(path) does not exist", context: [.init("file", path)])
    }
    guard !isFolder.boolValue else {
      throw PodctlError(.fileUnreadable, "\(path) is a folder", hint: "name a file", context: [.init("file", path)])
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    guard size <= largest else {
      throw PodctlError(
        .fileUnreadable, "\(path) is larger than 1 GiB", hint: "split it; importing the parts gives the same",
        context: [.init("file", path)])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PodctlError(
        .fileUnreadable, "\(path) cannot be read", hint: "check its permissions", context: [.init("file", path)])
    }
    return ImportFile(path: path, bytes: Array(data))
  }
}
