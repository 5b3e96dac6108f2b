import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlRender

extension PodcastMeasure {
  /// Counts by several rules, side by side.
  func compare(_ counter: DownloadCounter, _ sources: [LogSource], in context: CommandContext) throws {
    try requireFiles(sources, "--compare")
    let limit = counter.rules.volumeLimit
    let rules = try comparing.rules()?.map { $0.limited(to: limit) }
    let comparison = try RulesComparison(counter, rules: rules, sources)
    let claim = CountingClaim(CountingRules(.iab, volumeLimit: limit))
    for warning in comparison.warnings { context.console.warn(warning) }
    let meta: [FieldValue.Entry] = [
      .init("rules", .text(claim.standing)), .init("volume_limit", .integer(limit)),
      .init("zone", .text(counter.zone.identifier)),
      .init("lists", .text(counter.lists.sha256)),
    ]
    if reasons {
      try context.console.emit(RulesComparisonListing.reasons(comparison), comparison.reasons, output, meta: meta)
    } else {
      try context.console.emit(RulesComparisonListing.downloads(comparison), comparison.rows, output, meta: meta)
    }
    RulesComparisonListing.tell(comparison, in: context.console)
    context.console.note(claim.line)
  }

  /// Puts the count beside a host's; throws `counts_differ` where an episode lies outside of the tolerance.
  func compare(
    _ counter: DownloadCounter, _ sources: [LogSource], against path: String, in context: CommandContext
  ) throws {
    try requireFiles(sources, "--against")
    let host = try HostNumbers(path, episodes: counter.catalogue.episodes)
    for row in host.rejects { context.console.warn("row \(row.line) of \(path) is left out: \(row.reason)") }
    guard !host.downloads.isEmpty else {
      throw PodctlError(
        .rowsRejected, "\(path) has no row that can be compared", hint: "name episodes as the episodes file does",
        context: [.init("file", path)])
    }
    let tolerance = comparing.permille ?? 50
    let comparison = try HostComparison(counter, sources, host: host, tolerance: tolerance)
    for warning in comparison.count.warnings { context.console.warn(warning) }
    try context.console.emit(
      HostComparisonListing.listing, comparison.rows, output,
      meta: [
        .init("rules", .text(CountingClaim(counter.rules).standing)), .init("counted_by", .text(counter.rules.name)),
        .init("zone", .text(counter.zone.identifier)), .init("lists", .text(counter.lists.sha256)),
        .init("tolerance_percent", .decimal(units: tolerance, digits: 1)),
        .init("days", .integer(host.days?.count)), .init("readings", .integer(comparison.readings)),
      ])
    context.console.note(CountingClaim(counter.rules).line)
    let outside = comparison.rows.filter { $0.verdict == .outside }
    guard let worst = outside.max(by: { ($0.gap?.distance ?? 0) < ($1.gap?.distance ?? 0) }) else { return }
    throw PodctlError(
      .countsDiffer,
      "\(outside.count) of \(comparison.rows.count { $0.theirs != nil }) episodes differ by more than"
        + " \(FixedPoint.plain(tolerance, digits: 1)) %",
      hint: worst.explanation.map {
        "\(worst.episode) has \(worst.ours) and the host \(worst.theirs ?? 0); \($0.name) it has \($0.gap.ours)"
      } ?? "nothing that was tried comes closer to the host's \(worst.theirs ?? 0) of \(worst.episode)",
      context: [.init("outside", String(outside.count))])
  }

  private func requireFiles(_ sources: [LogSource], _ option: String) throws(PodctlError) {
    guard !sources.contains(.standardInput) else {
      throw PodctlError(
        .usage, "standard input can be read only once, and \(option) reads logs several times",
        hint: "name the logs as files")
    }
  }
}
