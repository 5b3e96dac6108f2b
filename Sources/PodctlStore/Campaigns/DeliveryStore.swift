import PodctlCore

/// One figure that somebody else counted.
public struct DeliveryFigure: Sendable, Hashable {
  /// What it is a figure of: a source supersedes its own, and no other's.
  public struct Key: Sendable, Hashable {
    public var day: Day
    public var flight: Identifier<Flight>
    /// Nil for the flight as a whole.
    public var episode: Identifier<Episode>?

    public init(day: Day, flight: Identifier<Flight>, episode: Identifier<Episode>?) {
      self.day = day
      self.flight = flight
      self.episode = episode
    }
  }

  public var key: Key
  public var source: String
  public var units: Int64

  public init(key: Key, source: String, units: Int64) {
    self.key = key
    self.source = source
    self.units = units
  }
}

/// Counted downloads as spots see them, and the figures of others.
public struct DeliveryStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// In the table a figure of the flight as a whole has an episode of all zeros, since a key holds no null.
  private static let wholeFlight = Identifier<Episode>(high: 0, low: 0)

  /// Counted downloads of the flights' aired spots' episodes from their air dates, by flight, then by episode, each by
  /// day. Downloads after a window's end are among them: windows are cut in Swift.
  public func counted(
    flights: [Identifier<Flight>], through last: Day
  ) throws -> [Identifier<Flight>: [Identifier<Episode>: [FlightDelivery.DailyUnits]]] {
    var result: [Identifier<Flight>: [Identifier<Episode>: [FlightDelivery.DailyUnits]]] = [:]
    try tx.stream(
      """
      SELECT s.flight_id AS flight_id, s.episode_id AS episode_id, d.day AS day, d.downloads AS downloads
      FROM spots s
      JOIN daily_downloads d ON d.tenant_id = s.tenant_id AND d.episode_id = s.episode_id AND d.day >= s.airs_on
      WHERE s.tenant_id = \(tx.tenant) AND d.tenant_id = \(tx.tenant) AND s.status = \(Spot.Status.aired)
        AND s.flight_id IN \(anyOf: flights) AND d.day <= \(last) AND d.provenance = \(Provenance.counted)
      ORDER BY s.flight_id, s.episode_id, d.day
      """
    ) { row in
      result[try row["flight_id"], default: [:]][try row["episode_id"], default: []]
        .append(FlightDelivery.DailyUnits(day: try row["day"], units: try row["downloads"]))
    }
    return result
  }

  /// The figures of each flight's own source, by flight, then by episode (nil for the whole flight), each by day. A
  /// flight without a figure is not among them.
  public func imported(
    flights: [Identifier<Flight>]
  ) throws -> [Identifier<Flight>: [Identifier<Episode>?: [FlightDelivery.DailyUnits]]] {
    var result: [Identifier<Flight>: [Identifier<Episode>?: [FlightDelivery.DailyUnits]]] = [:]
    try tx.stream(
      """
      SELECT g.flight_id AS flight_id, g.episode_id AS episode_id, g.day AS day, g.units AS units
      FROM delivery_figures g
      JOIN flights f ON f.tenant_id = g.tenant_id AND f.flight_id = g.flight_id AND f.delivery_source = g.source
      WHERE g.tenant_id = \(tx.tenant) AND f.tenant_id = \(tx.tenant) AND g.flight_id IN \(anyOf: flights)
      ORDER BY g.flight_id, g.episode_id, g.day
      """
    ) { row in
      let episode: Identifier<Episode> = try row["episode_id"]
      result[try row["flight_id"], default: [:]][episode == Self.wholeFlight ? nil : episode, default: []]
        .append(FlightDelivery.DailyUnits(day: try row["day"], units: try row["units"]))
    }
    return result
  }

  /// What a source has given for a flight so far.
  public func figures(of flight: Identifier<Flight>, source: String) throws -> [DeliveryFigure.Key: Int64] {
    var figures: [DeliveryFigure.Key: Int64] = [:]
    try tx.stream(
      """
      SELECT day, episode_id, units FROM delivery_figures
      WHERE tenant_id = \(tx.tenant) AND flight_id = \(flight) AND source = \(source)
      """
    ) { row in
      let episode: Identifier<Episode> = try row["episode_id"]
      let key = DeliveryFigure.Key(
        day: try row["day"], flight: flight, episode: episode == Self.wholeFlight ? nil : episode)
      figures[key] = try row["units"]
    }
    return figures
  }

  private static let incoming = TemporaryTable(
    "incoming_figures",
    [("day", .day), ("flight_id", .uuid), ("episode_id", .uuid), ("units", .integer)])

  /// Takes a source's figures over, each in place of what it gave before for the same flight, episode and day.
  public func supersede(
    _ figures: [DeliveryFigure.Key: Int64], source: String, importID: Identifier<ImportRecord>, now: Instant
  ) throws {
    try tx.load(Self.incoming) { writer in
      for (key, units) in figures {
        let episode = key.episode ?? Self.wholeFlight
        try writer.day(key.day)
        try writer.uuid(high: key.flight.high, low: key.flight.low)
        try writer.uuid(high: episode.high, low: episode.low)
        try writer.integer(units)
        try writer.endRow()
      }
    }
    try tx.run(
      """
      INSERT INTO delivery_figures (tenant_id, day, flight_id, episode_id, source, units, import_id, updated_at)
      SELECT \(tx.tenant), i.day, i.flight_id, i.episode_id, \(source), i.units, \(importID), \(now)
      FROM incoming_figures i
      WHERE true
      ON CONFLICT (tenant_id, day, flight_id, episode_id, source) DO UPDATE SET
        units = excluded.units, import_id = excluded.import_id, updated_at = excluded.updated_at
      """)
    try tx.run("DROP TABLE incoming_figures")
  }

  /// The sources that have given figures for a flight, with their totals, by name.
  public func sources(of flight: Identifier<Flight>) throws -> [(source: String, units: Int64, lastDay: Day)] {
    try tx.rows(
      """
      SELECT source, sum(units) AS units, max(day) AS last_day FROM delivery_figures
      WHERE tenant_id = \(tx.tenant) AND flight_id = \(flight)
      GROUP BY source ORDER BY \(bytewise: "source")
      """
    ).map { (try $0["source"], try $0["units"], try $0["last_day"]) }
  }

  /// The imports that a flight's figures of a source came with, oldest first.
  public func imports(
    of flight: Identifier<Flight>, source: String
  ) throws -> [Identifier<ImportRecord>] {
    try tx.rows(
      """
      SELECT DISTINCT import_id FROM delivery_figures
      WHERE tenant_id = \(tx.tenant) AND flight_id = \(flight) AND source = \(source)
      ORDER BY import_id
      """
    ).map { try $0["import_id"] }
  }
}
