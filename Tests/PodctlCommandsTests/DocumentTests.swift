import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("documents that must not drift")
struct DocumentTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("docs/errors.md lists every code with its exit status", arguments: ErrorCode.allCases)
  func errors(code: ErrorCode) throws {
    let text = try String(contentsOf: DocumentTests.root.appendingPathComponent("docs/errors.md"), encoding: .utf8)
    let row = text.split(separator: "\n").first { $0.hasPrefix("| `\(code.rawValue)` | \(code.exit.rawValue) |") }
    let cells = row?.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
    #expect(cells.count == 4 && cells.allSatisfy { !$0.isEmpty }, "no full row for \(code.rawValue)")
  }

  @Test("docs/errors.md lists no code that does not exist")
  func noGhosts() throws {
    let text = try String(contentsOf: DocumentTests.root.appendingPathComponent("docs/errors.md"), encoding: .utf8)
    for match in text.matches(of: /(?m)^\| `([a-z_]+)` \|/) {
      #expect(ErrorCode(rawValue: String(match.1)) != nil, "\(match.1)")
    }
  }

  @Test(
    "completions and man pages are what scripts/docs makes",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs python3"))
  func generated() throws {
    // ContractTests holds each help to its example, so that not every help has to be printed here again.
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let examples = Leaf.all.map { ($0.words.dropFirst().joined(separator: " "), $0.command?.example ?? "") }
    let json = try JSONEncoder().encode(Dictionary(examples) { $1 })
    let file = try folder.write(Array(json), to: "examples.json")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      DocumentTests.root.appendingPathComponent("scripts/docs").path, "--check", "--podctl",
      try #require(PodctlProcess.path), "--examples", file,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
