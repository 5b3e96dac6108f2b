import ArgumentParser
import Foundation
import PodctlCore

/// For a moderate change: asks on a terminal, takes `--yes` from a script.
struct YesOption: ParsableArguments {
  @Flag(help: "Skip the confirmation prompt.")
  var yes = false
}

/// For a severe change, which ends or removes what has delivered: the name of what is lost must be typed.
struct ConfirmOption: ParsableArguments {
  @Option(help: ArgumentHelp("Skip the prompt; must equal the slug of what will be deleted.", valueName: "slug"))
  var confirm: String?
  /// Known only so that whoever is used to it hears what is wanted.
  @Flag(help: .hidden)
  var yes = false
}

extension CommandContext {
  /// Asks whether to go on; the default answer is No. Throws `confirmation_needed` where nobody can be asked.
  func confirm(_ question: String, _ option: YesOption) throws -> Bool {
    if option.yes { return true }
    guard isatty(0) == 1, isatty(2) == 1 else {
      throw PodctlError(
        .confirmationNeeded, "confirmation required, and there is no terminal to ask on", hint: "add --yes")
    }
    let answer = console.ask(question + " [y/N] ")?.lowercased()
    return answer == "y" || answer == "yes"
  }

  /// Wants the slug of what is lost, from `--confirm` or typed; throws `confirmation_needed` for another word.
  /// `command` is the same command again, as it can be pasted.
  func confirm(_ question: String, losing slug: Slug, _ option: ConfirmOption, command: String? = nil) throws {
    try confirm(question, losing: slug.text, option.confirm, saidYes: option.yes, command: command)
  }

  /// The same for what has another name than a slug.
  func confirm(
    _ question: String, losing name: String, _ given: String?, saidYes: Bool = false, command: String? = nil
  ) throws {
    let commands = command.map { ["\($0) --confirm \(name)"] } ?? []
    var typed = given
    if typed == nil {
      guard isatty(0) == 1, isatty(2) == 1 else {
        throw PodctlError(
          .confirmationNeeded,
          "this cannot be undone, and there is no terminal to ask on" + (saidYes ? "; --yes is not enough" : ""),
          hint: "add --confirm \(name)", commands: commands)
      }
      typed = console.ask("\(question)\nType \(name) to go on: ")
    }
    guard typed == name else {
      throw PodctlError(
        .confirmationNeeded, "nothing was changed: the word was not \"\(name)\"", hint: "add --confirm \(name)",
        commands: commands)
    }
  }
}
