import Foundation
import PodctlCore

/// The built podctl, run as a process of its own.
public struct PodctlProcess {
  public struct Ending: Sendable {
    /// The exit status; 128 and the signal's number where a signal ended it.
    public let status: Int32
    public let output: String
    public let errors: String
    public let outputBytes: [UInt8]
  }

  /// The binary beside the test bundle; nil where only the tests were built.
  public static let path: String? = {
    let words = CommandLine.arguments
    var places = [URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()]
    if let flag = words.firstIndex(of: "--test-bundle-path"), flag + 1 < words.count {
      places.insert(URL(fileURLWithPath: words[flag + 1]), at: 0)
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    places.append(package.appendingPathComponent(".build/debug/tests"))
    return places.map { $0.deletingLastPathComponent().appendingPathComponent("podctl").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Runs to the end. The environment is the given one alone, with PATH and a home that does not exist, so that no test
  /// reads the settings of the machine.
  public static func run(
    _ words: [String], environment: [String: String] = [:], input: [UInt8] = [], in folder: String? = nil
  ) throws -> Ending {
    let running = try Running(words, environment, input, folder)
    return try running.ending()
  }

  /// Runs for a while and kills with SIGKILL, unless it has ended before.
  public static func runKilled(
    _ words: [String], environment: [String: String] = [:], after milliseconds: Int
  ) throws -> Ending {
    let running = try Running(words, environment, [], nil)
    usleep(UInt32(milliseconds) * 1000)
    running.kill()
    return try running.ending()
  }

  /// A process that has been started and not yet waited for.
  public final class Running {
    private let process = Process()
    private let folder: TemporaryFolder

    public init(
      _ words: [String], _ environment: [String: String] = [:], _ input: [UInt8] = [], _ workingFolder: String? = nil
    ) throws {
      folder = try TemporaryFolder()
      guard let path = PodctlProcess.path else {
        throw PodctlError(.fileNotFound, "podctl itself is not built", commands: ["swift build"])
      }
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = words
      process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.file("home")].merging(environment) { $1 }
      process.currentDirectoryURL = URL(fileURLWithPath: workingFolder ?? folder.path)
      // Files in place of pipes: nothing can fill up and wait for a reader.
      try folder.write(input, to: "in")
      try folder.write("", to: "out")
      try folder.write("", to: "err")
      process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.file("in")))
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("out")))
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("err")))
      try process.run()
    }

    public var isRunning: Bool { process.isRunning }
    public var number: Int32 { process.processIdentifier }

    public func send(_ signal: Int32) { Foundation.kill(process.processIdentifier, signal) }

    public func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    public func ending() throws -> Ending {
      process.waitUntilExit()
      let output = try Data(contentsOf: URL(fileURLWithPath: folder.file("out")))
      let errors = try Data(contentsOf: URL(fileURLWithPath: folder.file("err")))
      let wasKilled = process.terminationReason == .uncaughtSignal
      return Ending(
        status: process.terminationStatus + (wasKilled ? 128 : 0), output: String(decoding: output, as: UTF8.self),
        errors: String(decoding: errors, as: UTF8.self), outputBytes: Array(output))
    }
  }
}
