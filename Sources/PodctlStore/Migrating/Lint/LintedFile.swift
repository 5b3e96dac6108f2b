import PodctlCore

/// A file read through once: its statements as the rules look at them, and what it says of itself.
struct LintedFile {
  let statements: [LintedStatement]
  let header: MigrationHeader
  let allowances: [LintAllowance]
  /// What the runner refuses before anything runs.
  let refusals: [Refusal]
  /// Names that a table gets in this file: the second half of SQLite's way to change a table.
  let renamed: Set<String>
  /// Views, functions, policies and constraints that it makes: one that it drops as well is replaced, not lost.
  let made: Set<LintedObject>

  struct Refusal: Equatable {
    /// The rule that says it.
    let rule: String
    let place: ScriptPlace
    let message: String
  }

  /// Reads a file for one database. It goes on behind what the runner refuses, so that one run shows all. Throws where
  /// the file cannot be read at all.
  init(_ source: ScriptSource, _ dialect: Dialect) throws {
    var reader = ScriptReader(source, dialect)
    var statements: [LintedStatement] = []
    var header = MigrationHeader()
    var allowances: [LintAllowance] = []
    var refusals: [Refusal] = []
    func take(_ note: ScriptNote, before statement: ScriptStatement?) {
      do {
        try header.take(note)
      } catch {
        refusals.append(Refusal(rule: "S149", place: note.place, message: error.hint ?? error.message))
      }
      allowances += LintAllowance.all(in: note, before: statements.isEmpty ? nil : statement)
    }
    reading: while true {
      do {
        guard let statement = try reader.next() else {
          for note in reader.trailingNotes { take(note, before: nil) }
          break
        }
        for note in statement.notes {
          // What stands behind it undoes the file, and is run by hand.
          if note.text == "down" { break reading }
          take(note, before: statement)
        }
        if let down = reader.foreignDown(around: statement), !refusals.contains(where: { $0.place == down.place }) {
          refusals.append(Refusal(rule: "S157", place: down.place, message: "\(down.owner) \(down.text)"))
        }
        statements.append(LintedStatement(statement))
      } catch let error as PodctlError where error.code == .migrationInvalid {
        let refusal = Refusal(rule: "P118", place: ScriptPlace(error), message: error.message)
        // The same place twice: the reader stands before what it cannot take, and would stand there for ever.
        guard refusals.last != refusal else { break }
        refusals.append(refusal)
      }
    }
    self.statements = statements
    self.header = header
    self.allowances = allowances
    self.refusals = refusals
    renamed = Set(statements.flatMap(\.newTableNames))
    made = Set(statements.flatMap(\.madeObjects))
  }
}

/// `-- podctl: allow=S104 -- why`: a rule that does not hold for a file, or for one statement.
struct LintAllowance {
  /// As it is written, an id or a name.
  let rule: String
  let place: ScriptPlace
  /// From where to where it holds; nil for the whole file.
  let range: ClosedRange<ScriptPlace>?
  let saysWhy: Bool

  /// What a note allows in the statement, without one in the file.
  static func all(in note: ScriptNote, before statement: ScriptStatement?) -> [LintAllowance] {
    let parts = note.text.split(separator: " -- ", maxSplits: 1)
    let saysWhy = parts.count == 2 && !parts[1].allSatisfy { $0 == " " }
    let range = statement.map { $0.place...max($0.place, $0.place(atByte: $0.bytes.count)) }
    return (parts.first ?? "").split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "|" })
      .filter { $0.hasPrefix("allow=") }
      .flatMap { $0.dropFirst(6).split(separator: ",") }
      .map { LintAllowance(rule: String($0), place: note.place, range: range, saysWhy: saysWhy) }
  }

  func covers(_ finding: LintFinding) -> Bool {
    (rule == finding.rule || rule == finding.name)
      && (range?.contains(ScriptPlace(line: finding.line, column: finding.column)) ?? true)
  }
}

extension ScriptPlace {
  /// The place that an error of the reader names.
  fileprivate init(_ error: PodctlError) {
    func number(_ name: String) -> Int {
      error.context.first { $0.name == name }.flatMap { Int($0.value) } ?? 1
    }
    self.init(line: number("line"), column: number("column"))
  }
}
