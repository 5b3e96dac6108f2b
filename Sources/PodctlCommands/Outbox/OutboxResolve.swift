import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Settles by hand what podctl cannot settle.
struct OutboxResolve: PodctlCommand {
  static let example =
    "podctl outbox resolve --tenant harbour-network payer/kettle-and-crane-5fdbebce60d9 --retry --yes"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Resolve a failed or unknown effect, after checking at the service.",
    discussion: """
      --retry has the next run look again, and send again under a new key where nothing is found. What is done stays \
      done.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var effect: EffectArgument
  @Option(help: ArgumentHelp("Mark as done, with its id at the service.", valueName: "id"))
  var done: String?
  @Flag(help: "Mark as failed: it did not happen and is given up.")
  var failed = false
  @Flag(help: "Plan it again, for the next run to look and send.")
  var retry = false
  @OptionGroup var yes: YesOption

  func validate() throws {
    guard [done != nil, failed, retry].count(where: { $0 }) == 1 else {
      throw ValidationError("give exactly one of --done ID, --failed and --retry")
    }
  }

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    var effect = try database.read(for: tenant.id) { tx in try self.effect.find(in: tx, of: tenant) }
    let verdict: Effect.Verdict = done.map { .done(remoteID: $0) } ?? (failed ? .failed : .retry)
    guard try context.confirm("Settle \(effect.name), which is \(effect.state.rawValue)?", yes) else { return }
    // Nobody else may be at work on it meanwhile.
    try context.holdingLease(of: tenant, choice: .fail, time: context.outboxTime(seconds: 60)) { lease in
      try database.write(for: tenant.id) { tx in
        try LeaseStore(tx).hold(lease, now: context.now)
        effect = try self.effect.find(in: tx, of: tenant)
        guard effect.resolve(verdict, at: context.now) else {
          throw PodctlError(
            .transitionRefused, "\(effect.name) is \(effect.state.rawValue) already",
            hint: effect.state == .cancelled
              ? "a report that was taken back is made and sent anew after report approve"
              : "what is done is undone by another effect only")
        }
        try OutboxStore(tx).save(effect)
      }
    }
    try context.console.emit(
      OutboxListing.effects(at: context.now, schema: "podctl.outbox.resolve/1"), one: effect, output)
    context.console.success("\(effect.name) is \(effect.state.rawValue) now")
  }
}
