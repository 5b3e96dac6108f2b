import PodctlCore

/// Touches, and the credit that runs gave for them.
public struct AttributionStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Every flight of a sponsor that has a promo code.
  public func promoCodes(sponsor: Identifier<Sponsor>) throws -> PromoCodes {
    let rows = try tx.rows(
      """
      SELECT f.promo_code AS promo_code, f.flight_id AS flight_id, f.starts_on AS starts_on, f.ends_on AS ends_on,
        c.status AS status
      FROM flights f
      JOIN campaigns c ON c.tenant_id = f.tenant_id AND c.campaign_id = f.campaign_id
      WHERE f.tenant_id = \(tx.tenant) AND c.tenant_id = \(tx.tenant) AND c.sponsor_id = \(sponsor)
        AND f.promo_code IS NOT NULL
      ORDER BY f.flight_id
      """)
    return PromoCodes(
      try rows.map { row in
        let status: Campaign.Status = try row["status"]
        return PromoCodes.Entry(
          code: try row["promo_code"], flight: try row["flight_id"], startsOn: try row["starts_on"],
          endsOn: try row["ends_on"], ran: status != .draft && status != .cancelled)
      })
  }

  /// The touches of some households between two instants (both included), earliest first: counted downloads of the
  /// episodes of the sponsor's aired spots, on the spot's air date or in the days of its flight's window after it.
  /// Dynamic flights have none: which download carried an inserted spot is not in a log.
  public func touches(
    of households: [[UInt8]], sponsor: Identifier<Sponsor>, from first: Instant, to last: Instant
  ) throws -> [[UInt8]: [Touch]] {
    guard !households.isEmpty, first <= last else { return [:] }
    // No zone's day is further from UTC's than one.
    let days = Zone.utc.day(of: first).advanced(by: -1)...Zone.utc.day(of: last).advanced(by: 1)
    // CROSS JOIN keeps SQLite from starting at the flights or the spots: the households' few downloads come first, by
    // their index, then the spots of their episodes, each with its flight and campaign.
    let rows = try tx.rows(
      """
      SELECT d.household AS household, d.at AS at, d.day AS day, d.listener AS listener, d.episode_id AS episode_id,
        s.spot_id AS spot_id, s.airs_on AS airs_on, f.flight_id AS flight_id, f.window_days AS window_days
      FROM downloads d
      CROSS JOIN spots s
      CROSS JOIN flights f
      CROSS JOIN campaigns c
      WHERE d.tenant_id = \(tx.tenant) AND d.household IN \(anyOf: households)
        AND d.at >= \(first) AND d.at <= \(last) AND \(sql: tx.dialect.inMonths(of: days))
        AND d.provenance = \(Provenance.counted)
        AND s.tenant_id = \(tx.tenant) AND s.episode_id = d.episode_id AND s.status = \(Spot.Status.aired)
        AND s.airs_on <= d.day
        AND f.tenant_id = \(tx.tenant) AND f.flight_id = s.flight_id AND f.insertion = \(Flight.Insertion.bakedIn)
        AND c.tenant_id = \(tx.tenant) AND c.campaign_id = f.campaign_id AND c.sponsor_id = \(sponsor)
      ORDER BY d.at, s.spot_id, d.listener
      """)
    var touches: [[UInt8]: [Touch]] = [:]
    for row in rows {
      let airsOn: Day = try row["airs_on"]
      guard try (row["day"] as Day) < airsOn.advanced(by: try row["window_days"]) else { continue }
      touches[try row["household"], default: []].append(
        Touch(
          at: try row["at"], spot: try row["spot_id"], flight: try row["flight_id"], episode: try row["episode_id"],
          listener: try row["listener"]))
    }
    return touches
  }

  /// Forgets what earlier runs with this window gave for conversions of the days, all days when nil.
  public func deleteCredits(sponsor: Identifier<Sponsor>, window: AttributionWindow, days: ClosedRange<Day>?) throws {
    var statement: Statement = """
      DELETE FROM attribution_credits
      WHERE tenant_id = \(tx.tenant) AND sponsor_id = \(sponsor) AND window_days = \(window.days)
      """
    if let days {
      statement = "\(sql: statement) AND day >= \(days.lowerBound) AND day <= \(days.upperBound)"
    }
    try tx.run(statement)
  }

  private static let incoming = TemporaryTable(
    "incoming_credits",
    [
      ("day", .day), ("conversion_id", .uuid), ("model", .text), ("basis", .text), ("flight_id", .uuid),
      ("spot_id", .uuid), ("touches", .integer), ("weight", .integer), ("value_minor", .integer), ("currency", .text),
    ])

  /// Credit by code is stored under a spot of all zeros.
  static let wholeFlight = Identifier<Spot>(high: 0, low: 0)

  public func insert(
    _ credits: [(conversion: Conversion, credits: [Credit])], sponsor: Identifier<Sponsor>, window: AttributionWindow
  ) throws {
    try tx.load(Self.incoming) { writer in
      for entry in credits {
        for credit in entry.credits {
          try writer.day(entry.conversion.day)
          try writer.uuid(entry.conversion.id)
          try writer.text(credit.model.rawValue)
          try writer.text(credit.basis.rawValue)
          try writer.uuid(credit.flight)
          try writer.uuid(credit.spot ?? Self.wholeFlight)
          try writer.integer(Int64(credit.touches))
          try writer.integer(credit.weight)
          try writer.integer(credit.valueMinor)
          try writer.text(credit.currency?.code)
          try writer.endRow()
        }
      }
    }
    try tx.run(
      """
      INSERT INTO attribution_credits (tenant_id, day, conversion_id, window_days, model, basis, flight_id, spot_id,
        sponsor_id, touches, weight, value_minor, currency)
      SELECT \(tx.tenant), day, conversion_id, \(window.days), model, basis, flight_id, spot_id,
        \(sponsor), touches, weight, value_minor, currency
      FROM incoming_credits
      """)
  }

  /// What is stored for one conversion, by model, basis, flight and spot.
  public func credits(of conversion: Conversion, window: AttributionWindow) throws -> [Credit] {
    try tx.rows(
      """
      SELECT model, basis, flight_id, spot_id, touches, weight, value_minor, currency FROM attribution_credits
      WHERE tenant_id = \(tx.tenant) AND day = \(conversion.day) AND conversion_id = \(conversion.id)
        AND window_days = \(window.days)
      ORDER BY \(bytewise: "model"), \(bytewise: "basis"), flight_id, spot_id
      """
    ).map { row in
      let spot: Identifier<Spot> = try row["spot_id"]
      return Credit(
        model: try row["model"], basis: try row["basis"], flight: try row["flight_id"],
        spot: spot == Self.wholeFlight ? nil : spot, touches: try row["touches"], weight: try row["weight"],
        valueMinor: try row["value_minor"], currency: try row["currency"])
    }
  }
}

extension AttributionModel: SQLBindable, SQLReadable {}
extension CreditBasis: SQLBindable, SQLReadable {}
