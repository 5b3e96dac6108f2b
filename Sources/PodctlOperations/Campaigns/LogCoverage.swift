import PodctlCore
import PodctlStore

/// Whether the logs that were taken in can say what a baked-in flight has delivered. They can where a line of its show fell
/// on one of its days. Most agencies' shows are hosted elsewhere, and no log of them ever comes.
struct LogCoverage {
  private let tx: TenantTransaction

  init(_ tx: TenantTransaction) { self.tx = tx }

  /// Whether a flight's delivery is measured, whose spots' episodes have no counted download on its days.
  func measures(_ delivery: FlightDelivery) throws -> Bool {
    let all = delivery.countingDays
    let last = min(all.upperBound, delivery.through)
    guard all.lowerBound <= last else { return false }
    let days = all.lowerBound...last
    let spots = Set(delivery.spots.map(\.spot.episode)).sorted()
    let shows = Set(try SpotStore(tx).episodes(spots).values.map(\.podcast)).sorted()
    for show in shows where try measures(show, on: days) { return true }
    if try ShowLogStore(tx).hasLines(of: spots, on: days) { return true }
    // A flight without spots is of no show, and nothing aired wherever there are logs.
    return try shows.isEmpty && ShowLogStore(tx).hasLog(on: days)
  }

  /// Whether a show's downloads of some days are measured. Where it is the tenant's only one, every log is of it, though
  /// it had nothing but lines that are not counted.
  func measures(_ show: Identifier<Podcast>, on days: ClosedRange<Day>) throws -> Bool {
    if try ShowLogStore(tx).hasDownloads(of: show, on: days) { return true }
    return try PodcastStore(tx).all().map(\.id) == [show] && ShowLogStore(tx).hasLog(on: days)
  }
}
