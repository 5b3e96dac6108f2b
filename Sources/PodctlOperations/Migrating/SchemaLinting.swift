import PodctlCore
import PodctlStore

/// Lints migration files, without a database.
public struct SchemaLinting {
  /// Every file that is looked at, as findings call it.
  public var files: [String] { inputs.map(\.name) }
  private let inputs: [SchemaLinter.Input]
  private let variants: [MigrationVariant]

  /// podctl's own files, or those of a folder and its folder `schema`; without variants, for PostgreSQL and every kind
  /// of database that a file's name says. Throws `file_not_found` or `file_unreadable`.
  public init(_ source: MigrationSource, for variants: [MigrationVariant] = []) throws {
    self.variants = variants
    inputs =
      switch source {
      case .embedded: SchemaLinter.Input.embedded
      case .folder(let path, _): try source.fileNames().map { SchemaLinter.Input(folder: path, fileName: $0) }
      }
  }

  /// These files, in the order given, which is the order in which they run.
  public init(_ paths: [String], for variants: [MigrationVariant] = []) {
    self.variants = variants
    inputs = paths.map { SchemaLinter.Input(path: $0) }
  }

  /// Every finding, in the order of the files and of their places.
  public func findings() throws -> [LintFinding] { try SchemaLinter(variants).findings(inputs) }
}
