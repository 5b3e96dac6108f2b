import PodctlCore

/// An error as it is told: to people in a few lines, to machines in one.
public enum ErrorText {
  /// `error:`, then after a blank line `hint:` with the commands that help, and `code:`.
  public static func human(_ error: PodctlError, hasColor: Bool) -> String {
    var text = Ink.red.on("error:", if: hasColor) + " " + cleaned(error.message) + "\n\n"
    var help = error.hint.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
    help += error.commands
    for (index, line) in help.enumerated() {
      text += (index == 0 ? Ink.cyan.on("hint:", if: hasColor) : "     ") + " " + FieldValue.singleLine(line) + "\n"
    }
    return text + "code: " + error.code.rawValue + "\n"
  }

  /// A text in its own lines, without other control characters: the name of a file must not move a terminal's cursor.
  public static func cleaned(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { FieldValue.singleLine(String($0)) }
      .joined(separator: "\n")
  }

  /// One line of JSON with every fact, `null` where there is none.
  public static func json(_ error: PodctlError) -> String {
    JSONText.object([
      .init(
        "error",
        .object([
          .init("code", .text(error.code.rawValue)), .init("message", .text(error.message)),
          .init("hint", .text(error.hint)), .init("commands", .list(error.commands.map { .text($0) })),
          .init("exit", .integer(Int64(error.exit.rawValue))),
          .init("context", .object(error.context.map { .init($0.name, .text($0.value)) })),
        ]))
    ]) + "\n"
  }
}
