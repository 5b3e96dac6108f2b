/// What is known of a table from the statements before.
struct TableFacts {
  var columns: [String] = []
  /// What it is partitioned by, natively or as a hypertable; empty for a plain table.
  var timeColumns: [String] = []
  var isNativelyPartitioned = false
  var isHypertable = false
  var isCompressed = false
  var isDistributed = false
  /// Where row-level security was switched on.
  var rowSecurity: ScriptPlace?
  var isForced = false
  /// Tables that its foreign keys name.
  var references: Set<String> = []
  /// Columns that a valid CHECK keeps from being null, and by constraint those of one that is not valid yet.
  var notNull: Set<String> = []
  var notNullUnproven: [String: String] = [:]
  /// The register of tenants itself has the tenant alone as its key.
  var isRegister = false

  /// It belongs to tenants.
  var hasTenant: Bool { columns.contains(LintScope.tenantColumn) && !isRegister }
  /// What grows with the telemetry.
  var isTelemetry: Bool { !timeColumns.isEmpty }
}

/// What is known where a statement stands: its file, and the tables that this and earlier files made.
struct LintScope {
  static let tenantColumn = "tenant_id"

  let dialect: Dialect
  /// False under `-- podctl: transaction=none`.
  var isTransactional = true
  var requiredExtensions: [String] = []
  var variant: MigrationVariant?
  var statementCount = 0
  var tables: [String: TableFacts] = [:]
  /// Nobody else can use or lock what this file has only just made.
  var madeHere: Set<String> = []
  /// Tables that others use and that this file has locked for itself by ALTER TABLE.
  var alteredHere: Set<String> = []
  /// Names that a table gets in this file: the second half of SQLite's way to change a table.
  var renamedHere: Set<String> = []
  /// What this file makes, before or behind the statement.
  var objectsOfFile: Set<LintedObject> = []
  /// Constraints that this file added NOT VALID.
  var notValidHere: Set<String> = []
  var isSequential = false

  init(_ dialect: Dialect) { self.dialect = dialect }

  /// Whether others may be using a table while the file runs.
  func isInUse(_ table: String) -> Bool { !madeHere.contains(table) }

  func isTenants(_ table: String) -> Bool { tables[table]?.hasTenant ?? false }

  mutating func begin(_ input: SchemaLinter.Input, _ file: LintedFile) {
    variant = input.variant
    isTransactional = file.header.isTransactional
    requiredExtensions = file.header.requiredExtensions
    statementCount = file.statements.count
    renamedHere = file.renamed
    objectsOfFile = file.made
    madeHere = []
    alteredHere = []
    notValidHere = []
    isSequential = false
  }

  /// What a file left open was said at its end; it is not the next file's.
  mutating func end() {
    for name in tables.keys where !(tables[name]?.isForced ?? true) { tables[name]?.isForced = true }
  }

  /// Learns from a statement, after the rules have looked at it.
  mutating func learn(from linted: LintedStatement) {
    switch linted.shape {
    case .createTable(let table): learn(table)
    case .alterTable(let name, let actions):
      if isInUse(name.name) { alteredHere.insert(name.name) }
      for action in actions { learn(action, of: name.name, linted.statement) }
    case .createIndex: break
    case .other: learnOther(linted)
    }
  }

  private mutating func learn(_ table: TableShape) {
    let name = table.name.name
    madeHere.insert(name)
    guard !table.isPartition, !(table.ifNotExists && tables[name] != nil) else { return }
    var facts = TableFacts()
    facts.columns = table.columns.map(\.name)
    facts.timeColumns = table.partitionColumns ?? []
    facts.isNativelyPartitioned = table.partitionColumns != nil
    let keys =
      table.constraints.filter { $0.kind == .primaryKey }.map(\.columns)
      + table.columns.filter(\.isPrimaryKey).map { [$0.name] }
    facts.isRegister = keys == [[LintScope.tenantColumn]]
    facts.references = Set(
      (table.constraints + table.columns.compactMap(\.reference)).compactMap { $0.target?.name })
    tables[name] = facts
  }

  private mutating func learn(_ action: AlterAction, of table: String, _ statement: ScriptStatement) {
    switch action.kind {
    case .addColumn(let column): tables[table]?.columns.append(column.name)
    case .dropColumn(let column): tables[table]?.columns.removeAll { $0 == column }
    case .rowSecurity(let enabled): tables[table, default: .init()].rowSecurity = enabled ? statement.place : nil
    case .forceRowSecurity(let isForced): tables[table, default: .init()].isForced = isForced
    case .renameTable(let name):
      tables[name] = tables.removeValue(forKey: table)
      if madeHere.remove(table) != nil { madeHere.insert(name) }
    case .addConstraint(let constraint):
      if constraint.isNotValid, let name = constraint.name { notValidHere.insert(name) }
      if let column = constraint.columnThatIsNotNull(in: statement) {
        if !constraint.isNotValid { tables[table, default: .init()].notNull.insert(column) }
        tables[table, default: .init()].notNullUnproven[constraint.name ?? ""] = column
      }
      if let target = constraint.target { tables[table]?.references.insert(target.name) }
    case .validate(let name):
      if let column = tables[table]?.notNullUnproven[name] { tables[table]?.notNull.insert(column) }
    case .set(let options):
      if options.contains("timescaledb"), options.contains("compress") || options.contains("columnstore") {
        tables[table, default: .init()].isCompressed = true
      }
    default: break
    }
  }

  private mutating func learnOther(_ linted: LintedStatement) {
    if linted.begins("CREATE", "MATERIALIZED", "VIEW"), let view = linted.object(of: "CREATE") {
      madeHere.insert(view.name)
    }
    if linted.begins("DROP", "TABLE"), let name = linted.name(behind: 1) { tables[name.name] = nil }
    if linted.begins("SET"), linted.position(of: "MULTI_SHARD_MODIFY_MODE") != nil { isSequential = true }
    for call in linted.calls["create_hypertable"] ?? [] {
      guard let table = linted.tableArgument(at: call) else { continue }
      let arguments = linted.arguments(at: call).dropFirst()
      tables[table, default: .init()].isHypertable = true
      tables[table, default: .init()].timeColumns = arguments.first.flatMap(linted.literal).map { [$0] } ?? []
    }
    for name in ["create_distributed_table", "create_reference_table"] {
      for call in linted.calls[name] ?? [] {
        if let table = linted.tableArgument(at: call) { tables[table, default: .init()].isDistributed = true }
      }
    }
  }
}
