import PodctlCore

extension AttributionStore {
  /// A sponsor's flights with their spots, by campaign, first day and slug.
  public func flights(sponsor: Identifier<Sponsor>) throws -> [CreditedFlight] {
    let rows = try tx.rows(
      """
      SELECT f.flight_id AS flight_id, c.campaign_id AS campaign_id, c.slug AS campaign, f.slug AS flight,
        f.name AS name, f.insertion AS insertion, f.promo_code AS promo_code, s.spot_id AS spot_id,
        s.airs_on AS airs_on, s.episode_id AS episode_id, s.status AS status, e.title AS title
      FROM campaigns c
      JOIN flights f ON f.tenant_id = c.tenant_id AND f.campaign_id = c.campaign_id
      LEFT JOIN spots s ON s.tenant_id = f.tenant_id AND s.flight_id = f.flight_id
      LEFT JOIN episodes e ON e.tenant_id = s.tenant_id AND e.episode_id = s.episode_id
      WHERE c.tenant_id = \(tx.tenant) AND f.tenant_id = \(tx.tenant) AND c.sponsor_id = \(sponsor)
      ORDER BY \(bytewise: "c.slug"), f.starts_on, \(bytewise: "f.slug"), s.airs_on, s.spot_id
      """)
    var flights: [CreditedFlight] = []
    for row in rows {
      let id: Identifier<Flight> = try row["flight_id"]
      if flights.last?.id != id {
        flights.append(
          CreditedFlight(
            id: id, campaign: try row["campaign_id"], campaignSlug: try row["campaign"], slug: try row["flight"],
            name: try row["name"], insertion: try row["insertion"], promoCode: try row["promo_code"], airings: []))
      }
      guard let spot: Identifier<Spot> = try row["spot_id"] else { continue }
      flights[flights.count - 1].airings.append(
        CreditedFlight.Airing(
          spot: spot, airsOn: try row["airs_on"], episode: try row["episode_id"], episodeTitle: try row["title"],
          status: try row["status"]))
    }
    return flights
  }
}
