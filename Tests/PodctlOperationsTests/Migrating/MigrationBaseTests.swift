import Foundation
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The files of another commit")
struct MigrationBaseTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("db/schema"), withIntermediateDirectories: true)
    try folder.write("CREATE TABLE a (n bigint);\r\n", to: "db/0001_a.sql")
    try folder.write("-- ä\n", to: "db/schema/views.sql")
    try folder.write("no SQL", to: "db/README.md")
    try git("init", "--quiet")
    try git("add", ".")
    try git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--message", "first")
    try folder.write("CREATE TABLE a (n bigint, m bigint);\n", to: "db/0001_a.sql")
    try folder.write("CREATE TABLE b (n bigint);\n", to: "db/0002_b.sql")
  }

  private func git(_ words: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder.path, "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false"] + words
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func base(_ reference: String, of folder: String) throws -> MigrationBase {
    MigrationBase(try GitFiles(reference, of: folder, variables: ["PATH": "/usr/local/bin:/usr/bin:/bin"]))
  }

  @Test("are read as they were there, whatever the folder holds now")
  func files() throws {
    let files = try base("HEAD", of: folder.file("db")).files()
    #expect(files.map(\.fileName) == ["0001_a.sql", "schema/views.sql"])
    #expect(try files[0].text() == "CREATE TABLE a (n bigint);\n")
    #expect(try files[1].text() == "-- ä\n")
  }

  @Test("a commit that is not there, and a folder outside any repository, are said")
  func missing() throws {
    let unknown = #expect(throws: PodctlError.self) {
      _ = try base("no-such-branch", of: folder.file("db")).files()
    }
    #expect(unknown?.code == .baseNotFound)
    #expect(unknown?.message.contains("no-such-branch") == true)
    let option = #expect(throws: PodctlError.self) { _ = try base("--output=x", of: folder.path) }
    #expect(option?.code == .usage)
    let outside = try TemporaryFolder()
    let none = #expect(throws: PodctlError.self) { _ = try base("HEAD", of: outside.path).files() }
    #expect(none?.code == .baseNotFound)
    let bare = #expect(throws: PodctlError.self) {
      _ = try MigrationBase(GitFiles("HEAD", of: folder.file("db"), variables: [:])).files()
    }
    #expect(bare?.message.contains("git is not installed") == true)
  }
}
