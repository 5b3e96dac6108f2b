import ArgumentParser
import Foundation
import PodctlCore

/// Runs a command's body on a thread of its own, with a stack deep enough for any parser and free to block.
enum Launcher {
  private static let stackSize = 16 << 20

  static func run(_ command: some PodctlCommand) async throws {
    CrashImage.forbid()
    let environment = try Environment.live()
    let settings = try Settings.resolve(command.global, environment)
    // The command is handed to one thread and not touched here until that thread has ended.
    nonisolated(unsafe) let body = command
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      let thread = Thread {
        // The context is gone, and its database closed, before the waiting root may end the process.
        let result = Result { try perform(body, environment, settings) }
        done.resume(with: result)
      }
      thread.stackSize = stackSize
      thread.start()
    }
  }

  private static func perform(
    _ command: some PodctlCommand, _ environment: Environment, _ settings: Settings
  ) throws {
    let console = Console.live(
      environment, color: settings.color.value, isQuiet: command.global.quiet, pager: settings.pager.value)
    try perform(command, in: CommandContext(environment: environment, settings: settings, console: console))
  }

  /// The body, then what is left in its buffer, then the record of the run; an error keeps the data said before it.
  static func perform<Command: PodctlCommand>(_ command: Command, in context: CommandContext) throws {
    if Command.changesDatabase {
      context.recorder = RunRecorder(
        words: context.environment.arguments, tenant: context.settings.tenant, startedAt: context.now)
    }
    context.console.holdsWords = OptionWords.wantsJSON(context.environment.arguments)
    context.console.showsTables = !(command.global.quiet && Command.changesDatabase)
    do {
      defer { context.console.endProgress() }
      try command.run(in: context)
      try context.console.flush()
    } catch {
      Signals.waitForHandler()
      try? context.console.flush()
      // A status without an error, as of a check that found something, keeps its notes.
      if error is ExitCode { context.console.printDeferredMessages() }
      // The command's own error is the one to tell; a record that cannot be ended shows as a run that never ended.
      try? context.recorder?.end(at: context.now, error)
      if Command.changesDatabase { context.gatherStatistics() }
      throw error
    }
    try context.recorder?.end(at: context.now, nil)
    if Command.changesDatabase { context.gatherStatistics() }
    context.console.printDeferredMessages()
  }
}
