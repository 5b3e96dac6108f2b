import PodctlCore
import PodctlStore
import PodctlTestSupport

/// A database of a test's own with runners over texts as files.
struct MigrationTrial: @unchecked Sendable {
  let test: TestDatabase
  var ledger = MigrationLedger.ofFolder

  init(_ kind: TestDatabase.Kind) throws { test = try TestDatabase(kind, migrated: false) }

  func open() throws -> Database {
    try Database.open(test.url, for: .migrating, searchPath: .connection, now: { FixedTime.now })
  }

  func runner(_ texts: KeyValuePairs<String, String>) throws -> MigrationRunner {
    try MigrationRunner(
      open(), ledger: ledger, files: texts.map { try MigrationFile(fileName: $0.key, bytes: Array($0.value.utf8)) },
      now: { FixedTime.now }, by: MigrationAgent(version: "9.9.9", runner: "test:1"), reopen: open)
  }

  func up(_ texts: KeyValuePairs<String, String>, _ rules: MigrationRules = MigrationRules()) throws -> [String] {
    try runner(texts).up(rules).map(\.label)
  }

  /// The first value of a query, as a number.
  func number(_ query: String) throws -> Int64? {
    let row = try open().driver.execute("SELECT (\(query)) AS n", []).rows.first
    return try row?["n"]
  }

  func run(_ text: String) throws { try open().driver.script(text) }

  static func error(_ body: () throws -> Void) -> PodctlError? {
    do { try body() } catch { return error as? PodctlError }
    return nil
  }
}
