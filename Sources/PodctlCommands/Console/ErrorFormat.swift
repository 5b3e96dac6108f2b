import PodctlRender

/// How an error is told: the words decide, since it may be the words that are wrong.
enum ErrorFormat {
  static func isJSON(_ words: [String]) -> Bool {
    var chosen = OutputFormat.table
    var previous = ""
    for word in words.prefix(while: { $0 != "--" }) {
      if word == "--json" { return true }
      let value = previous == "--format" ? word : word.hasPrefix("--format=") ? String(word.dropFirst(9)) : nil
      if let value { chosen = OutputFormat(rawValue: value) ?? .table }
      previous = word
    }
    return chosen.isMachine
  }
}
