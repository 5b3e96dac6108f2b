import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Gives a tenant a new secret for the days to come.
struct TenantRotateSecret: PodctlCommand {
  static let example = "podctl tenant rotate-secret harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "rotate-secret",
    abstract: "Hash listeners with a new secret from a day on; earlier days keep the old one.",
    discussion: """
      Listeners and households are stored as hashes under the secret of their day. The old secret stays beside the new \
      one, for late lines of its days and for attribution windows that reach back to them; --drop-expired removes it \
      once neither can. A listener before and after the change is two keys: an audience over both is an upper bound, \
      and a rolling window that is open at that midnight is cut there.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("The tenant.", valueName: "slug"))
  var slug: String
  @Option(help: ArgumentHelp("The first day of the new secret; the default is tomorrow.", valueName: "day"))
  var from: String?
  @Flag(help: "Remove old secrets that no window or late line can reach, instead of rotating.")
  var dropExpired = false
  @Flag(help: "Rotate even if a window may reach over two rotations; credits before the first are lost.")
  var breaksWindows = false

  func validate() throws {
    if dropExpired, from != nil || breaksWindows { throw ValidationError("--drop-expired stands alone") }
  }

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try TenantStore.find(slug: slug, in: database)
    if dropExpired { return try drop(tenant, database, context) }
    let outcome = try SecretRotation.rotate(
      tenant, from: try from.map { try Day(typed: $0, for: "--from") }, breaksWindows: breaksWindows, in: database,
      secrets: context.secrets, seed: context.environment["PODCTL_ID_SEED"], now: context.now)
    try emit(outcome.spans, context)
    guard outcome.hasChanged else {
      return context.console.note("the new secret of \(slug) begins on \(outcome.firstDay) already: nothing changed")
    }
    context.recorder?.summary = "a new secret from \(outcome.firstDay)"
    context.console.note("keep a copy of \(outcome.path), beside that of the secret before")
    if tenant.counting.window != .calendar {
      context.console.note("rolling windows that are open at the start of \(outcome.firstDay) are cut there")
    }
    context.console.success(
      "listeners of \(slug) are keyed by a new secret from \(outcome.firstDay) on",
      next: ["podctl tenant rotate-secret \(slug) --drop-expired"])
  }

  private func drop(_ tenant: Tenant, _ database: Database, _ context: CommandContext) throws {
    let dropped = try SecretRotation.dropExpired(
      tenant, in: database, secrets: context.secrets, now: context.now)
    let spans = try database.read(for: tenant.id) { tx in SecretSpan.ordered(try SecretStore(tx).spans(), of: tenant) }
    try emit(spans, context)
    for path in dropped.flatMap(\.leftFiles) { context.console.warn("remove \(path) by hand: podctl may not") }
    context.recorder?.summary = "dropped \(dropped.count) secrets"
    guard !dropped.isEmpty else { return context.console.note("no secret has expired: nothing changed") }
    context.console.success("\(dropped.count) \(dropped.count == 1 ? "secret was" : "secrets were") dropped")
  }

  private func emit(_ spans: [SecretSpan], _ context: CommandContext) throws {
    let items = spans.enumerated().map { index, span in
      Shown(span: span, lastDay: index + 1 < spans.count ? spans[index + 1].firstDay?.advanced(by: -1) : nil)
    }
    try context.console.emit(Self.listing, items, output)
  }

  private struct Shown: Sendable {
    var span: SecretSpan
    var lastDay: Day?
  }

  private static let listing = Listing<Shown>(
    schema: "podctl.tenant.secrets/1",
    [
      Column("fingerprint", "Fingerprint") { .text($0.span.fingerprint) },
      Column("first_day", "First day") { .day($0.span.firstDay) },
      Column("last_day", "Last day") { .day($0.lastDay) },
      Column("dropped_at", "Dropped") { .instant($0.span.droppedAt) },
    ])
}
