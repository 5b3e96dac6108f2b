import ArgumentParser
import PodctlCore
import PodctlStore

/// Completes slugs from the database. A shell waits for it: it only looks, and says nothing where anything is wrong.
enum SlugCompletion {
  static let tenants = CompletionKind.custom { words, _, prefix in
    matching(prefix, in: words) { database in
      try database.read { tx in try TenantStore(tx).all(withArchived: false).map(\.slug.text) }
    }
  }

  private static func matching(
    _ prefix: String, in words: [String], _ list: (Database) throws -> [String]
  ) -> [String] {
    do {
      guard let environment = try? Environment.live(), let settings = try settings(words) else { return [] }
      let database = try Database.open(settings.address(), for: .inspecting, now: environment.now)
      database.driver.limit(statements: .seconds(1))
      return try list(database).filter { $0.hasPrefix(prefix) }
    } catch {
      return []
    }
  }

  private static func settings(_ words: [String]) throws -> Settings? {
    var flags: [String] = []
    for name in ["--database", "--config", "--profile"] {
      if let value = OptionWords.value(of: name, in: words) { flags += [name, value] }
    }
    return try Settings.resolve(GlobalOptions.parse(flags), Environment.live())
  }
}
