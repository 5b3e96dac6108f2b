import PodctlCore
import PodctlRender
import PodctlStore

/// What a command's body may touch: settings, clock, ids, streams, and the database, opened when first asked for.
final class CommandContext {
  let environment: Environment
  let settings: Settings
  let console: Console
  /// Writes the run down once the database is open; nil for a command that only reads.
  var recorder: RunRecorder?
  private var openDatabase: Database?

  init(environment: Environment, settings: Settings, console: Console, recorder: RunRecorder? = nil) {
    self.environment = environment
    self.settings = settings
    self.console = console
    self.recorder = recorder
  }

  var now: Instant { environment.now() }
  var ids: any IdentifierSource { environment.ids }

  /// The database that the settings name; the first call opens it and checks its schema.
  func database() throws -> Database {
    if let openDatabase { return openDatabase }
    let database = try database(for: .work)
    openDatabase = database
    try recorder?.begin(in: database, environment)
    return database
  }

  /// When all has been said: a command that has changed many rows leaves a database behind whose plans fit them.
  func gatherStatistics() { openDatabase?.gatherStatistics() }

  /// A connection of its own for looking at the schema or changing it; no run is recorded on it.
  func database(for purpose: Database.Purpose) throws -> Database {
    try Database.open(settings.address(), for: purpose, now: environment.now)
  }
}

extension Settings {
  /// The address of the database; the default file's folder may be made, that of a file named by hand may not.
  func address() throws(PodctlError) -> DatabaseURL {
    let url = databaseURL.value
    return databaseURL.origin == .standard ? .defaultFile(String(url.dropFirst("sqlite:".count))) : try DatabaseURL(url)
  }
}
