import PodctlCore

extension AttributionStore {
  /// What a sponsor's conversions of some days (all when nil) gave, by flight, spot, model, basis and currency.
  public func totals(
    sponsor: Identifier<Sponsor>, window: AttributionWindow, days: ClosedRange<Day>? = nil
  ) throws -> [CreditTotal] {
    var condition: Statement =
      "tenant_id = \(tx.tenant) AND sponsor_id = \(sponsor) AND window_days = \(window.days)"
    if let days {
      condition = "\(sql: condition) AND day >= \(days.lowerBound) AND day <= \(days.upperBound)"
    }
    return try tx.rows(
      """
      SELECT flight_id, spot_id, model, basis, currency, count(*) AS conversions, sum(weight) AS weight,
        sum(value_minor) AS value_minor
      FROM attribution_credits WHERE \(sql: condition)
      GROUP BY flight_id, spot_id, model, basis, currency
      ORDER BY flight_id, spot_id, \(bytewise: "model"), \(bytewise: "basis"), \(bytewise: "coalesce(currency, '')")
      """
    ).map { row in
      let spot: Identifier<Spot> = try row["spot_id"]
      return CreditTotal(
        flight: try row["flight_id"], spot: spot == Self.wholeFlight ? nil : spot, model: try row["model"],
        basis: try row["basis"], currency: try row["currency"], conversions: try row["conversions"],
        weight: try row["weight"], valueMinor: try row["value_minor"])
    }
  }

  /// The newest run; nil when the sponsor has none with this window.
  public func run(sponsor: Identifier<Sponsor>, window: AttributionWindow) throws -> AttributionRun? {
    try tx.first(
      """
      SELECT run_at, first_day, last_day, conversions, attributed, without_household, without_touch, by_code,
        unknown_codes, touches
      FROM attribution_runs
      WHERE tenant_id = \(tx.tenant) AND sponsor_id = \(sponsor) AND window_days = \(window.days)
      """
    ).map { row in
      var summary = AttributionSummary()
      summary.conversions = try row["conversions"]
      summary.attributed = try row["attributed"]
      summary.withoutHousehold = try row["without_household"]
      summary.withoutTouch = try row["without_touch"]
      summary.byCode = try row["by_code"]
      summary.unknownCodes = try row["unknown_codes"]
      summary.touches = try row["touches"]
      let first: Day? = try row["first_day"]
      let last: Day? = try row["last_day"]
      return AttributionRun(
        window: window, runAt: try row["run_at"], days: first.flatMap { first in last.map { first...$0 } },
        summary: summary)
    }
  }

  public func save(_ run: AttributionRun, sponsor: Identifier<Sponsor>) throws {
    let found = run.summary
    try tx.run(
      """
      INSERT INTO attribution_runs (tenant_id, sponsor_id, window_days, run_at, first_day, last_day, conversions,
        attributed, without_household, without_touch, by_code, unknown_codes, touches)
      VALUES (\(tx.tenant), \(sponsor), \(run.window.days), \(run.runAt), \(run.days?.lowerBound),
        \(run.days?.upperBound), \(found.conversions), \(found.attributed), \(found.withoutHousehold),
        \(found.withoutTouch), \(found.byCode), \(found.unknownCodes), \(found.touches))
      ON CONFLICT (tenant_id, sponsor_id, window_days) DO UPDATE SET
        run_at = excluded.run_at, first_day = excluded.first_day, last_day = excluded.last_day,
        conversions = excluded.conversions, attributed = excluded.attributed,
        without_household = excluded.without_household, without_touch = excluded.without_touch,
        by_code = excluded.by_code, unknown_codes = excluded.unknown_codes, touches = excluded.touches
      """)
  }
}
