import PodctlCore
import PodctlStore

/// Whether the logs that were taken in can say what a baked-in flight has delivered. They can where a line of its show fell
/// on one of its days. Most agencies' shows are hosted elsewhere, and no log of them ever comes: one of these is asked of
/// all their flights, and remembers what it has read.
final class LogCoverage {
  private struct ShowDays: Hashable {
    var show: Identifier<Podcast>
    var days: ClosedRange<Day>
  }

  private let tx: TenantTransaction
  private var known: [ShowDays: Bool] = [:]
  private var isAnything: Bool?
  private var shows: [Identifier<Podcast>]?
  private var logs: [ClosedRange<Day>]?

  init(_ tx: TenantTransaction) { self.tx = tx }

  /// Whether a flight's delivery is measured, whose spots' episodes have no counted download on its days.
  func measures(_ delivery: FlightDelivery) throws -> Bool {
    let all = delivery.countingDays
    let last = min(all.upperBound, delivery.through)
    guard all.lowerBound <= last, try hasAnything() else { return false }
    let days = all.lowerBound...last
    let spots = Set(delivery.spots.map(\.spot.episode)).sorted()
    // A flight without spots is of no show, and nothing aired wherever there are logs.
    guard !spots.isEmpty else { return try hasLog(on: days) }
    for show in Set(try SpotStore(tx).episodes(spots).values.map(\.podcast)).sorted() {
      if try measures(show, on: days) { return true }
    }
    return try ShowLogStore(tx).hasLines(of: spots, on: days)
  }

  /// Whether a show's downloads of some days are measured. Where it is the tenant's only one, every log is of it, though
  /// it had nothing but lines that are not counted.
  func measures(_ show: Identifier<Podcast>, on days: ClosedRange<Day>) throws -> Bool {
    let key = ShowDays(show: show, days: days)
    if let known = known[key] { return known }
    let found = try ShowLogStore(tx).hasDownloads(of: show, on: days) || (isOnly(show) && hasLog(on: days))
    known[key] = found
    return found
  }

  private func hasAnything() throws -> Bool {
    if let isAnything { return isAnything }
    let found = try ShowLogStore(tx).hasAnything()
    isAnything = found
    return found
  }

  private func isOnly(_ show: Identifier<Podcast>) throws -> Bool {
    let all = try shows ?? PodcastStore(tx).all().map(\.id)
    shows = all
    return all == [show]
  }

  private func hasLog(on days: ClosedRange<Day>) throws -> Bool {
    let all = try logs ?? ShowLogStore(tx).logs()
    logs = all
    return all.contains { $0.overlaps(days) }
  }
}
