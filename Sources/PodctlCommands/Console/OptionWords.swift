import PodctlRender

/// Reads an option from the bare words: how an error is told must be known even where the words are wrong.
enum OptionWords {
  /// The last value of `--name value` or `--name=value` before `--`.
  static func value(of name: String, in words: [String]) -> String? {
    var value: String?
    var previous = ""
    for word in words.prefix(while: { $0 != "--" }) {
      if previous == name {
        value = word
      } else if word.hasPrefix(name + "=") {
        value = String(word.dropFirst(name.count + 1))
      }
      previous = word
    }
    return value
  }

  /// Whether errors are told in JSON: the chosen format is one that scripts rely on.
  static func wantsJSON(_ words: [String]) -> Bool {
    if words.prefix(while: { $0 != "--" }).contains("--json") { return true }
    return value(of: "--format", in: words).flatMap { OutputFormat(rawValue: $0) }?.isMachine ?? false
  }
}
