import PodctlCore
import PodctlStore

extension SchemaMigrating {
  /// Takes the steps up to a version as applied without running them; without a version, podctl's own history begins
  /// empty and a folder's with all its files. Throws `history_exists`.
  public func baseline(at version: Int64?, _ rules: MigrationRules) throws -> [Migration] {
    let newest = try source.isOwn ? 0 : source.files().filter { $0.kind == .versioned }.map(\.version).max() ?? 0
    return try runner(for: .migrating).baseline(at: version ?? newest, rules)
  }

  /// Takes into the ledger how applied files look now; see `MigrationRunner.repair`.
  public func repair(accepting label: String?, _ rules: MigrationRules) throws -> [Migration] {
    try runner(for: .migrating).repair(accepting: label, rules)
  }

  /// The newest applied step, with whether it can be undone.
  public func newest() throws -> (step: Migration, hasDown: Bool)? { try runner(for: .inspecting).newest() }

  /// Undoes the newest applied step by its own section down.
  public func down(_ label: String, _ rules: MigrationRules) throws -> Migration {
    try runner(for: .migrating).down(label, rules)
  }
}

extension MigrationSource {
  fileprivate var isOwn: Bool { if case .embedded = self { true } else { false } }

  /// The name of the next file of a folder; throws `migration_name_invalid`, or `usage` for podctl's own files.
  public func nextName(_ words: String, variant: MigrationVariant?) throws -> String {
    let files = try files()
    let newest = files.filter { $0.kind == .versioned }.map(\.version).max() ?? 0
    let variants = variant.map { ".\($0.rawValue)" } ?? ""
    let name = "\(Migration.padded(newest + 1))_\(words)\(variants).sql"
    _ = try MigrationFile(fileName: name, bytes: [])
    return name
  }
}
