import Foundation
import PodctlCore
import PodctlStore

/// Lints migration files, without a database.
public struct SchemaLinting {
  /// Every file that was looked at.
  public let files: [String]
  private let inputs: [SchemaLinter.Input]

  /// podctl's own files, or those of a folder and its folder `schema`. Throws `file_not_found`.
  public init(_ source: MigrationSource) throws {
    switch source {
    case .embedded:
      self.init(SchemaLinter.Input.embedded.map { ($0.name, $0) })
    case .folder(let path):
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        throw PodctlError(.fileNotFound, "there is no folder \"\(path)\"", hint: "name the folder of the .sql files")
      }
      let repeatable = ((try? FileManager.default.contentsOfDirectory(atPath: path + "/schema")) ?? []).map {
        "schema/\($0)"
      }
      let found = (names.sorted() + repeatable.sorted()).filter { $0.hasSuffix(".sql") }
      self.init(found.map { "\(path)/\($0)" })
    }
  }

  /// These files, in the order given, which is the order in which they run.
  public init(_ paths: [String]) {
    self.init(paths.map { ($0, .init(name: $0, path: $0)) })
  }

  private init(_ named: [(String, SchemaLinter.Input)]) {
    files = named.map(\.0)
    inputs = named.map(\.1)
  }

  /// Every finding of at least this level. A file for SQLite is read as SQLite reads it, with the files for every
  /// database before it; all others as PostgreSQL does, whose rules are the stricter ones.
  public func findings(from level: LintLevel = .note) throws -> [LintFinding] {
    let isForSQLite = { (name: String) in name.hasSuffix(".sqlite.sql") }
    var findings = try SchemaLinter(.postgres).findings(
      zip(files, inputs).filter { !isForSQLite($0.0) }.map(\.1))
    if files.contains(where: isForSQLite) {
      let others = [".postgres.sql", ".timescaledb.sql", ".citus.sql"]
      let taken = zip(files, inputs).filter { file, _ in !others.contains { file.hasSuffix($0) } }.map(\.1)
      findings += try SchemaLinter(.sqlite).findings(taken).filter { isForSQLite($0.file) }
    }
    let order = Dictionary(files.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return findings.filter { $0.level >= level }.sorted {
      (order[$0.file] ?? 0, $0.line, $0.column, $0.rule) < (order[$1.file] ?? 0, $1.line, $1.column, $1.rule)
    }
  }
}
