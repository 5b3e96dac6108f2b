import ArgumentParser
import Foundation
import PodctlCore

/// ArgumentParser's complaints in the words of the contract.
enum UsageFault {
  static func error(for error: any Error, _ words: [String]) -> PodctlError {
    let path = CommandTree.walk(words)
    let help = (path.words + ["--help"]).joined(separator: " ")
    if let stray = path.stray { return unknownCommand(stray, path, help) }
    var message = Podctl.message(for: error)
    var hint: String?
    if let range = message.range(of: ". Did you mean ") {
      hint = "did you mean " + message[range.upperBound...]
      message = String(message[..<range.lowerBound])
    }
    if message.hasPrefix("Unknown") || message.hasPrefix("Unexpected") || message.hasPrefix("Missing") {
      message = message.prefix(1).lowercased() + message.dropFirst()
    }
    return PodctlError(.usage, message, hint: hint, commands: [help])
  }

  private static func unknownCommand(_ stray: String, _ path: CommandTree.Path, _ help: String) -> PodctlError {
    let names = path.command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
    let parent = path.words.joined(separator: " ")
    if Redaction.isPrivate(stray) {
      return PodctlError(
        .usage, "an address or a key stands where a command of \"\(parent)\" was expected; it is not repeated here",
        hint: "it has \(names.joined(separator: ", ")); options such as --database stand behind the command",
        commands: [help])
    }
    guard let near = Suggestion.nearest(to: stray, among: names) else {
      return PodctlError(
        .usage, "unknown command \"\(stray)\" for \"\(parent)\"", hint: "it has \(names.joined(separator: ", "))",
        commands: [help], context: [.init("command", stray)])
    }
    return PodctlError(
      .usage, "unknown command \"\(stray)\" for \"\(parent)\"", hint: "did you mean \"\(near)\"?",
      commands: ["\(parent) \(near) --help"], context: [.init("command", stray)])
  }
}
