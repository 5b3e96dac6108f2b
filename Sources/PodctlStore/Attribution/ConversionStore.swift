import PodctlCore

/// What sponsors' customers did, and the keys that make importing it again change nothing.
public struct ConversionStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The fingerprints that are stored under the given keys of a sponsor.
  public func fingerprints(
    of keys: [String], sponsor: Identifier<Sponsor>
  ) throws -> [String: String] {
    let rows = try tx.rows(
      """
      SELECT external_key, fingerprint FROM conversion_keys
      WHERE tenant_id = \(tx.tenant) AND sponsor_id = \(sponsor) AND external_key IN \(anyOf: keys)
      """)
    var found: [String: String] = [:]
    for row in rows { found[try row["external_key"]] = try row["fingerprint"] }
    return found
  }

  private static let incomingKeys = TemporaryTable(
    "incoming_conversion_keys",
    [
      ("sponsor_id", .uuid), ("external_key", .text), ("day", .day), ("conversion_id", .uuid), ("fingerprint", .text),
    ])

  private static let incoming = TemporaryTable(
    "incoming_conversions",
    [
      ("day", .day), ("conversion_id", .uuid), ("sponsor_id", .uuid), ("occurred_at", .instant), ("event", .text),
      ("order_id", .text), ("value_minor", .integer), ("currency", .text), ("promo_code", .text),
      ("household", .bytes), ("household_before", .bytes), ("utm_source", .text), ("utm_campaign", .text),
      ("new_customer", .boolean),
    ])

  /// Adds conversions whose keys are not stored yet.
  public func insert(_ conversions: [KeyedConversion], importID: Identifier<ImportRecord>) throws {
    guard !conversions.isEmpty else { return }
    try tx.load(Self.incomingKeys) { writer in
      for entry in conversions {
        try writer.uuid(entry.conversion.sponsor)
        try writer.text(entry.key)
        try writer.day(entry.conversion.day)
        try writer.uuid(entry.conversion.id)
        try writer.text(entry.fingerprint)
        try writer.endRow()
      }
    }
    try tx.run(
      """
      INSERT INTO conversion_keys (tenant_id, sponsor_id, external_key, day, conversion_id, fingerprint)
      SELECT \(tx.tenant), sponsor_id, external_key, day, conversion_id, fingerprint FROM incoming_conversion_keys
      """)
    try tx.load(Self.incoming) { writer in
      for entry in conversions { try Self.write(entry.conversion, to: writer) }
    }
    try tx.run(
      """
      INSERT INTO conversions (tenant_id, day, conversion_id, sponsor_id, occurred_at, event, order_id, value_minor,
        currency, promo_code, household, household_before, utm_source, utm_campaign, new_customer, import_id)
      SELECT \(tx.tenant), day, conversion_id, sponsor_id, occurred_at, event, order_id, value_minor,
        currency, promo_code, household, household_before, utm_source, utm_campaign, new_customer, \(importID)
      FROM incoming_conversions
      """)
  }

  private static func write(_ conversion: Conversion, to writer: any BulkWriter) throws {
    try writer.day(conversion.day)
    try writer.uuid(conversion.id)
    try writer.uuid(conversion.sponsor)
    try writer.instant(conversion.occurredAt)
    try writer.text(conversion.event)
    try writer.text(conversion.orderID)
    try writer.integer(conversion.value?.minor)
    try writer.text(conversion.value?.currency.code)
    try writer.text(conversion.promoCode)
    try writer.bytes(conversion.household)
    try writer.bytes(conversion.householdBefore)
    try writer.text(conversion.utmSource)
    try writer.text(conversion.utmCampaign)
    if let isNew = conversion.isNewCustomer { try writer.boolean(isNew) } else { try writer.null() }
    try writer.endRow()
  }

  /// The conversion that a sponsor's order id or one of podctl's own conversion ids names; nil when there is none.
  public func find(_ name: String, sponsor: Identifier<Sponsor>) throws -> Conversion? {
    if let row = try tx.first(
      """
      SELECT \(sql: Self.columns) FROM conversions c
      JOIN conversion_keys k ON k.tenant_id = c.tenant_id AND k.day = c.day AND k.conversion_id = c.conversion_id
      WHERE c.tenant_id = \(tx.tenant) AND k.tenant_id = \(tx.tenant) AND k.sponsor_id = \(sponsor)
        AND k.external_key = \(KeyedConversion.key(order: name))
      """)
    {
      return try Self.conversion(row)
    }
    guard let id = Identifier<Conversion>(name) else { return nil }
    return try tx.first(
      """
      SELECT \(sql: Self.columns) FROM conversions c
      WHERE c.tenant_id = \(tx.tenant) AND c.sponsor_id = \(sponsor) AND c.conversion_id = \(id)
      """
    ).map(Self.conversion)
  }

  /// Order ids of a sponsor, newest first, for a suggestion when one is not found.
  public func recentOrders(sponsor: Identifier<Sponsor>, limit: Int) throws -> [String] {
    try tx.rows(
      """
      SELECT order_id FROM conversions
      WHERE tenant_id = \(tx.tenant) AND sponsor_id = \(sponsor) AND order_id IS NOT NULL
      ORDER BY occurred_at DESC, conversion_id DESC LIMIT \(limit)
      """
    ).map { try $0["order_id"] }
  }

  /// The next conversions of a sponsor by (instant, id), after the last one of the page before; at most `limit`.
  public func page(
    sponsor: Identifier<Sponsor>, days: ClosedRange<Day>?, after last: Conversion?, limit: Int
  ) throws -> [Conversion] {
    var statement: Statement =
      "SELECT \(sql: Self.columns) FROM conversions c WHERE c.tenant_id = \(tx.tenant) AND c.sponsor_id = \(sponsor)"
    if let days {
      statement = "\(sql: statement) AND c.day >= \(days.lowerBound) AND c.day <= \(days.upperBound)"
    }
    if let last {
      statement = """
        \(sql: statement) AND c.occurred_at >= \(last.occurredAt)
          AND (c.occurred_at > \(last.occurredAt) OR c.conversion_id > \(last.id))
        """
    }
    return try tx.rows("\(sql: statement) ORDER BY c.occurred_at, c.conversion_id LIMIT \(limit)")
      .map(Self.conversion)
  }

  private static let columns: Statement = """
    c.conversion_id AS conversion_id, c.sponsor_id AS sponsor_id, c.day AS day, c.occurred_at AS occurred_at,
      c.event AS event, c.order_id AS order_id, c.value_minor AS value_minor, c.currency AS currency,
      c.promo_code AS promo_code, c.household AS household,
      c.household_before AS household_before, c.utm_source AS utm_source, c.utm_campaign AS utm_campaign, c.new_customer AS new_customer
    """

  private static func conversion(_ row: Row) throws -> Conversion {
    let minor: Int64? = try row["value_minor"]
    let currency: Currency? = try row["currency"]
    return Conversion(
      id: try row["conversion_id"], sponsor: try row["sponsor_id"], day: try row["day"],
      occurredAt: try row["occurred_at"], event: try row["event"], orderID: try row["order_id"],
      value: minor.flatMap { minor in currency.map { Money(minor: minor, $0) } }, promoCode: try row["promo_code"],
      household: try row["household"], householdBefore: try row["household_before"], utmSource: try row["utm_source"],
      utmCampaign: try row["utm_campaign"], isNewCustomer: try row["new_customer"])
  }
}
