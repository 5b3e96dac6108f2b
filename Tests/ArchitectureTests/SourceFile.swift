import Foundation

/// A Swift file of the package, read for what it says.
struct SourceFile: Sendable {
  /// From the package's root: `Sources/PodctlCore/Shared/Day.swift`.
  let path: String
  let lines: [String]

  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// The lines without what comments say.
  var code: [String] {
    lines.map { line in
      guard let comment = line.range(of: "//") else { return line }
      let before = line[..<comment.lowerBound]
      // `//` within a text, as in an address, starts no comment.
      return before.filter { $0 == "\"" }.count % 2 == 0 ? String(before) : line
    }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func all(under folder: String) -> [SourceFile] {
    let top = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: top.appendingPathComponent(path), encoding: .utf8) else { return nil }
      return SourceFile(path: "\(folder)/\(path)", lines: text.components(separatedBy: "\n"))
    }
  }

  static let sources = all(under: "Sources")
  static let tests = all(under: "Tests")
}
