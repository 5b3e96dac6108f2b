import PodctlCore

/// What a branch does to the files that its base has already, and that may have run anywhere.
public struct MigrationBranch {
  /// New files, and repeatable ones that were changed, in the order in which they run.
  public let touched: [MigrationFile]
  /// Repeatable files that are gone: what they made stays in databases.
  public let dropped: [MigrationFile]
  /// What `up` would refuse in a database that has the base's files: `migration_changed`, `migration_missing` and
  /// `migration_out_of_order`, each once whatever kinds of database it holds for.
  public let faults: [PodctlError]

  /// Files of this version and later are taken to have run nowhere yet. Both sides hold every variant. Throws
  /// `migration_duplicate`, and `migration_invalid` where a changed file cannot be read.
  public init(base: [MigrationFile], head: [MigrationFile], editableFrom: Int64? = nil) throws {
    let known = Dictionary(base.map { ($0.fileName, $0) }, uniquingKeysWith: { first, _ in first })
    touched = head.filter { known[$0.fileName]?.checksum != $0.checksum }.sorted {
      ($0.order, $0.fileName) < ($1.order, $1.fileName)
    }
    let names = Set(head.map(\.fileName))
    dropped = base.filter { $0.kind == .repeatable && !names.contains($0.fileName) }
    var faults: [PodctlError] = []
    for variant in MigrationVariant.allCases {
      let was = try variant.chosen(base).filter { $0.kind == .versioned }
      let now = try variant.chosen(head).filter { $0.kind == .versioned }
      for fault in try MigrationBranch.faults(was, now, variant, editableFrom) where !faults.contains(fault) {
        faults.append(fault)
      }
    }
    self.faults = faults
  }

  private static func faults(
    _ was: [MigrationFile], _ now: [MigrationFile], _ variant: MigrationVariant, _ editableFrom: Int64?
  ) throws -> [PodctlError] {
    let byVersion = Dictionary(now.map { ($0.version, $0) }, uniquingKeysWith: { first, _ in first })
    let settled = was.filter { file in editableFrom.map { file.version < $0 } ?? true }
    var faults: [PodctlError] = []
    for old in settled {
      guard let new = byVersion[old.version], new.name == old.name else {
        faults.append(missing(old, now))
        continue
      }
      guard new.checksum != old.checksum else { continue }
      faults.append(
        new.fileName == old.fileName ? try changed(old, new, variant.dialect) : replaced(old, new, variant))
    }
    guard let newest = settled.last else { return faults }
    let versions = Set(was.map(\.version))
    for late in now where late.version < newest.version && !versions.contains(late.version) {
      faults.append(
        PodctlError(
          .migrationOutOfOrder, "\(late.fileName) is new, and the base has \(newest.fileName), which comes after it",
          hint: "give it the next free number: where the base has run, it would be refused",
          context: [.init("file", late.fileName), .init("newest", "\(newest.version)")]))
    }
    return faults
  }

  private static func missing(_ old: MigrationFile, _ now: [MigrationFile]) -> PodctlError {
    let renamed = now.first { $0.checksum == old.checksum || $0.version == old.version }
    return PodctlError(
      .migrationMissing,
      "the base has \(old.fileName), and it is \(renamed.map { "called \($0.fileName) now" } ?? "gone")",
      hint: "put it back as it was; history is only added to",
      context: [.init("file", renamed?.fileName ?? old.fileName)])
  }

  private static func changed(_ old: MigrationFile, _ new: MigrationFile, _ dialect: Dialect) throws -> PodctlError {
    let change = try MigrationChange(new, applied: old.checksum, kept: old.source(), dialect)
    var message = "\(new.fileName) was changed, and the base has it already"
    var hint = "put it back as it was, and make the change in a new file"
    if change.isCosmetic {
      message += ": only comments, blanks or the case of words differ"
    } else if let statement = change.statement {
      message += ": statement \(statement.number) (line \(statement.line)) is another"
      hint += "\n" + change.difference.joined(separator: "\n")
    }
    return PodctlError(
      .migrationChanged, message, hint: hint,
      context: [.init("file", new.fileName), .init("line", "\(change.statement?.line ?? 1)")])
  }

  private static func replaced(_ old: MigrationFile, _ new: MigrationFile, _ variant: MigrationVariant) -> PodctlError {
    PodctlError(
      .migrationChanged,
      "on \(variant.rawValue) \(new.fileName) takes the place of \(old.fileName), which the base has already",
      hint: "leave the variants of a step as they are, and make the change in a new file",
      context: [.init("file", new.fileName)])
  }
}
