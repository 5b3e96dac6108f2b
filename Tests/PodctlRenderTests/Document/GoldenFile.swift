import Foundation
import Testing

/// A file of `Fixtures/golden` that a text must equal; PODCTL_WRITE_GOLDEN=1 writes it anew, to be read in the diff.
enum GoldenFile {
  static func expect(_ text: String, equals name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Fixtures/golden/\(name)")
    if ProcessInfo.processInfo.environment["PODCTL_WRITE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let stored = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(text.split(separator: "\n"), stored.split(separator: "\n")).first { $0 != $1 }
    #expect(text == stored, "\(name) differs first at: \(difference.map { "\($0) | \($1)" } ?? "its length")")
  }
}
