import PodctlCore

extension DeliveryStore {
  /// The imports behind the figures of each flight's own source to a day, oldest first.
  public func imports(
    of flights: [Identifier<Flight>], through last: Day
  ) throws -> [Identifier<Flight>: [Identifier<ImportRecord>]] {
    guard !flights.isEmpty else { return [:] }
    let rows = try tx.rows(
      """
      SELECT DISTINCT g.flight_id AS flight_id, g.import_id AS import_id
      FROM delivery_figures g
      JOIN flights f ON f.tenant_id = g.tenant_id AND f.flight_id = g.flight_id AND f.delivery_source = g.source
      WHERE g.tenant_id = \(tx.tenant) AND f.tenant_id = \(tx.tenant) AND g.flight_id IN \(anyOf: flights)
        AND g.day <= \(last)
      ORDER BY g.flight_id, g.import_id
      """)
    var imports: [Identifier<Flight>: [Identifier<ImportRecord>]] = [:]
    for row in rows { imports[try row["flight_id"], default: []].append(try row["import_id"]) }
    return imports
  }
}
