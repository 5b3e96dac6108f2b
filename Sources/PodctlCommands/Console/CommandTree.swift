import ArgumentParser
import PodctlCore

/// The command tree below the root, as the words walk it.
enum CommandTree {
  /// How far the words led.
  struct Path {
    var words: [String]
    var command: any ParsableCommand.Type
    /// The first word that names no subcommand where one was expected.
    var stray: String?
  }

  static func walk(_ words: [String], from root: any ParsableCommand.Type = Podctl.self) -> Path {
    var path = Path(words: [root._commandName], command: root)
    for word in words {
      let children = path.command.configuration.subcommands
      if children.isEmpty { break }
      if word.hasPrefix("-") { continue }
      guard let next = children.first(where: { $0._commandName == word }) else {
        path.stray = word
        break
      }
      path.command = next
      path.words.append(word)
    }
    return path
  }

  /// Every leaf with the words that lead to it, in the order of the help.
  static func leaves(
    of root: any ParsableCommand.Type = Podctl.self, under words: [String] = []
  ) -> [(words: [String], command: any ParsableCommand.Type)] {
    let path = words + [root._commandName]
    let children = root.configuration.subcommands
    return children.isEmpty ? [(path, root)] : children.flatMap { leaves(of: $0, under: path) }
  }
}
