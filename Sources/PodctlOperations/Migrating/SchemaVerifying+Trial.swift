import PodctlCore
import PodctlStore

extension SchemaVerifying {
  /// One database of a check's own.
  struct Trial {
    let shadow: ShadowDatabase
    let source: MigrationSource
    let now: () -> Instant

    var url: DatabaseURL { shadow.url }

    func open() throws -> Database {
      try Database.open(url, for: .migrating, searchPath: source.searchPath, now: now)
    }

    func runner(_ files: [MigrationFile]) throws -> MigrationRunner {
      try MigrationRunner(
        open(), ledger: source.ledger, files: files, now: now, by: .init(version: "", runner: "verify"), reopen: open)
    }

    @discardableResult
    func up(_ files: [MigrationFile], to version: Int64? = nil) throws -> [Migration] {
      var rules = MigrationRules()
      rules.to = version
      return try runner(files).up(rules)
    }

    func snapshot() throws -> SchemaSnapshot {
      try open().read { tx in try SchemaCatalog(tx, without: source.ledger.tables).snapshot() }
    }
  }

  /// The first of the differences, in words; nil where there is none.
  static func difference(wanted: SchemaSnapshot, found: SchemaSnapshot) -> String? {
    let all = SchemaDifference.between(wanted: wanted, found: found)
    guard let first = all.first else { return nil }
    return first.description + (all.count > 1 ? ", and \(all.count - 1) more" : "")
  }
}
