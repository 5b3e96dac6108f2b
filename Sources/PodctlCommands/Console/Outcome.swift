import ArgumentParser
import Foundation
import PodctlCore

/// From words to an exit status: parses, runs, and tells any error as the contract says.
enum Outcome {
  static func of(_ words: [String], asJSON: Bool) async -> Int32 {
    do {
      if let topic = HelpText.topic(words) { return answer(topic, words) }
      try TypedKey.refuse(in: words)
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
    if !(error is PodctlError), Podctl.exitCode(for: error).isSuccess {  // help, the version, a completion script
      return answer(HelpText.completed(Podctl.fullMessage(for: error), for: words), words)
    }
    let failure = failure(for: error, words)
    plainConsole(words).fail(failure, asJSON: asJSON)
    return failure.exit.rawValue
  }

  /// What is told of an error, without what lets somebody in: this is the only way out for one.
  static func failure(for error: any Error, _ words: [String]) -> PodctlError {
    let failure: PodctlError =
      if let error = error as? PodctlError {
        error
      } else if Podctl.exitCode(for: error) == .validationFailure {
        UsageFault.error(for: error, words)
      } else {
        // The type alone: a foreign error's text may hold what must not be shown.
        PodctlError(.internalFault, "a fault in podctl (\(type(of: error)))", hint: "please report it")
      }
    return Redaction(words: words).masked(failure)
  }

  private static func answer(_ text: String, _ words: [String]) -> Int32 {
    let console = plainConsole(words)
    do {
      try console.data(text.hasSuffix("\n") ? text : text + "\n")
      try console.flush()
    } catch let error as PodctlError {
      console.fail(error, asJSON: false)
      return error.exit.rawValue
    } catch {
      return ExitStatus.success.rawValue
    }
    return ExitStatus.success.rawValue
  }

  /// The streams by the words alone: an error may come before there are settings.
  private static func plainConsole(_ words: [String]) -> Console {
    guard let environment = try? Environment.live() else {
      return Console(output: Descriptor(1), errors: Descriptor(2))
    }
    let color = OptionWords.value(of: "--color", in: words).flatMap { ColorChoice(rawValue: $0) } ?? .auto
    return Console.live(environment, color: color, isQuiet: false)
  }
}
