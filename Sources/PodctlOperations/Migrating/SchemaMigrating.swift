import PodctlCore
import PodctlStore

/// The verbs of `podctl migrate` over one database and one source of files.
public struct SchemaMigrating {
  private let url: DatabaseURL
  private let source: MigrationSource
  private let now: () -> Instant

  /// `now` stamps what is applied and measures how long it took.
  public init(_ url: DatabaseURL, from source: MigrationSource, now: @escaping () -> Instant) {
    self.url = url
    self.source = source
    self.now = now
  }

  /// Every step with its state. The files are read first, so that a wrong folder touches no database.
  public func history() throws -> [Migration] {
    try runner(for: .inspecting).history()
  }

  /// Applies what is pending, handing on each step as it is done, and gives what this run applied.
  public func up(applied: (Migration) -> Void = { _ in }) throws -> [Migration] {
    try runner(for: .migrating).up(applied: applied)
  }

  private func runner(for purpose: Database.Purpose) throws -> MigrationRunner {
    let files = try source.files()
    _ = try MigrationFile.chosen(files, for: url.dialect)
    let database = try Database.open(url, for: purpose, searchPath: source.searchPath, now: now)
    return try MigrationRunner(database, ledger: source.ledger, files: files, now: now)
  }
}
