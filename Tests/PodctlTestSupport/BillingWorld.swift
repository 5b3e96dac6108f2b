import PodctlCore
import PodctlStore

/// A tenant with one sponsor, a campaign "autumn" and its order, whose flights and daily downloads a test lays out.
public struct BillingWorld {
  public let base: AttributionWorld
  public var tenant: Tenant { base.tenant }
  public var database: Database { base.database }

  /// Two worlds of one database need two salts.
  public init(_ test: TestDatabase, salt: UInt64 = 1, zone: String = "America/New_York") throws {
    base = try AttributionWorld(test, salt: salt, zone: zone)
  }

  /// A flight with one aired spot on its first day, in an episode of its own: numbers `number`, +100 and +200.
  @discardableResult
  public func addFlight(
    _ number: UInt64, _ slug: String, _ model: Flight.PriceModel = .cpm, rate: Int64 = 2500, goal: Int64? = nil,
    cap: Int64? = nil, from first: String = "2026-10-01", to last: String = "2026-11-30",
    insertion: Flight.Insertion = .bakedIn, code: String? = nil, source: String? = nil, terms: FlightTerms = .plain
  ) throws -> Flight {
    var flight = Flight(
      id: base.id(number), campaign: base.id(4), order: base.id(4), slug: try Slug(slug), name: slug,
      startsOn: try base.day(first), endsOn: try base.day(last), position: .midRoll, insertion: insertion, goal: goal,
      priceModel: model, rateMinor: rate, cap: cap, promoCode: code, vanityURL: nil, windowDays: 366,
      deliverySource: nil, createdAt: FixedTime.now, updatedAt: FixedTime.now)
    flight.terms = terms
    let made = flight
    try database.write(for: tenant.id) { tx in
      try FlightStore(tx).insert(made)
      if let source { try FlightStore(tx).setDeliverySource(source, of: made.id, now: FixedTime.now) }
    }
    try base.addEpisode(number + 200)
    try base.addSpot(number + 100, flight: number, episode: number + 200, airs: first)
    return flight
  }

  /// Gives the order of "autumn" a commission, in thousandths of a percent, taken off or only told of.
  public func setCommission(_ thousandths: Int64, billing: String = "net") throws {
    try database.write(for: tenant.id) { tx in
      try tx.run(
        """
        UPDATE insertion_orders SET commission = \(thousandths), billing = \(billing) WHERE tenant_id = \(tx.tenant)
        """)
    }
  }

  /// Says what the name on the order of "autumn" is.
  public func setPayer(_ kind: Payer.Kind, email: String? = nil, tax: String? = nil) throws {
    try database.write(for: tenant.id) { tx in
      let rate = try tax.map { try Payer.Tax(name: "VAT", rate: Percent(typed: $0, for: "tax")) }
      try PayerStore(tx).save(Payer(name: "autumn", kind: kind, email: email, tax: rate), now: FixedTime.now)
    }
  }

  /// Sets the counted downloads of a flight's episode on a day.
  public func setDownloads(_ flight: UInt64, _ day: String, _ downloads: Int64) throws {
    _ = try database.write(for: tenant.id) { tx in
      try tx.run(
        """
        INSERT INTO daily_downloads (tenant_id, day, episode_id, provenance, downloads, updated_at)
        VALUES (\(tx.tenant), \(try base.day(day)), \(base.id(flight + 200, Episode.self)), \(Provenance.counted),
          \(downloads), \(FixedTime.now))
        ON CONFLICT (tenant_id, day, episode_id, provenance) DO UPDATE SET downloads = excluded.downloads
        """)
    }
  }

  /// Takes a source's figures over, as an import of one file would.
  public func importDelivery(_ flight: Flight, source: String, as number: UInt64, _ days: [(String, Int64)]) throws {
    try database.write(for: tenant.id) { tx in
      var figures: [DeliveryFigure.Key: Int64] = [:]
      for (text, units) in days {
        figures[DeliveryFigure.Key(day: try base.day(text), flight: flight.id, episode: nil)] = units
      }
      try DeliveryStore(tx).supersede(figures, source: source, importID: base.id(number), now: FixedTime.now)
    }
  }

  /// Says how far a source is complete: without a log or an ad server no month of the world is.
  public func complete(_ kind: DataSource.Kind = .log, through day: String = "2026-10-31") throws {
    try database.write(for: tenant.id) { tx in
      try DataSourceStore(tx).say(kind, through: try base.day(day), isFinal: false, now: FixedTime.now)
    }
  }

  public func month(_ text: String) throws -> Period { try Period(month: text, zone: tenant.zone) }
}
