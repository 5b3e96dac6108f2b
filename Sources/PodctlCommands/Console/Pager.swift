import Foundation
import PodctlCore
import PodctlGateways

/// Shows a text that is longer than the screen in the reader's own pager.
struct Pager {
  /// A line for the shell, as in `PAGER`.
  let command: String
  private let rows: Int

  /// Nil where paging is turned off or there is no screen.
  init?(command: String, rows: Int?) {
    let isOff = command.isEmpty || command == "cat"
    guard let rows, !isOff else { return nil }
    self.command = command
    self.rows = rows
  }

  func isNeeded(for text: String) -> Bool {
    var lines = 0
    for byte in text.utf8 where byte == 10 { lines += 1 }
    return lines >= rows
  }

  /// Hands the text over and waits; false when the pager could not be started, so that the caller prints it instead.
  func show(_ text: String, _ environment: Environment) -> Bool {
    var pipe: [Int32] = [0, 0]
    guard Foundation.pipe(&pipe) == 0 else { return false }
    let child = spawn(reading: pipe[0], closing: pipe[1], environment)
    close(pipe[0])
    guard let child else {
      close(pipe[1])
      return false
    }
    var text = text
    // A reader who quits early closes the pipe; that is no error.
    text.withUTF8 { try? Descriptor(pipe[1]).write(UnsafeRawBufferPointer($0)) }
    close(pipe[1])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status >> 8 & 0xFF != 127  // the shell found no such program
  }

  private func spawn(reading input: Int32, closing other: Int32, _ environment: Environment) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addclose(&actions, other)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // podctl ignores SIGPIPE, and an ignored signal would be inherited.
    var standard = sigset_t()
    sigemptyset(&standard)
    sigaddset(&standard, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &standard)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var variables = ProgramVariables.filtered(environment.variables)
    // Quit when it fits one screen, keep colours, leave the text on the screen.
    if variables["LESS"] == nil { variables["LESS"] = "FRX" }
    var words: [UnsafeMutablePointer<CChar>?] = ["/bin/sh", "-c", command].map { (word: String) in strdup(word) }
    words.append(nil)
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0.key)=\($0.value)") }
    settings.append(nil)
    defer { for pointer in words + settings { free(pointer) } }
    var child = pid_t()
    return posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, &settings) == 0 ? child : nil
  }
}
