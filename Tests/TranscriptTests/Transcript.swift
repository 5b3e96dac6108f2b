import Foundation
import PodctlTestSupport
import Testing

/// A file of commands with what they print: `$ podctl …`, with variables before it as a shell has them, then standard
/// output and standard error, then `[exit N]` when the status is not 0. Lines before the first command are remarks.
struct Transcript: Sendable, CustomTestStringConvertible {
  struct Step: Sendable {
    var command: String
    var expected: String
  }

  var name: String
  var url: URL
  var remarks: String
  var steps: [Step]
  var testDescription: String { name }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Transcripts")

  static let all: [Transcript] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { Transcript($0) }
  }()

  init?(_ name: String) {
    let url = Transcript.folder.appendingPathComponent(name)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    self.name = name
    self.url = url
    remarks = ""
    steps = []
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), expected: ""))
      } else if steps.isEmpty {
        remarks += line + "\n"
      } else {
        steps[steps.count - 1].expected += line + "\n"
      }
    }
  }

  /// Where it plays, and prints the same: everywhere, or, with `.postgres` in its name, on that kind of database alone.
  var kinds: [TestDatabase.Kind] {
    let named = TestDatabase.Kind.allCases.filter { name.contains(".\($0.rawValue).") }
    return named.isEmpty ? TestDatabase.Kind.allCases : named
  }

  /// Runs every step in one home on one database and gives what each printed.
  func played(on kind: TestDatabase.Kind) throws -> [Step] {
    let database = try TestDatabase(kind)
    let folder = try TemporaryFolder()
    let work = folder.path + "/work"
    let fixtures = Transcript.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/examples")
    if FileManager.default.fileExists(atPath: fixtures.path) {
      try FileManager.default.copyItem(atPath: fixtures.path, toPath: work)
    } else {
      try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    }
    let environment = [
      "HOME": folder.path + "/home", "DATABASE_URL": database.urlText, "PODCTL_NOW": "2026-11-02T08:00:00Z",
      "PODCTL_ID_SEED": "transcript",
    ]
    return try steps.map { step in
      let words = Transcript.words(step.command)
      let settings = words.prefix { $0 != "podctl" }.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      let changed = environment.merging(settings.map { ($0[0], $0[1]) }) { $1 }
      let ending = try PodctlProcess.run(Array(words.dropFirst(settings.count + 1)), environment: changed, in: work)
      var text = ending.output + ending.errors
      if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
      if ending.status != 0 { text += "[exit \(ending.status)]\n" }
      // What differs from machine to machine is named instead.
      let shown = String(database.urlText.prefix { $0 != "?" })
      text = text.replacingOccurrences(of: database.urlText, with: "DATABASE")
        .replacingOccurrences(of: shown, with: "DATABASE")
        .replacingOccurrences(of: folder.path, with: "FOLDER")
      return Step(command: step.command, expected: text + "\n")
    }
  }

  func text(of steps: [Step]) -> String { remarks + steps.map { "$ \($0.command)\n\($0.expected)" }.joined() }

  /// Words as a shell splits them: blanks, single and double quotes.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var current: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { current = (current ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        current = current ?? ""
      } else if character == " " {
        if let word = current { words.append(word) }
        current = nil
      } else {
        current = (current ?? "") + String(character)
      }
    }
    return words + (current.map { [$0] } ?? [])
  }
}
