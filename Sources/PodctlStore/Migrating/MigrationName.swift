import PodctlCore

/// What a file's name says.
struct MigrationName {
  let kind: Migration.Kind
  let version: Int64
  let name: String
  let variant: MigrationVariant?

  /// Throws `migration_name_invalid`.
  init(_ fileName: String) throws(PodctlError) {
    let isInFolder = fileName.hasPrefix("schema/")
    let parts = fileName.dropFirst(isInFolder ? 7 : 0).split(separator: ".", omittingEmptySubsequences: false)
    variant = parts.count == 3 ? MigrationVariant(rawValue: String(parts[1])) : nil
    guard parts.count == 2 || variant != nil, parts.last == "sql" else { throw MigrationName.fault(fileName) }
    let stem = parts[0]
    if isInFolder || stem.hasPrefix("R_") {
      let rest = isInFolder ? stem : stem.dropFirst(2)
      guard MigrationName.isName(rest) else { throw MigrationName.fault(fileName) }
      kind = .repeatable
      version = 0
      name = isInFolder ? "schema/\(rest)" : String(rest)
      return
    }
    let words = stem.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, (4...18).contains(words[0].utf8.count),
      words[0].utf8.allSatisfy({ (48...57).contains($0) }), let version = Int64(words[0]), version > 0,
      MigrationName.isName(words[1])
    else { throw MigrationName.fault(fileName) }
    kind = .versioned
    self.version = version
    name = String(words[1])
  }

  static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45
      }
  }

  private static func fault(_ fileName: String) -> PodctlError {
    PodctlError(
      .migrationNameInvalid, "\"\(fileName)\" is not a migration's name",
      hint: "name it 0007_what_it_does.sql, or R_what_it_makes.sql to run again whenever it was changed; "
        + ".postgres, .sqlite, .timescaledb or .citus before .sql is for one kind of database",
      context: [.init("file", fileName)])
  }
}
