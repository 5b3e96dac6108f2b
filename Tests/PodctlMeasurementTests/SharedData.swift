import Foundation

/// The published data beside the repository; tests of it are skipped where it is absent.
enum SharedData {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data").standardizedFileURL.path

  static let isPresent = FileManager.default.fileExists(atPath: path("logs/cloudfront-20k.log.gz"))

  static func path(_ name: String) -> String { root + "/" + name }
  static func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
}
