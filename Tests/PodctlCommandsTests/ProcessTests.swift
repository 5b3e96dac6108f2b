import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("podctl as a process")
struct ProcessTests {
  @Test("a leaf of the asynchronous root really runs")
  func runs() throws {
    let ending = try PodctlProcess.run(["config", "show", "--json"])
    #expect(ending.status == 0 && ending.output.contains(#""schema":"podctl.config.show/1""#))
  }

  @Test("a misspelt command gets a suggestion, at every depth")
  func suggestions() throws {
    let top = try PodctlProcess.run(["confg", "show"])
    #expect(top.status == 64 && top.errors.contains("did you mean \"config\"?"))
    let inner = try PodctlProcess.run(["config", "shwo", "--json"])
    let failure = try #require(Failure(inner.errors))
    #expect(failure.hint == "did you mean \"show\"?" && failure.commands == ["podctl config show --help"])
  }

  @Test("a misspelt option gets a suggestion")
  func options() throws {
    let ending = try PodctlProcess.run(["config", "show", "--jsno"])
    #expect(ending.status == 64 && ending.errors.contains("did you mean '--json'?"))
  }

  @Test("help topics are printed", arguments: HelpTopic.allCases)
  func topics(topic: HelpTopic) throws {
    let ending = try PodctlProcess.run(["help", topic.rawValue])
    #expect(ending.status == 0 && ending.errors.isEmpty && ending.output.count > 200)
  }

  @Test("an empty list is said on standard error and is no failure")
  func emptyList() throws {
    let folder = try ExampleFolder()
    let table = try PodctlProcess.run(["runs", "list"], environment: folder.environment)
    #expect(table.status == 0 && table.output.isEmpty && table.errors == "no run has been recorded\n")
    let quiet = try PodctlProcess.run(["runs", "list", "--quiet", "--json"], environment: folder.environment)
    #expect(quiet.errors.isEmpty && quiet.output.contains(#""data":[]"#))
  }

  @Test("a finished command has closed its database: no write-ahead log is left beside the file")
  func closesDatabase() throws {
    for _ in 0..<10 {
      let folder = try ExampleFolder()
      let ending = try PodctlProcess.run(["runs", "list", "--json"], environment: folder.environment)
      #expect(ending.status == 0 && FileManager.default.fileExists(atPath: folder.database))
      #expect(!FileManager.default.fileExists(atPath: folder.database + "-wal"))
    }
  }

  @Test("a reader who leaves early ends podctl quietly")
  func closedPipe() throws {
    let path = try #require(PodctlProcess.path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail; '\(path)' help errors | true; '\(path)' config show >&-; echo $?"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // A descriptor that was never open is an error; a pipe whose reader has gone is none.
    #expect(text.hasSuffix("74\n") && text.contains("io_failed"))
  }

  @Test(
    "being stopped is told in the chosen form, with 130 or 143",
    arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func signals(signal: Int32, status: Int32) throws {
    let path = try #require(PodctlProcess.path)
    // Writing into a pipe that is full and that nobody reads, podctl waits until it is stopped.
    let full = Pipe()
    let end = full.fileHandleForWriting.fileDescriptor
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
    let block = [UInt8](repeating: 32, count: 4096)
    while write(end, block, block.count) > 0 {}
    _ = fcntl(end, F_SETFL, 0)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["config", "show", "--json"]
    process.standardOutput = full
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    usleep(700_000)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == status)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(Failure(text)?.exit == status, "\(text)")
  }

  @Test("doctor exits with 1 and says the fix when the database is not there")
  func doctor() throws {
    let ending = try PodctlProcess.run(["doctor", "--database", "sqlite:/nonexistent/x.db"])
    #expect(ending.status == 1)
    #expect(ending.output.contains("fail  database") && ending.output.contains("fix: "))
    #expect(ending.errors.contains("code: doctor_found"))
  }

  @Test("no password of an address is ever shown")
  func redaction() throws {
    for url in ["postgres://me:hunter2@127.0.0.1:1/x", "postgres://127.0.0.1:1/x?password=hunter2"] {
      for words in [["config", "show", "--json"], ["doctor", "--json"], ["runs", "list", "--json"]] {
        let ending = try PodctlProcess.run(words, environment: ["DATABASE_URL": url])
        #expect(!ending.output.contains("hunter2") && !ending.errors.contains("hunter2"), "\(words) \(url)")
      }
    }
  }
}
