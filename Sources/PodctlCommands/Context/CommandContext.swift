import PodctlCore
import PodctlRender
import PodctlStore

/// What a command's body may touch: settings, clock, ids, streams, and the database, opened when first asked for.
final class CommandContext {
  let environment: Environment
  let settings: Settings
  let console: Console
  private var openDatabase: Database?

  init(environment: Environment, settings: Settings, console: Console) {
    self.environment = environment
    self.settings = settings
    self.console = console
  }

  var now: Instant { environment.now() }
  var ids: any IdentifierSource { environment.ids }

  /// The address of the database that the settings name. Only the default file's folder is made where it is missing.
  func databaseURL() throws -> DatabaseURL {
    let url = try DatabaseURL(settings.databaseURL.value)
    guard settings.databaseURL.origin == .standard else { return url }
    return .defaultFile(String(settings.databaseURL.value.dropFirst("sqlite:".count)))
  }

  /// The database that the settings name; the first call opens it and checks its schema.
  func database() throws -> Database {
    if let openDatabase { return openDatabase }
    let database = try Database.open(databaseURL(), now: environment.now)
    openDatabase = database
    return database
  }
}
