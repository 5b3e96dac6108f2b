import ArgumentParser
import Foundation
import PodctlCore

/// From words to an exit status: parses, runs, and tells any error as the contract says.
enum Outcome {
  static func of(_ words: [String], asJSON: Bool) async -> Int32 {
    do {
      var command = try await Podctl.asyncParseAsRoot(words)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitStatus.success.rawValue
    } catch is ClosedPipe {
      return ExitStatus.success.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return tell(error, words, asJSON: asJSON)
    }
  }

  private static func tell(_ error: any Error, _ words: [String], asJSON: Bool) -> Int32 {
    let console = plainConsole()
    if let error = error as? PodctlError {
      console.fail(error, asJSON: asJSON)
      return error.exit.rawValue
    }
    let code = Podctl.exitCode(for: error)
    if code.isSuccess {  // help, the version, a completion script
      try? console.data(Podctl.fullMessage(for: error) + "\n")
      try? console.flush()
      return code.rawValue
    }
    let failure =
      code == .validationFailure
      ? PodctlError(.usage, Podctl.message(for: error))
      : PodctlError(.internalFault, "a fault in podctl: \(type(of: error))", hint: "please report it")
    console.fail(failure, asJSON: asJSON)
    return failure.exit.rawValue
  }

  /// The streams as they are without settings: an error may come before there are any.
  private static func plainConsole() -> Console {
    guard let environment = try? Environment.live() else {
      return Console(output: Descriptor(1), errors: Descriptor(2))
    }
    return Console.live(environment, color: .auto, isQuiet: false)
  }
}
