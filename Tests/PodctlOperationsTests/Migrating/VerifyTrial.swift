import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport

/// A folder of migrations that is verified beside a database of a test's own.
struct VerifyTrial {
  let test: TestDatabase
  let folder: TemporaryFolder

  init(_ kind: TestDatabase.Kind, _ files: KeyValuePairs<String, String>) throws {
    test = try TestDatabase(kind, migrated: false)
    folder = try VerifyTrial.folder(files)
  }

  static func folder(_ files: KeyValuePairs<String, String>) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  func checks(
    base: KeyValuePairs<String, String>? = nil, shadow: DatabaseURL? = nil, skip: Set<SchemaCheck.Name> = []
  ) throws -> [SchemaCheck.Name: SchemaCheck] {
    // Files are read when they are run, so the folder must last as long.
    let baseFolder = try base.map { try VerifyTrial.folder($0) }
    defer { withExtendedLifetime(baseFolder) {} }
    let files = try baseFolder.map { try MigrationSource.folder($0.path).files() }
    var verifying = try SchemaVerifying(
      beside: test.url, from: .folder(folder.path), base: files, shadow: shadow, ids: CountingIdentifiers(),
      now: { FixedTime.now })
    verifying.skipped = skip
    let checks = try verifying.checks()
    return Dictionary(uniqueKeysWithValues: checks.map { ($0.name, $0) })
  }
}
