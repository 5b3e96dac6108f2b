import PodctlCore

/// Conversions of one flight, each whole and once.
public struct ConversionTally: Sendable, Hashable {
  public var byCode: Int64 = 0
  public var byLastTouch: Int64 = 0

  public init() {}
}

extension AttributionStore {
  /// A sponsor's conversions to a day, by flight: a conversion belongs to the flight of its code, and without one to
  /// the flight of its household's last touch.
  public func tallies(
    sponsor: Identifier<Sponsor>, window: AttributionWindow, through last: Day
  ) throws -> [Identifier<Flight>: ConversionTally] {
    let rows = try tx.rows(
      """
      SELECT flight_id, basis, count(*) AS conversions
      FROM (
        SELECT flight_id, basis,
          row_number() OVER (
            PARTITION BY day, conversion_id
            ORDER BY CASE basis WHEN \(CreditBasis.code) THEN 0 ELSE 1 END, flight_id, spot_id
          ) AS rank
        FROM attribution_credits
        WHERE tenant_id = \(tx.tenant) AND sponsor_id = \(sponsor) AND window_days = \(window.days)
          AND model = \(AttributionModel.lastTouch) AND day <= \(last) AND weight > 0
      ) AS ranked
      WHERE rank = 1
      GROUP BY flight_id, basis
      """)
    var tallies: [Identifier<Flight>: ConversionTally] = [:]
    for row in rows {
      let basis: CreditBasis = try row["basis"]
      let flight: Identifier<Flight> = try row["flight_id"]
      switch basis {
      case .code: tallies[flight, default: ConversionTally()].byCode = try row["conversions"]
      case .household: tallies[flight, default: ConversionTally()].byLastTouch = try row["conversions"]
      }
    }
    return tallies
  }

  /// Conversions of a sponsor to a day that were imported after an instant.
  public func conversions(
    of sponsor: Identifier<Sponsor>, through last: Day, importedAfter instant: Instant
  ) throws -> Int64 {
    try tx.first(
      """
      SELECT count(*) AS found FROM conversions c
      JOIN imports i ON i.tenant_id = c.tenant_id AND i.import_id = c.import_id
      WHERE c.tenant_id = \(tx.tenant) AND i.tenant_id = \(tx.tenant) AND c.sponsor_id = \(sponsor)
        AND c.day <= \(last) AND i.imported_at > \(instant)
      """
    )?["found"] ?? 0
  }
}
