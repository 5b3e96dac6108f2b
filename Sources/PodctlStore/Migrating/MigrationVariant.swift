import PodctlCore

/// The kinds of database that a file may be for: `0007_facts.timescaledb.sql`.
public enum MigrationVariant: String, Sendable, CaseIterable {
  case sqlite
  case postgres
  case timescaledb
  case citus

  public var dialect: Dialect { self == .sqlite ? .sqlite : .postgres }

  /// The database without an extension.
  init(plain dialect: Dialect) { self = dialect == .sqlite ? .sqlite : .postgres }

  /// What a database takes, the best first; nil is the file without a variant.
  var accepted: [MigrationVariant?] {
    switch self {
    case .sqlite: [.sqlite, nil]
    case .postgres: [.postgres, nil]
    case .timescaledb: [.timescaledb, .postgres, nil]
    case .citus: [.citus, .postgres, nil]
    }
  }

  /// What the extensions make of a PostgreSQL server. Both in one database give wrong answers, and are refused.
  static func of(_ dialect: Dialect, extensions: [String]) throws(PodctlError) -> MigrationVariant {
    guard dialect == .postgres else { return .sqlite }
    let found = [MigrationVariant.timescaledb, .citus].filter { extensions.contains($0.rawValue) }
    guard found.count < 2 else {
      throw PodctlError(
        .migrationVariant, "this database has both the extension timescaledb and citus",
        hint: "joins between their tables silently lose rows; keep one of them")
    }
    return found.first ?? .postgres
  }

  /// The files for this database, versioned ones in the order of their versions and then repeatable ones by name; of one
  /// step with variants, the best that it accepts. Throws `migration_duplicate` where a version names two steps.
  public func chosen(_ files: [MigrationFile]) throws(PodctlError) -> [MigrationFile] {
    var steps: [String: [MigrationFile]] = [:]
    for file in files.sorted(by: { $0.fileName < $1.fileName }) {
      let key = file.kind == .versioned ? "\(file.version)" : "R \(file.name)"
      let others = steps[key] ?? []
      if let other = others.first(where: { $0.variant == file.variant || $0.name != file.name }) {
        throw PodctlError(
          .migrationDuplicate,
          file.kind == .versioned
            ? "version \(file.version) names both \(other.fileName) and \(file.fileName)"
            : "\(other.fileName) and \(file.fileName) are one step",
          hint: "give one of them the next free number",
          context: [.init("version", "\(file.version)"), .init("file", file.fileName)])
      }
      steps[key] = others + [file]
    }
    return steps.values.compactMap { variants in
      accepted.lazy.compactMap { wanted in variants.first { $0.variant == wanted } }.first
    }.sorted { $0.order < $1.order }
  }
}

extension MigrationFile {
  /// Versioned before repeatable, by number, then by name.
  var order: MigrationOrder {
    MigrationOrder(isRepeatable: kind == .repeatable, version: version, name: name)
  }

  /// The files that are for a database without extensions. Throws `migration_duplicate`.
  public static func chosen(_ files: [MigrationFile], for dialect: Dialect) throws(PodctlError) -> [MigrationFile] {
    try MigrationVariant(plain: dialect).chosen(files)
  }
}

/// The order in which steps run.
struct MigrationOrder: Comparable {
  let isRepeatable: Bool
  let version: Int64
  let name: String

  static func < (left: MigrationOrder, right: MigrationOrder) -> Bool {
    if left.isRepeatable != right.isRepeatable { return right.isRepeatable }
    return left.version == right.version ? left.name < right.name : left.version < right.version
  }
}
