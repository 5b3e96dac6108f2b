import PodctlCore

/// Tables that a repeatable file makes only where they are not there yet: `CREATE TABLE IF NOT EXISTS` says nothing of
/// one that is there and has other columns.
public struct MasterTables {
  private let file: MigrationFile
  private let ledger: MigrationLedger

  public init(_ file: MigrationFile, ledger: MigrationLedger) {
    self.file = file
    self.ledger = ledger
  }

  /// In words, how a column of such a table is not as the file says; nil where all are. The tables are laid aside, the
  /// file is run, and all of it is rolled back. Nil too where the file cannot run without them.
  public func difference(in database: Database) throws -> String? {
    let dialect = database.driver.dialect
    var tables: [Table] = []
    var reader = try file.reader(dialect)
    while let statement = try reader.next() {
      if let table = Table(statement) { tables.append(table) }
    }
    guard !tables.isEmpty else { return nil }
    if let text = dialect.foreignKeys(false) { _ = try database.driver.execute(text, []) }
    defer { if let text = dialect.foreignKeys(true) { _ = try? database.driver.execute(text, []) } }
    do {
      try database.write { tx in
        let before = try columns(in: tx, of: tables)
        for text in tables.flatMap({ dialect.layingAside($0.name, quoted: $0.quoted) }) {
          _ = try database.driver.execute(text, [])
        }
        let script = try MigrationScript(file, dialect)
        guard script.header.isTransactional else { throw Found(nil) }
        try script.forEach(dialect) { _, statement in try database.driver.perform(statement) }
        throw Found(MasterTables.told(before, try columns(in: tx, of: tables)))
      }
    } catch let found as Found {
      return found.difference
    } catch is PodctlError {
      return nil
    }
    return nil
  }

  /// What was found, thrown so that the transaction is rolled back.
  private struct Found: Error {
    let difference: String?
    init(_ difference: String?) { self.difference = difference }
  }

  private struct Table {
    let name: String
    /// As the statement names it, with its schema.
    let quoted: String

    /// Nil for any statement that is no `CREATE TABLE IF NOT EXISTS`.
    init?(_ statement: ScriptStatement) {
      guard statement.says("CREATE", "TABLE", "IF", "NOT", "EXISTS"), let first = statement.name(at: 5) else {
        return nil
      }
      let isQualified = statement.isMark(".", at: 6)
      guard let name = isQualified ? statement.name(at: 7) : first else { return nil }
      self.name = name
      quoted = statement.tokens[5...(isQualified ? 7 : 5)].map(statement.text(of:)).joined()
    }
  }

  private func columns(in tx: Transaction, of tables: [Table]) throws -> [SchemaObject] {
    let names = Set(tables.map(\.name))
    return try SchemaCatalog(tx, without: ledger.tables).snapshot().objects.filter {
      $0.kind == .column && names.contains($0.parent)
    }
  }

  private static func told(_ found: [SchemaObject], _ wanted: [SchemaObject]) -> String? {
    let engine = SchemaSnapshot(engine: "", found)
    guard
      let first = SchemaDifference.between(wanted: SchemaSnapshot(engine: "", wanted), found: engine).first
    else { return nil }
    let table = first.object.parent
    return "CREATE TABLE IF NOT EXISTS leaves \(table) as it was: \(first.description)"
  }
}

extension Dialect {
  /// Puts a table, with its indexes, out of the way of another of its name.
  fileprivate func layingAside(_ name: String, quoted: String) -> [String] {
    switch self {
    case .sqlite: ["ALTER TABLE \(quoted) RENAME TO podctl_laid_aside_\(name.filter { $0.isLetter || $0.isNumber })"]
    case .postgres:
      ["CREATE SCHEMA IF NOT EXISTS podctl_laid_aside", "ALTER TABLE \(quoted) SET SCHEMA podctl_laid_aside"]
    }
  }
}
