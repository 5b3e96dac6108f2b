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

  /// The database that the settings name; the first call opens it and checks its schema.
  func database() throws -> Database {
    if let openDatabase { return openDatabase }
    let database = try Database.open(settings.database)
    openDatabase = database
    return database
  }

  /// The tenant that `--tenant`, `PODCTL_TENANT` or the profile names; an unknown one gets a suggestion.
  func tenant(_ option: TenantOption) throws -> Tenant {
    guard let slug = option.tenant ?? settings.tenant else {
      throw PodctlError(
        .usage, "no tenant was named", hint: "name one with --tenant SLUG or PODCTL_TENANT",
        commands: ["podctl tenant list"])
    }
    return try TenantStore.find(slug: slug, in: database())
  }
}
