/// How deep a statement's reading stands in what hides a semicolon: parentheses (`CREATE RULE … DO (a; b)`), a routine's
/// `BEGIN ATOMIC … END`, and on SQLite a trigger's `BEGIN … END`.
struct ScriptNesting {
  private enum Body { case none, routine, trigger }

  private var leading: [String] = []
  private var hasSeenOther = false
  private var body = Body.none
  private var parentheses = 0
  private var depth = 0
  private var previousWord = ""
  /// A trigger ends with an END behind a semicolon, and only there: the END of a CASE never stands so.
  private var isBehindSemicolon = false
  private var trigger = Trigger.outside

  private enum Trigger { case outside, inside, ended }

  var isOpen: Bool { parentheses > 0 || depth > 0 || trigger == .inside }

  /// Whether this semicolon ends the statement; takes note of it where it does not.
  mutating func endsStatement() -> Bool {
    if body == .trigger, trigger != .ended {
      isBehindSemicolon = true
      return false
    }
    previousWord = ""
    return parentheses == 0 && depth == 0
  }

  mutating func follow(word: String, _ dialect: Dialect) {
    defer {
      previousWord = word
      isBehindSemicolon = false
    }
    if leading.count < 5, !hasSeenOther {
      leading.append(word)
      body = kind(dialect)
    }
    switch (body, word) {
    case (.routine, "ATOMIC") where previousWord == "BEGIN" && depth == 0 && parentheses == 0: depth = 1
    case (.routine, "BEGIN"), (.routine, "CASE"): if depth > 0, parentheses == 0 { depth += 1 }
    case (.routine, "END"): if depth > 0, parentheses == 0 { depth -= 1 }
    case (.trigger, "BEGIN") where trigger == .outside: trigger = .inside
    case (.trigger, "END") where isBehindSemicolon: trigger = .ended
    default: break
    }
  }

  mutating func follow(mark: UInt8) {
    if mark == UInt8(ascii: ";") { return }
    followOther()
    if mark == UInt8(ascii: "(") { parentheses += 1 }
    if mark == UInt8(ascii: ")") { parentheses = max(0, parentheses - 1) }
  }

  mutating func followOther() {
    hasSeenOther = true
    previousWord = ""
    isBehindSemicolon = false
  }

  private func kind(_ dialect: Dialect) -> Body {
    guard leading.first == "CREATE" else { return .none }
    let rest = leading.dropFirst().filter { !["OR", "REPLACE", "TEMP", "TEMPORARY"].contains($0) }
    switch (dialect, rest.first) {
    case (.postgres, "FUNCTION"?), (.postgres, "PROCEDURE"?): return .routine
    case (.sqlite, "TRIGGER"?): return .trigger
    default: return .none
    }
  }
}
