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

  var takesOutputOptions: Bool { OptionShape.has("json", type) }
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

/// Which options a command declares, by the shape of its type: to ask ArgumentParser for its whole tree takes seconds.
enum OptionShape {
  static func has(_ name: String, _ type: any ParsableArguments.Type) -> Bool { names(type).contains(name) }

  /// As they are typed, without the dashes, where an option is named after its property.
  static func names(_ type: any ParsableArguments.Type) -> [String] {
    Mirror(reflecting: type.init()).children.flatMap { child -> [String] in
      if let group = child.value as? any GroupOfOptions { return names(Swift.type(of: group).members) }
      guard let label = child.label, label.hasPrefix("_") else { return [] }
      return [label.dropFirst().map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()]
    }
  }
}

private protocol GroupOfOptions {
  static var members: any ParsableArguments.Type { get }
}

extension OptionGroup: GroupOfOptions {
  fileprivate static var members: any ParsableArguments.Type { Value.self }
}
