import PodctlCore

/// One rule of lint: what it is called, why it is there, what to do instead, and how it is found.
struct LintRule: Sendable {
  /// Where a rule is broken, and by what.
  struct Spot {
    let token: Int
    let subject: String?

    init(_ token: Int, _ subject: String? = nil) {
      self.token = token
      self.subject = subject
    }
  }

  /// What a rule says of a file as a whole.
  struct FileSpot {
    let place: ScriptPlace
    let subject: String
  }

  /// `S…` is safety, `P…` the platform. An id is never given again.
  let id: String
  let name: String
  let level: LintLevel
  /// The one database that it is for; nil for both.
  let dialect: Dialect?
  let why: String
  let fix: String
  let check: @Sendable (LintedStatement, LintScope) -> [Spot]
  /// Asked once behind a file's last statement.
  let atEnd: @Sendable (LintScope) -> [FileSpot]

  init(
    _ id: String, _ name: String, _ level: LintLevel, on dialect: Dialect? = .postgres, why: String, fix: String,
    atEnd: @escaping @Sendable (LintScope) -> [FileSpot] = { _ in [] },
    _ check: @escaping @Sendable (LintedStatement, LintScope) -> [Spot]
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.dialect = dialect
    self.why = why
    self.fix = fix
    self.check = check
    self.atEnd = atEnd
  }

  /// Every rule, in the order of the ids.
  static let all: [LintRule] =
    [
      safetyOfColumns, safetyOfConstraints, safetyOfIndexes, safetyOfObjects, safetyOfPrograms, safetyOfTypes,
      safetyOfData,
      safetyOfFiles, platformKeys, platformPolicies, platformEngines,
    ].flatMap(\.self).sorted { (left: LintRule, right: LintRule) -> Bool in left.id < right.id }

  static let byID: [String: LintRule] = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// By its id or its name.
  static func named(_ text: String) -> LintRule? { byID[text] ?? all.first { $0.name == text } }

  /// Each action of ALTER TABLE on a table that others may be using.
  static func actions(
    _ linted: LintedStatement, _ scope: LintScope, _ body: (AlterAction, String) -> Spot?
  ) -> [Spot] {
    guard case .alterTable(let table, let actions) = linted.shape, scope.isInUse(table.name) else { return [] }
    return actions.compactMap { body($0, table.name) }
  }

  /// Each column that a statement makes, in a new table or an old one.
  static func columns(_ linted: LintedStatement, _ body: (ColumnShape, String) -> Spot?) -> [Spot] {
    switch linted.shape {
    case .createTable(let table): return table.columns.compactMap { body($0, table.name.name) }
    case .alterTable(let table, let actions):
      return actions.compactMap {
        guard case .addColumn(let column) = $0.kind else { return nil }
        return body(column, table.name)
      }
    default: return []
    }
  }

  /// Each constraint that a statement makes, those written behind a column among them.
  static func constraints(_ linted: LintedStatement, _ body: (ConstraintShape, String) -> Spot?) -> [Spot] {
    switch linted.shape {
    case .createTable(let table):
      return (table.constraints + table.columns.compactMap(\.reference)).compactMap { body($0, table.name.name) }
    case .alterTable(let table, let actions):
      return actions.compactMap {
        switch $0.kind {
        case .addConstraint(let constraint): body(constraint, table.name)
        case .addColumn(let column): column.reference.flatMap { body($0, table.name) }
        default: nil
        }
      }
    default: return []
    }
  }
}

extension SchemaLinter {
  /// A rule as a document lists it.
  public struct RuleCard: Sendable {
    public let id: String
    public let name: String
    public let level: LintLevel
    /// The one database that it is for; nil for both.
    public let dialect: Dialect?
    public let why: String
    public let fix: String
  }

  /// Every rule, in the order of the ids.
  public static var rules: [RuleCard] {
    LintRule.all.map {
      RuleCard(id: $0.id, name: $0.name, level: $0.level, dialect: $0.dialect, why: $0.why, fix: $0.fix)
    }
  }
}
