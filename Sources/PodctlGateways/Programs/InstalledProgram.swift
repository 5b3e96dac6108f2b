import Foundation
import Synchronization

/// A program of this machine's that does a part of podctl's work.
struct InstalledProgram: Sendable {
  private(set) var path: String
  private let variables: [String: String]

  /// The first program of this name on the `PATH` of a process's variables; nil where none is.
  init?(_ name: String, in variables: [String: String]) {
    let folders = (variables["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { (folder: Substring) -> String in "\(folder)/\(name)" }
    guard let path = paths.first(where: { (path: String) -> Bool in access(path, X_OK) == 0 }) else { return nil }
    self.path = path
    self.variables = ProgramVariables.filtered(variables)
  }

  /// Another program, by its path or its name, with the same variables; nil where it is not there.
  func sibling(_ name: String) -> InstalledProgram? {
    guard name.hasPrefix("/") else { return InstalledProgram(name, in: variables) }
    var other = self
    other.path = name
    return access(name, X_OK) == 0 ? other : nil
  }

  /// How a program ended.
  struct Ending: Sendable {
    let status: Int32
    let output: [UInt8]
    let complaints: String
  }

  /// Runs it to its end, with nothing to read; `more` comes to its variables. Throws what the system says where it cannot be
  /// started.
  func run(_ words: [String], adding more: [String: String] = [:]) throws -> Ending {
    let child = child(words, adding: more)
    let (output, complaints) = (Pipe(), Pipe())
    child.standardOutput = output
    child.standardError = complaints
    try child.run()
    // Both are read at once: a program that waits for room in one pipe never ends the other.
    let told = Mutex("")
    let reading = DispatchGroup()
    DispatchQueue.global().async(group: reading) {
      let text = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      told.withLock { $0 = text }
    }
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    reading.wait()
    child.waitUntilExit()
    return Ending(status: child.terminationStatus, output: bytes, complaints: told.withLock { $0 })
  }

  /// Runs one that hands its work to another and ends, heard by nobody. Foundation's `Process` would wait for that other as
  /// well, since it takes a socket that both hold for the sign of life.
  func handOver(_ words: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    let arguments = InstalledProgram.texts([path] + words)
    let settings = InstalledProgram.texts(variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    defer { (arguments + settings).forEach { free($0) } }
    var child: pid_t = 0
    let fault = posix_spawn(&child, path, &actions, nil, arguments, settings)
    guard fault == 0 else { throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .EIO) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    // The status that it ended with, or that a shell gives one ended by a signal.
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
  }

  /// Copies for a C function, ended by none; whoever asks frees them.
  private static func texts(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] { words.map { strdup($0) } + [nil] }

  private func child(_ words: [String], adding more: [String: String] = [:]) -> Process {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: path)
    child.arguments = words
    child.environment = variables.merging(more) { _, added in added }
    child.standardInput = nil
    return child
  }
}
