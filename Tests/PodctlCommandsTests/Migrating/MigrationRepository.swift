import Foundation
import PodctlTestSupport
import Testing

/// A git repository with a folder of migrations, as a pipeline checks one out.
struct MigrationRepository {
  private let folder: TemporaryFolder
  var path: String { folder.path }

  /// On main: a table, its tenants kept apart on PostgreSQL, and a view.
  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("db/migrations"), withIntermediateDirectories: true)
    try write("CREATE TABLE guests (\n  id bigint PRIMARY KEY,\n  name text NOT NULL\n);\n", "0001_guests.sql")
    try write("DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT name FROM guests;\n", "R_names.sql")
    try git("init", "-q", "-b", "main")
    try commit("the beginning")
    try git("checkout", "-q", "-b", "work")
  }

  func write(_ text: String, _ name: String) throws { try folder.write(text, to: "db/migrations/" + name) }

  func text(_ name: String) throws -> String { try String(contentsOfFile: folder.file(name), encoding: .utf8) }

  func commit(_ message: String) throws {
    try git("add", "-A")
    try git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-q", "-m", message)
  }

  @discardableResult
  func git(_ words: String...) throws -> Int32 {
    let ending = try run("/usr/bin/git", words)
    #expect(ending.status == 0, "\(ending.output)")
    return ending.status
  }

  /// Runs a program in the repository, with podctl on its path.
  func run(_ program: String, _ words: [String], _ environment: [String: String] = [:]) throws -> (
    status: Int32, output: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    let podctl = try #require(PodctlProcess.path)
    process.environment = [
      "PATH": "\(URL(fileURLWithPath: podctl).deletingLastPathComponent().path):/usr/bin:/bin", "HOME": path + "/home",
      "TMPDIR": NSTemporaryDirectory(),
    ].merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}
