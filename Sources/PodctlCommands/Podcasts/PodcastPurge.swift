import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Days as they are typed: `400d`.
struct DayCount: ExpressibleByArgument {
  var days: Int

  init?(argument: String) {
    let digits = argument.hasSuffix("d") ? String(argument.dropLast()) : argument
    guard let days = Int(digits), days > 0, days <= 36_500 else { return nil }
    self.days = days
  }
}

/// Forgets old days' listeners.
struct PodcastPurge: PodctlCommand {
  static let example = "podctl podcast purge --tenant harbour-network --older-than 400d --dry-run"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Delete listener keys of old days and keep their counts.",
    discussion: """
      Removes the keyed hashes of listeners and households of days older than --older-than. Downloads by day and \
      episode, lines by reason, and listeners by day, week and month, with app, device and country, stay. Days that \
      still take late lines are left, and so is what an attribution window needs. It may be stopped at any moment and \
      run again.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("Purge days older than this many days, such as 400d.", valueName: "400d"))
  var olderThan: DayCount
  @Flag(help: "Show what would be purged, and change nothing.")
  var dryRun = false
  @Flag(help: "Purge days even if an attribution window may still reach them.")
  var breaksWindows = false
  @OptionGroup var yes: YesOption

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(owner)
    let plan = try database.read(for: tenant.id) { tx in
      try ListenerPurge.plan(
        tx, tenant: tenant, olderThan: olderThan.days, breaksWindows: breaksWindows, now: context.now)
    }
    try context.console.emit(
      Self.listing, plan.days, output, meta: [.init("before", .day(plan.cutoff))],
      empty: "no day before \(plan.cutoff) has listeners to forget")
    if let first = plan.open.first {
      context.console.note(
        "\(plan.open.count) old days still take late lines and are left, \(first.day) the first of them")
    }
    guard !plan.days.isEmpty else { return }
    let summary =
      "\(plan.days.count) days before \(plan.cutoff): \(FixedPoint.grouped(plan.downloads)) downloads and"
      + " \(FixedPoint.grouped(plan.unfinished)) unfinished ones lose their listeners"
    if dryRun { return context.console.note("a dry run; \(summary)") }
    context.console.note(summary + "; what was counted stays")
    guard try context.confirm("Forget them? This cannot be undone.", yes) else {
      return context.console.note("nothing was changed")
    }
    let progress = context.console.beginProgress()
    try ListenerPurge.apply(plan, tenant: tenant, in: database, now: context.now) { day in
      progress.update("forgetting the listeners of \(day)")
    }
    context.console.endProgress()
    context.recorder?.summary = summary
    context.console.success(
      "the listeners of \(plan.days.count) days are forgotten",
      next: ["podctl podcast audience --tenant \(tenant.slug) --by month"])
  }

  private static let listing = Listing<PurgeStore.KeyedDay>(
    schema: "podctl.podcast.purge/1",
    [
      Column("day", "Day") { .day($0.day) },
      Column("downloads", "Downloads", .trailing) { .integer($0.downloads) },
      Column("unfinished", "Unfinished", .trailing) { .integer($0.unfinished) },
      Column("first_ingested_at", "First ingested", inTable: false) { .instant($0.firstIngestedAt) },
      Column("closed_at", "Closed", inTable: false) { .instant($0.closedAt) },
      Column("purged_at", "Purged", inTable: false) { .instant($0.purgedAt) },
    ])
}
