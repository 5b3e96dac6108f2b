import Foundation
import PodctlCore
import PodctlTestSupport
import StripeFake
import Testing

/// podctl itself, told to stop or left without room on its disk in the midst of bill issue.
@Suite("bill issue, told to stop or without room, ends with one invoice", .timeLimit(.minutes(15)))
struct IssueInterruptedTests {
  /// The process that a server ends once a request has come.
  private final class Target: @unchecked Sendable {
    private let lock = NSLock()
    private var process: PodctlProcess.Running?

    func aim(_ running: PodctlProcess.Running) { lock.withLock { process = running } }

    func end() {
      for _ in 0..<500 {
        if let process = lock.withLock({ process }) { return process.send(SIGTERM) }
        usleep(10_000)
      }
    }
  }

  private let words = ["bill", "issue", "--tenant", "harbour-network", "--yes"]

  private func isIssuedOnce(_ fake: FakeStripe) -> Bool {
    fake.customers.count == 1 && fake.statuses == ["open"] && fake.items.count == 1
      && fake.finalized.map(\.value) == [1] && fake.sent.map(\.value) == [1]
  }

  private func environment(_ folder: ExampleFolder, _ server: FaultServer) -> [String: String] {
    folder.environment.merging(["PODCTL_STRIPE_API_BASE": server.address]) { $1 }
  }

  @Test("SIGTERM while a request is under way, done or not: 143, and a plain run ends with one", arguments: 1...12)
  func terminated(request: Int) throws {
    let fake = FakeStripe(now: 1_793_606_400)
    let folder = try DemoHome.copy()
    let target = Target()
    let isDoneFirst = request % 2 == 0
    // The answer never comes: the process has gone, before or after the work.
    let server = try FaultServer { asked in
      guard fake.log.count + 1 == request else { return fake.handle(asked) }
      let answer = isDoneFirst ? fake.handle(asked) : FakeStripe.Answer(status: 500, body: "")
      if !isDoneFirst { fake.log.append("lost") }
      target.end()
      usleep(300_000)
      return answer
    }
    defer { server.stop() }
    let running = try PodctlProcess.Running(words, environment(folder, server), [], folder.path)
    target.aim(running)
    let first = try running.ending()
    #expect(first.status == 143 && first.errors.contains("terminated"), "\(request): \(first.status) \(first.errors)")
    let second = try PodctlProcess.run(words, environment: environment(folder, server), in: folder.path)
    #expect(second.status == 0, "\(request): \(second.errors)")
    #expect(isIssuedOnce(fake), "\(request): \(fake.log)")
  }

  /// `sh` limits the size of any file that is written, as a full disk does; the signal that would end the process is
  /// ignored, so that the write itself fails.
  private func run(blocks: Int, _ folder: ExampleFolder, _ server: FaultServer) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let podctl = try #require(PodctlProcess.path)
    process.arguments = ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"", podctl] + words
    process.environment = environment(folder, server).merging(["PATH": "/usr/bin:/bin"]) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test("a disk without room at some write: 73 or 74, and with room again a plain run ends with one")
  func full() throws {
    var failures = 0
    for blocks in [1, 30, 90, 130, 170, 210, 260, 320, 400] {
      let fake = FakeStripe(now: 1_793_606_400)
      let folder = try DemoHome.copy()
      let server = try FaultServer { fake.handle($0) }
      defer { server.stop() }
      let (status, errors) = try run(blocks: blocks, folder, server)
      #expect([0, 73, 74].contains(status), "\(blocks): \(status) \(errors)")
      if status != 0 { failures += 1 }
      let second = try PodctlProcess.run(words, environment: environment(folder, server), in: folder.path)
      #expect(second.status == 0, "\(blocks): \(second.errors)")
      #expect(isIssuedOnce(fake), "\(blocks), \(status): \(fake.log)")
    }
    #expect(failures >= 5, "\(failures)")
  }

  @Test("a database that may only be read is refused before anything is sent", .enabled(if: geteuid() != 0, "root may"))
  func readOnly() throws {
    let fake = FakeStripe(now: 1_793_606_400)
    let folder = try DemoHome.copy()
    let server = try FaultServer { fake.handle($0) }
    defer { server.stop() }
    chmod(folder.database, 0o444)
    let first = try PodctlProcess.run(words, environment: environment(folder, server), in: folder.path)
    #expect([73, 74, 77].contains(first.status) && !fake.log.contains { $0.hasPrefix("POST") }, "\(first.errors)")
    chmod(folder.database, 0o644)
    #expect(try PodctlProcess.run(words, environment: environment(folder, server), in: folder.path).status == 0)
    #expect(isIssuedOnce(fake))
  }
}
