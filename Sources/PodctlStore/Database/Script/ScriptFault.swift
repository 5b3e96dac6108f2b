import PodctlCore

/// What a script may not hold, each with its place and the way out. All are `migration_invalid`.
enum ScriptFault {
  static func unclosed(_ what: String, _ place: ScriptPlace) -> PodctlError {
    error("\(what) is opened and never closed", place, hint: "close it; a quote within a literal is doubled")
  }

  static func zeroByte(_ place: ScriptPlace) -> PodctlError {
    error("there is a zero byte", place, hint: "remove it; no database takes one in SQL")
  }

  static func notText(_ place: ScriptPlace) -> PodctlError {
    error("the statement is not UTF-8", place, hint: "save the file as UTF-8")
  }

  static func shellCommand(_ word: String, at place: ScriptPlace) -> PodctlError {
    let hint =
      switch word {
      case "\\restrict", "\\unrestrict":
        "pg_dump writes this line for psql; take out \\restrict and \\unrestrict, or dump with an option that leaves them away"
      case "\\connect", "\\c":
        "a migration stays on its own database; take the line out, and name another with --database"
      case "\\copy", "\\.": "write the rows as INSERT statements, or load them with psql beside the migration"
      case "\\i", "\\ir", "\\include": "put the other file's statements here, or give it a number of its own"
      default: "only a shell understands it; say it in SQL, or take it out"
      }
    return error("\(word) is a command of \(word.hasPrefix(".") ? "sqlite3" : "psql"), not SQL", place, hint: hint)
  }

  static func foreignDown(_ down: ForeignDown) -> PodctlError {
    error(
      "\"\(down.text)\" begins \(down.owner) section down, which undoes the file, and podctl would run it with the rest",
      down.place,
      hint: "write -- podctl: down in its place, which migrate down alone runs, or take the section out of the file; "
        + "where it begins no such section, word the comment otherwise")
  }

  /// What would end the file's transaction, or wait for data that a file cannot give.
  static func check(_ statement: ScriptStatement, _ dialect: Dialect) throws(PodctlError) {
    if endsTransaction(statement) {
      throw error(
        "\(statement.words.prefix(2).joined(separator: " ")) would end the transaction that makes the file whole or nothing",
        statement.place,
        hint: "take it out of the file: podctl opens and commits the transaction itself, and -- podctl: "
          + "transaction=none runs the file without one")
    }
    guard dialect == .postgres, statement.says("COPY"), let direction = copyDirection(statement) else { return }
    throw error(
      "COPY … \(direction) needs a client that \(direction.hasPrefix("FROM") ? "sends" : "takes") its rows",
      statement.place, hint: "write the rows as INSERT statements, or load them with psql beside the migration")
  }

  private static func endsTransaction(_ statement: ScriptStatement) -> Bool {
    let words = statement.words
    let second = words.dropFirst().first
    switch words.first {
    case "BEGIN", "COMMIT", "END", "ABORT": return true
    case "START", "PREPARE": return second == "TRANSACTION"
    case "ROLLBACK": return !words.contains("TO")
    default: return false
    }
  }

  /// `FROM STDIN` or `TO STDOUT`, outside parentheses.
  private static func copyDirection(_ statement: ScriptStatement) -> String? {
    var depth = 0
    for index in statement.tokens.indices {
      if statement.isMark("(", at: index) { depth += 1 }
      if statement.isMark(")", at: index) { depth -= 1 }
      guard depth == 0 else { continue }
      if statement.says("FROM", "STDIN", at: index) { return "FROM STDIN" }
      if statement.says("TO", "STDOUT", at: index) { return "TO STDOUT" }
    }
    return nil
  }

  private static func error(_ message: String, _ place: ScriptPlace, hint: String) -> PodctlError {
    PodctlError(
      .migrationInvalid, "\(place): \(message)", hint: hint,
      context: [.init("line", "\(place.line)"), .init("column", "\(place.column)")])
  }
}
