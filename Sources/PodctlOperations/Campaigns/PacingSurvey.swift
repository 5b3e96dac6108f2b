import PodctlCore
import PodctlStore

/// The pacing of flights: worst first is for the reader to choose; here they stand by campaign, first day and slug.
public struct PacingSurvey: Sendable {
  public struct Line: Sendable {
    public var campaign: Campaign
    public var delivery: FlightDelivery
    public var flight: Flight { delivery.flight }
    public var pacing: Pacing? { delivery.pacing }
  }

  public var lines: [Line]
  /// The last day of the figures.
  public var through: Day
  /// The day of the last request in the logs; nil before the first log.
  public var dataThrough: Day?

  /// Baked-in flights that have begun and that no log covers.
  public var uncounted: [Line] {
    lines.filter { $0.delivery.provenance == .counted && $0.delivery.isUnknown(asOf: through) }
  }

  /// Lines whose pacing is under 0.8 or over 1.2.
  public var offPace: [Line] {
    lines.filter { $0.pacing.map { $0.verdict != .onPace } ?? false }
  }

  /// Surveys the flights of the given campaigns that have begun by the day or have not; reads only.
  public static func of(
    _ campaigns: [Campaign], tenant: Tenant, through day: Day, in tx: TenantTransaction
  ) throws -> PacingSurvey {
    let ordered = campaigns.sorted { $0.slug < $1.slug }
    let flights = Dictionary(grouping: try FlightStore(tx).all(of: ordered.map(\.id)), by: \.campaign)
    let ledger = DeliveryLedger(tx)
    let owned = ordered.flatMap { campaign in (flights[campaign.id] ?? []).map { (campaign, $0) } }
    let deliveries = try ledger.deliveries(of: owned.map(\.1), through: day)
    return PacingSurvey(
      lines: zip(owned, deliveries).map { Line(campaign: $0.0.0, delivery: $0.1) }, through: day,
      dataThrough: try ledger.dataThrough(in: tenant.zone))
  }
}
