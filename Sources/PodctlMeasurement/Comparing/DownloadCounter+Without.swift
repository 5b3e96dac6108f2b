import PodctlCore

extension DownloadCounter {
  /// The same without one of its rules, to see what the rule does.
  public func without(_ reason: LineReason) -> DownloadCounter {
    var changed = DownloadCounter(
      reason == .threshold ? catalogue.withoutThresholds() : catalogue, lists: lists, rules: rules, zone: zone,
      threads: threads)
    changed.formats = formats
    changed.formatsOfSome = formatsOfSome
    changed.ignored = ignored.union([reason])
    return changed
  }

  /// The same by other rules or in another zone.
  public func by(_ rules: CountingRules? = nil, zone: Zone? = nil) -> DownloadCounter {
    var changed = DownloadCounter(
      catalogue, lists: lists, rules: rules ?? self.rules, zone: zone ?? self.zone, threads: threads)
    changed.formats = formats
    changed.formatsOfSome = formatsOfSome
    changed.ignored = ignored
    return changed
  }
}
