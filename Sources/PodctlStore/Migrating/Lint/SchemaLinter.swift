import Migrations
import PodctlCore

/// Holds migration files against the rules, without a database: in their order, so that a later file's tables are known
/// from the earlier ones.
public struct SchemaLinter {
  private let dialect: Dialect

  public init(_ dialect: Dialect) { self.dialect = dialect }

  /// A rule as a document lists it.
  public struct RuleCard: Sendable {
    public let id: String
    public let name: String
    public let level: LintLevel
    public let why: String
    public let fix: String
  }

  public static var rules: [RuleCard] {
    LintRule.all.map { RuleCard(id: $0.id, name: $0.name, level: $0.level, why: $0.why, fix: $0.fix) }
  }

  /// One file to look at.
  public struct Input {
    public let name: String
    let open: () throws -> ScriptSource

    /// podctl's own files, every database's variants among them.
    public static var embedded: [Input] { EmbeddedMigrations.files.map { Input(name: $0.name, bytes: $0.text) } }

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      open = { ScriptSource(bytes) }
    }

    /// Throws `file_not_found` or `file_unreadable` when it is read.
    public init(name: String, path: String) {
      self.name = name
      open = { try ScriptSource(file: path) }
    }

    /// `postgres` of `0007_facts.postgres.sql`; nil where the name says none.
    var variant: String? {
      let parts = name.split(separator: "/").last?.split(separator: ".") ?? []
      return parts.count == 3 ? String(parts[1]) : nil
    }
  }

  /// Every finding, in the order of the files and places. Throws where a file cannot be read at all.
  public func findings(_ inputs: [Input]) throws -> [LintFinding] {
    let rules = LintRule.all.filter { $0.dialect == nil || $0.dialect == dialect }
    var scope = LintScope(dialect)
    var findings: [LintFinding] = []
    for input in inputs { findings += try look(at: input, rules, &scope) }
    return findings
  }

  private func look(at input: Input, _ rules: [LintRule], _ scope: inout LintScope) throws -> [LintFinding] {
    let (statements, header, refusals) = try read(input)
    scope.begin(input.name, variant: input.variant, header)
    let wanted = rules.filter { !header.allowed.contains($0.id) && !header.allowed.contains($0.name) }
    var found: [LintFinding] = []
    for statement in statements {
      let linted = LintedStatement(statement)
      for rule in wanted {
        for spot in rule.check(linted, scope) {
          let place = statement.place(atByte: statement.tokens[spot.token].start)
          found.append(finding(rule, input, place, spot.subject))
        }
      }
      scope.learn(from: linted)
    }
    for rule in wanted {
      for spot in rule.atEnd(scope) { found.append(finding(rule, input, spot.place, spot.subject)) }
    }
    // What a file left open was said at its end; it is not the next file's.
    for name in scope.tables.keys where !(scope.tables[name]?.isForced ?? true) { scope.tables[name]?.isForced = true }
    if let rule = wanted.first(where: { $0.id == "P118" }) {
      found += refusals.map { finding(rule, input, $0.place, $0.message) }
    }
    return found.sorted { ($0.line, $0.column, $0.rule) < ($1.line, $1.column, $1.rule) }
  }

  private func finding(_ rule: LintRule, _ input: Input, _ place: ScriptPlace, _ subject: String?) -> LintFinding {
    LintFinding(
      file: input.name, line: place.line, column: place.column, rule: rule.id, name: rule.name, level: rule.level,
      message: subject.map { "\($0): \(rule.why)" } ?? rule.why, hint: rule.fix)
  }

  private struct Refusal {
    let place: ScriptPlace
    let message: String
  }

  /// The statements that go forward, and what the reader refuses. It goes on behind a refused statement, so that one
  /// run shows all.
  private func read(_ input: Input) throws -> ([ScriptStatement], LintHeader, [Refusal]) {
    var reader = ScriptReader(try input.open(), dialect)
    var statements: [ScriptStatement] = []
    var refusals: [Refusal] = []
    var header = LintHeader()
    reading: while true {
      do {
        guard let statement = try reader.next() else { break }
        for note in statement.notes {
          // What stands behind it undoes the file, and is run by hand.
          if note.text == "down" { break reading }
          header.take(note)
        }
        statements.append(statement)
        if case .alterTable(_, let actions) = StatementShape(statement) {
          for action in actions { if case .renameTable(let name) = action.kind { header.renamed.insert(name) } }
        }
      } catch let error as PodctlError where error.code == .migrationInvalid {
        let place = ScriptPlace(error)
        // The same place twice: the reader stands before what it cannot take, and would stand there for ever.
        guard refusals.last?.place != place else { break }
        refusals.append(Refusal(place: place, message: error.message))
      }
    }
    for note in reader.trailingNotes { header.take(note) }
    header.statementCount = statements.count
    return (statements, header, refusals)
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
