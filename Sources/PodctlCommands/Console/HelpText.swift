import ArgumentParser

/// The help of a command, with the example that each leaf must have, and the topics that belong to no command.
enum HelpText {
  /// ArgumentParser's text with the leaf's example below.
  static func completed(_ text: String, for words: [String]) -> String {
    let asked = words.first == "help" ? Array(words.dropFirst()) : words
    guard let leaf = CommandTree.walk(asked).command as? any PodctlCommand.Type, text.contains("USAGE:"),
      !text.contains(leaf.example)
    else { return text }
    return text + "\n\nEXAMPLE:\n  \(leaf.example)"
  }

  /// `podctl help TOPIC`; nil when the words ask for no topic.
  static func topic(_ words: [String]) -> String? {
    guard words.count == 2, words[0] == "help" else { return nil }
    return HelpTopic(rawValue: words[1])?.text
  }
}
