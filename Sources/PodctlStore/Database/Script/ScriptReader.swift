import PodctlCore

/// Reads the statements of a script one after another, in memory for one statement at a time.
///
/// It cuts where psql and the sqlite3 shell cut: at a semicolon outside quotes, comments, parentheses, the body of a
/// routine (`BEGIN ATOMIC … END`) and, on SQLite, of a trigger. What neither database but only its shell understands is
/// refused with its place: see `ScriptFault`.
public struct ScriptReader {
  let dialect: Dialect
  var window: ScriptWindow
  var tokens: [ScriptToken] = []
  private var notes: [ScriptNote] = []
  private var statementStart: Int?
  private var nesting = ScriptNesting()
  /// Whether something else than blanks and comments stands before on the same line.
  private var isLineBegun = false
  private var isBehindForeignUp = false
  /// The first comment with which another tool's section begins that undoes the file; nil where there is none so far.
  public private(set) var foreignDown: ForeignDown?

  public init(_ source: ScriptSource, _ dialect: Dialect) {
    self.dialect = dialect
    window = ScriptWindow(source)
  }

  /// Every statement of a text that is in memory.
  public static func statements(of text: String, _ dialect: Dialect) throws -> [ScriptStatement] {
    var reader = ScriptReader(ScriptSource(text), dialect)
    var statements: [ScriptStatement] = []
    while let statement = try reader.next() { statements.append(statement) }
    return statements
  }

  /// The notes behind the last statement read; at the end of the script, those that no statement follows.
  public var trailingNotes: [ScriptNote] { notes }

  /// The next statement; nil at the end of the script. Throws `migration_invalid`.
  public mutating func next() throws -> ScriptStatement? {
    begin()
    while let byte = try window.current() {
      if try skipBlank(byte) { continue }
      if byte == UInt8(ascii: "#"), try skipEvolution() { continue }
      isLineBegun = true
      if byte == UInt8(ascii: ";"), nesting.endsStatement() {
        window.index += 1
        if let statement = try finish(before: window.index - 1) { return statement }
        begin()
        continue
      }
      if statementStart == nil { statementStart = window.index }
      try refuseShell(byte)
      let start = window.index
      let kind = try takeToken(byte)
      let base = statementStart ?? start
      tokens.append(ScriptToken(kind: kind, start: start - base, end: window.index - base))
      try follow(kind, start..<window.index)
    }
    if nesting.isOpen, let statementStart {
      throw ScriptFault.unclosed("a parenthesis or a body of this statement", window.place(of: statementStart))
    }
    return try finish(before: window.index)
  }

  private mutating func begin() {
    tokens.removeAll(keepingCapacity: true)
    statementStart = nil
    nesting = ScriptNesting()
    window.forget(before: window.index)
  }

  private mutating func finish(before end: Int) throws -> ScriptStatement? {
    guard let start = statementStart, let last = tokens.last else { return nil }
    let bytes = window.bytes(in: start..<start + last.end)
    guard String(validating: bytes, as: UTF8.self) != nil else { throw ScriptFault.notText(window.place(of: start)) }
    let statement = ScriptStatement(bytes: bytes, tokens: tokens, place: window.place(of: start), notes: notes)
    notes = []
    try ScriptFault.check(statement, dialect)
    return statement
  }

  /// Blanks and comments; true when there was one.
  private mutating func skipBlank(_ byte: UInt8) throws -> Bool {
    if byte == 0x20 || (0x09...0x0D).contains(byte) {
      window.index += 1
      if byte == 0x0A { isLineBegun = false }
      if statementStart == nil { window.forgetWhenLong() }
      return true
    }
    let isComment = try skipComment(byte)
    if isComment, statementStart == nil { window.forgetWhenLong() }
    return isComment
  }

  /// `-- …` to the end of its line, or a comment in marks, which nests on PostgreSQL.
  mutating func skipComment(_ byte: UInt8) throws -> Bool {
    let next = try window.byte(1)
    if byte == UInt8(ascii: "-"), next == UInt8(ascii: "-") {
      let start = window.index
      while let byte = try window.current(), byte != 0x0A { window.index += 1 }
      let comment = window.bytes(in: start..<window.index)
      if let note = ScriptReader.note(comment) {
        notes.append(ScriptNote(text: note, place: window.place(of: start)))
      } else if !isLineBegun {
        _ = takeForeign(comment, start)
      }
      return true
    }
    guard byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") else { return false }
    let start = window.index
    var depth = 1
    window.index += 2
    while depth > 0 {
      guard let byte = try window.current() else {
        // SQLite lets the end of the text close a comment.
        if dialect == .sqlite { break }
        throw ScriptFault.unclosed("a comment", window.place(of: start))
      }
      let next = try window.byte(1)
      if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        depth -= 1
        window.index += 2
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*"), dialect == .postgres {
        depth += 1
        window.index += 2
      } else {
        window.index += 1
      }
    }
    return true
  }

  /// Takes note of a line's comment where another tool's section begins with it. A mark is never long.
  private mutating func takeForeign(_ comment: [UInt8], _ start: Int) -> Bool {
    guard foreignDown == nil, comment.count <= 200, ForeignDown.mayBeMark(comment) else { return false }
    if ForeignDown.isUp(comment) { isBehindForeignUp = true }
    guard
      let owner = ForeignDown.owner(
        of: comment, isBetweenStatements: statementStart == nil, isBehindUp: isBehindForeignUp)
    else { return false }
    let text = String(decoding: comment, as: UTF8.self).trimmedOfBlanks
    foreignDown = ForeignDown(text: text, owner: owner, place: window.place(of: start))
    return true
  }

  /// A line `# --- !Downs` of Play, which neither database takes for a comment; false for any other.
  private mutating func skipEvolution() throws -> Bool {
    guard !isLineBegun, foreignDown == nil else { return false }
    var length = 0
    while length <= 200, let byte = try window.byte(length), byte != 0x0A { length += 1 }
    guard takeForeign(window.bytes(in: window.index..<window.index + length), window.index) else { return false }
    window.index += length
    return true
  }

  /// The section of another tool in which the statement stands, or a part of it.
  public func foreignDown(around statement: ScriptStatement) -> ForeignDown? {
    guard let foreignDown, foreignDown.place < statement.place(atByte: statement.bytes.count) else { return nil }
    return foreignDown
  }

  private static func note(_ comment: [UInt8]) -> String? {
    let text = comment.dropFirst(2).drop { $0 == 0x20 || $0 == 0x09 }
    guard text.starts(with: Array("podctl:".utf8)) else { return nil }
    return String(decoding: text.dropFirst(7), as: UTF8.self).trimmedOfBlanks
  }

  /// What a shell would take for itself, and a database never sees.
  private func refuseShell(_ byte: UInt8) throws {
    let isDot = byte == UInt8(ascii: ".") && tokens.isEmpty && dialect == .sqlite
    if byte == UInt8(ascii: "\\") || isDot {
      throw ScriptFault.shellCommand(window.word(from: window.index), at: window.place(of: window.index))
    }
    if byte == 0 { throw ScriptFault.zeroByte(window.place(of: window.index)) }
  }

  private mutating func follow(_ kind: ScriptToken.Kind, _ range: Range<Int>) throws {
    switch kind {
    case .word where range.count <= 10:
      nesting.follow(word: String(decoding: window.bytes(in: range), as: UTF8.self).uppercased(), dialect)
    case .mark: nesting.follow(mark: window.bytes(in: range)[0])
    default: nesting.followOther()
    }
  }
}

extension String {
  /// Without spaces and tabs at either end.
  var trimmedOfBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
