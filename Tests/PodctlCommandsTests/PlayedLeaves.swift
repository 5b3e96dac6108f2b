import Foundation

/// Which commands the transcripts show, as text and to a good end.
enum PlayedLeaves {
  static let inText: Set<[String]> = {
    let folder = DocumentTests.root.appendingPathComponent("Tests/TranscriptTests/Transcripts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let texts = names.compactMap { try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    return Set(texts.flatMap { $0.components(separatedBy: "\n$ ").dropFirst() }.compactMap(leaf))
  }()

  /// The command's words of a step: its line, then what was printed.
  private static func leaf(_ step: String) -> [String]? {
    let lines = step.split(separator: "\n")
    guard let line = lines.first, !lines.contains(where: { $0.hasPrefix("[exit ") }) else { return nil }
    let words = Array(ShellWords.split(String(line)).drop { $0 != "podctl" })
    guard !words.contains(where: { ["--json", "--format", "--help"].contains($0) }) else { return nil }
    return Leaf.all.map(\.words).filter { words.starts(with: $0) }.max { $0.count < $1.count }
  }
}
