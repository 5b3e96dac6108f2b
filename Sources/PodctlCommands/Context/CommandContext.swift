import PodctlCore
import PodctlRender
import PodctlStore

/// What a command's body may touch: settings, clock, ids, streams, and the database, opened when first asked for.
final class CommandContext {
  let environment: Environment
  let settings: Settings
  let console: Console

  init(environment: Environment, settings: Settings, console: Console) {
    self.environment = environment
    self.settings = settings
    self.console = console
  }

  var now: Instant { environment.now() }
  var ids: any IdentifierSource { environment.ids }
}
