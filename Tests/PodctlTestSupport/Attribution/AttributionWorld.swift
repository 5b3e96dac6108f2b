import PodctlCore
import PodctlStore

/// A tenant with one sponsor, whose flights, spots, downloads and conversions a test lays out one by one. Ids are small
/// numbers, so that a test can name them and knows their order.
public struct AttributionWorld {
  /// Held, for the database goes with it.
  private let test: TestDatabase
  public let tenant: Tenant
  public let sponsor: Sponsor
  private let salt: UInt64

  public var database: Database { test.database }

  /// Two worlds of one database need two salts; all else about them may be the same.
  public init(_ test: TestDatabase, salt: UInt64 = 1, zone: String = "UTC") throws {
    self.test = test
    self.salt = salt
    let now = FixedTime.now
    tenant = Tenant(
      id: Identifier(high: salt, low: 1), slug: try Slug("tenant-\(salt)"), name: "Tenant \(salt)", kind: .network,
      zone: try Zone(zone), currency: .usd, contactEmail: nil, status: .active, demo: nil, secretFingerprint: "f",
      createdAt: now, updatedAt: now)
    sponsor = Sponsor(
      id: Identifier(high: salt, low: 2), slug: try Slug("kettle"), name: "Kettle", contactName: nil,
      contactEmail: nil, website: nil, createdAt: now, updatedAt: now)
    let tenant = tenant
    _ = try test.database.write { tx in
      try tx.run(
        """
        INSERT INTO tenants (tenant_id, slug, name, kind, zone, currency, secret_fingerprint, created_at, updated_at)
        VALUES (\(tenant.id), \(tenant.slug), \(tenant.name), \(tenant.kind), \(tenant.zone), \(tenant.currency),
          \(tenant.secretFingerprint), \(now), \(now))
        """)
    }
    try write { tx in
      try tx.run(
        """
        INSERT INTO podcasts (tenant_id, podcast_id, slug, title, created_at, updated_at)
        VALUES (\(tx.tenant), \(id(3, Podcast.self)), \(try Slug("show")), \(String("Show")), \(now), \(now))
        """)
    }
    try addSponsor(sponsor)
    try addCampaign(4, "autumn", of: sponsor)
  }

  private func write(_ body: (TenantTransaction) throws -> Void) throws {
    try database.write(for: tenant.id, body)
  }

  public func id<Noun>(_ number: UInt64, _ noun: Noun.Type = Noun.self) -> Identifier<Noun> {
    Identifier(high: salt, low: number)
  }

  public func addSponsor(_ sponsor: Sponsor) throws {
    try write { tx in
      try tx.run(
        """
        INSERT INTO sponsors (tenant_id, sponsor_id, slug, name, created_at, updated_at)
        VALUES (\(tx.tenant), \(sponsor.id), \(sponsor.slug), \(sponsor.name), \(FixedTime.now), \(FixedTime.now))
        """)
    }
  }

  /// A campaign and its insertion order, which has the same number.
  public func addCampaign(
    _ number: UInt64, _ slug: String, of sponsor: Sponsor, status: Campaign.Status = .active
  ) throws {
    try write { tx in
      try tx.run(
        """
        INSERT INTO campaigns (tenant_id, campaign_id, sponsor_id, slug, name, status, currency, created_at, updated_at)
        VALUES (\(tx.tenant), \(id(number, Campaign.self)), \(sponsor.id), \(slug), \(slug), \(status), \(Currency.usd),
          \(FixedTime.now), \(FixedTime.now))
        """)
      try tx.run(
        """
        INSERT INTO insertion_orders (tenant_id, order_id, campaign_id, number, bill_to, created_at)
        VALUES (\(tx.tenant), \(id(number, InsertionOrder.self)), \(id(number, Campaign.self)), \(slug), \(slug),
          \(FixedTime.now))
        """)
    }
  }

  public func addFlight(
    _ number: UInt64, _ slug: String, campaign: UInt64 = 4, from first: String = "2026-10-01",
    to last: String = "2026-10-31", window: Int = 30, insertion: Flight.Insertion = .bakedIn, code: String? = nil
  ) throws {
    try write { tx in
      try tx.run(
        """
        INSERT INTO flights (tenant_id, flight_id, campaign_id, order_id, slug, name, starts_on, ends_on, position,
          insertion, price_model, rate_minor, promo_code, window_days, created_at, updated_at)
        VALUES (\(tx.tenant), \(id(number, Flight.self)), \(id(campaign, Campaign.self)),
          \(id(campaign, InsertionOrder.self)), \(slug), \(slug), \(try day(first)), \(try day(last)),
          \(Flight.Position.midRoll), \(insertion), \(Flight.PriceModel.cpm), \(2500), \(code), \(window),
          \(FixedTime.now), \(FixedTime.now))
        """)
    }
  }

  public func addEpisode(_ number: UInt64) throws {
    try write { tx in
      try tx.run(
        """
        INSERT INTO episodes (tenant_id, episode_id, podcast_id, guid, title, created_at, updated_at)
        VALUES (\(tx.tenant), \(id(number, Episode.self)), \(id(3, Podcast.self)), \("guid-\(number)" as String),
          \("Episode \(number)" as String), \(FixedTime.now), \(FixedTime.now))
        """)
    }
  }

  public func addSpot(
    _ number: UInt64, flight: UInt64, episode: UInt64, airs: String, status: Spot.Status = .aired
  ) throws {
    try write { tx in
      try tx.run(
        """
        INSERT INTO spots (tenant_id, spot_id, flight_id, episode_id, airs_on, status, created_at)
        VALUES (\(tx.tenant), \(id(number, Spot.self)), \(id(flight, Flight.self)), \(id(episode, Episode.self)),
          \(try day(airs)), \(status), \(FixedTime.now))
        """)
    }
  }

  /// A counted download; its day is that of the tenant's zone.
  public func addDownload(_ household: [UInt8], episode: UInt64, at: String, listener: [UInt8]? = nil) throws {
    let instant = try instant(at)
    try write { tx in
      try tx.run(
        """
        INSERT INTO downloads (tenant_id, day, episode_id, listener, household, at, lines)
        VALUES (\(tx.tenant), \(tenant.zone.day(of: instant)), \(id(episode, Episode.self)),
          \(listener ?? household), \(household), \(instant), 1)
        """)
    }
  }

  /// A conversion under its order id; `value` is in cents.
  @discardableResult
  public func addConversion(
    _ number: UInt64, order: String, at: String, value: Int64? = 10_000, currency: Currency = .usd,
    code: String? = nil, household: [UInt8]? = nil
  ) throws -> Conversion {
    let instant = try instant(at)
    let conversion = Conversion(
      id: id(number), sponsor: sponsor.id, day: tenant.zone.day(of: instant), occurredAt: instant, event: "purchase",
      orderID: order, value: value.map { Money(minor: $0, currency) }, promoCode: code, household: household,
      utmSource: nil, utmCampaign: nil, isNewCustomer: nil)
    try write { tx in
      try ConversionStore(tx).insert(
        [KeyedConversion(conversion: conversion, key: KeyedConversion.key(order: order), fingerprint: "test")],
        importID: id(1))
    }
    return conversion
  }

  public func day(_ text: String) throws -> Day { try Day(typed: text, for: "a test") }

  public func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(text) else { throw PodctlError(.invalidDate, "\"\(text)\" is not an instant") }
    return instant
  }
}
