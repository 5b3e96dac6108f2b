import ArgumentParser
import Foundation
import Testing

@testable import PodctlCommands

/// A leaf of the tree with what the contract's tests need of it.
struct Leaf: Sendable, CustomTestStringConvertible {
  var words: [String]
  var type: any ParsableCommand.Type
  var testDescription: String { words.joined(separator: " ") }

  static let all = CommandTree.leaves().map { Leaf(words: $0.words, type: $0.command) }

  /// Leaves whose example can run: those that name a tenant of the demo wait for `tenant seed`, which makes it.
  static let runnable = all.filter { leaf in
    all.contains { $0.words == ["podctl", "tenant", "seed"] }
      || !["harbour-network", "lantern-agency"].contains { leaf.exampleWords.contains($0) }
  }

  var command: (any PodctlCommand.Type)? { type as? any PodctlCommand.Type }

  /// The example's words after `podctl`.
  var exampleWords: [String] { command.map { Array(ShellWords.split($0.example).dropFirst()) } ?? [] }

  var takesOutputOptions: Bool { (try? JSONDump.options(of: words))?.contains("json") ?? false }
}

/// Splits a line as a shell would, as far as examples go: blanks, and single or double quotes.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var current: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { current = (current ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        current = current ?? ""
      } else if character == " " {
        if let word = current { words.append(word) }
        current = nil
      } else {
        current = (current ?? "") + String(character)
      }
    }
    if let word = current { words.append(word) }
    return words
  }
}

/// What ArgumentParser says about the tree, as JSON.
enum JSONDump {
  private struct Dump: Decodable {
    var command: Command
  }
  private struct Command: Decodable {
    var commandName: String
    var subcommands: [Command]?
    var arguments: [Argument]?
  }
  private struct Argument: Decodable {
    var names: [Name]?
  }
  private struct Name: Decodable {
    var name: String
  }

  private static let dump = Result {
    try JSONDecoder().decode(Dump.self, from: Data(Podctl._dumpHelp().utf8))
  }

  /// The long names of a command's options; `words` starts with `podctl`.
  static func options(of words: [String]) throws -> [String] {
    var command = try dump.get().command
    for word in words.dropFirst() {
      guard let next = command.subcommands?.first(where: { $0.commandName == word }) else { return [] }
      command = next
    }
    return (command.arguments ?? []).flatMap { ($0.names ?? []).map(\.name) }
  }
}
