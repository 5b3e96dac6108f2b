import PodctlCore
import PodctlMeasurement

/// One way in which a host may count otherwise, which is really counted.
struct HostCandidate {
  /// For example "without the bot filter".
  var name: String
  var count: () throws(PodctlError) -> [DownloadCount.Row]

  /// The ways that can make a difference to a count, simplest first: a rule that no line met is not among them.
  static func all(
    _ counter: DownloadCounter, _ base: DownloadCount, _ sources: [LogSource], hasDays: Bool
  ) -> [HostCandidate] {
    let rules: [(LineReason, String)] = [
      (.bot, "without the bot filter"), (.datacenter, "without the data-centre filter"),
      (.threshold, "without the one-minute threshold"), (.probe, "with requests of two bytes"),
      (.watch, "with watches"), (.noAgent, "with requests that have no agent"),
      (.referrer, "without the list of bad referrers"), (.volume, "without the limit of volume"),
    ]
    let met = rules.filter { base.ledger[$0.0] > 0 }
    var candidates = met.map { reason, name in
      HostCandidate(name: name) { () throws(PodctlError) in try counter.without(reason).count(sources).rows }
    }
    candidates += MeasurementWindow.allCases.filter { $0 != counter.rules.window }.map { window in
      var rules = counter.rules
      rules.window = window
      let changed = counter.by(rules)
      return HostCandidate(name: "in \(window.rawValue) windows") { () throws(PodctlError) in
        try changed.count(sources).rows
      }
    }
    if hasDays {
      candidates += zones.filter { $0 != counter.zone }.map { zone in
        HostCandidate(name: "by days of \(zone)") { () throws(PodctlError) in
          try counter.by(zone: zone).count(sources).rows
        }
      }
    }
    candidates.append(HostCandidate(name: "with every request that passes the filters") { base.requests })
    if met.count > 1 {
      let bare = met.reduce(counter) { $0.without($1.0) }
      candidates.append(
        HostCandidate(name: "without any filter or threshold, each listener once") { () throws(PodctlError) in
          try bare.count(sources).rows
        })
      candidates.append(
        HostCandidate(name: "with every request, unfiltered") { () throws(PodctlError) in
          try bare.count(sources).requests
        })
    }
    return candidates
  }

  /// Where hosts commonly cut their days.
  private static let zones = ["UTC", "America/New_York", "America/Los_Angeles", "Europe/Berlin", "Australia/Sydney"]
    .compactMap { try? Zone($0) }
}
