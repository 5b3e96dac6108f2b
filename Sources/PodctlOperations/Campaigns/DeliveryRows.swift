import PodctlCore
import PodctlStore

/// The rows of one delivery file, resolved to flights and episodes and compared with what the source gave before.
struct DeliveryRows {
  private let request: DeliveryImport.Request
  private let table: CSVTable
  private let tenant: Tenant
  private let tx: TenantTransaction
  private let today: Day
  private let dates: DateReading
  private let numbers: NumberReading

  private(set) var changed: [DeliveryFigure.Key: Int64] = [:]
  private(set) var inserted: Int64 = 0
  private(set) var updated: Int64 = 0
  private(set) var unchanged: Int64 = 0
  private(set) var rejects: [RejectedRow] = []

  private var flightsByName: [String: Result<Flight, RowProblem>] = [:]
  private var episodesByName: [String: Result<Identifier<Episode>, RowProblem>] = [:]
  private var flightsByEpisode: [Identifier<Episode>: Result<Flight, RowProblem>] = [:]
  /// What the source gave before, and what this file has given so far, by flight.
  private var known: [Identifier<Flight>: [DeliveryFigure.Key: Int64]] = [:]
  private var lines: [DeliveryFigure.Key: Int] = [:]
  private var shapes: [Shape: Bool] = [:]
  private var touched: [Identifier<Flight>: Flight] = [:]
  private var outside: Int64 = 0

  /// A day of a flight is given as a whole or by episode; both together would be counted twice.
  private struct Shape: Hashable {
    var flight: Identifier<Flight>
    var day: Day
  }

  init(
    _ request: DeliveryImport.Request, _ table: CSVTable, tenant: Tenant, tx: TenantTransaction, now: Instant
  ) {
    self.request = request
    self.table = table
    self.tenant = tenant
    self.tx = tx
    today = tenant.zone.day(of: now)
    dates = DateReading(format: request.dates, zone: tenant.zone)
    numbers =
      request.decimalMark.map { NumberReading(decimalMark: $0) }
      ?? NumberReading(learningFrom: table.rows.lazy.compactMap { $0["count"] })
  }

  /// The flights that the good rows are of, by slug.
  var flights: [Flight] { touched.values.sorted { ($0.slug, $0.id) < ($1.slug, $1.id) } }

  var notes: [String] {
    outside == 0 ? [] : ["\(outside) \(outside == 1 ? "row lies" : "rows lie") outside of the flight's dates"]
  }

  mutating func read() throws {
    for row in table.rows {
      do {
        if let problem = row.problem { throw problem }
        try take(row)
      } catch let problem as RowProblem {
        rejects.append(RejectedRow(line: row.line, reason: problem.reason, fields: row.fields))
      }
    }
  }

  private mutating func take(_ row: CSVTable.Row) throws {
    guard let dayText = row["day"] else { throw RowProblem("no day") }
    guard let countText = row["count"] else { throw RowProblem("no count") }
    let day = try dates.day(dayText)
    let units = try numbers.count(countText)
    guard day <= today else { throw RowProblem("\(day) lies in the future") }
    guard units <= Flight.largestQuantity else { throw RowProblem("\"\(countText)\" is too large a number") }
    let episode = try row["episode"].map { try self.episode($0) }
    let flight = try self.flight(row["flight"], episode: episode)
    let key = DeliveryFigure.Key(day: day, flight: flight.id, episode: episode)
    if let line = lines[key] {
      throw RowProblem("line \(line) has a figure for the same day and flight: add them up first")
    }
    let before = try figures(of: flight)
    try requireOneShape(key)
    lines[key] = row.line
    touched[flight.id] = flight
    if !(flight.startsOn...flight.endsOn).contains(day) { outside += 1 }
    switch before[key] {
    case units: unchanged += 1
    case nil:
      inserted += 1
      changed[key] = units
    default:
      updated += 1
      changed[key] = units
    }
  }

  private mutating func requireOneShape(_ key: DeliveryFigure.Key) throws(RowProblem) {
    let isWhole = key.episode == nil
    let shape = Shape(flight: key.flight, day: key.day)
    guard shapes[shape] ?? isWhole == isWhole else {
      throw RowProblem(
        isWhole
          ? "the day has figures by episode, and one of the flight as a whole would count them twice"
          : "the day has a figure of the flight as a whole, and one by episode would count twice")
    }
    shapes[shape] = isWhole
  }

  private mutating func figures(of flight: Flight) throws -> [DeliveryFigure.Key: Int64] {
    if let figures = known[flight.id] { return figures }
    let figures = try DeliveryStore(tx).figures(of: flight.id, source: request.source)
    known[flight.id] = figures
    for key in figures.keys { shapes[Shape(flight: key.flight, day: key.day)] = key.episode == nil }
    return figures
  }

  private mutating func flight(_ name: String?, episode: Identifier<Episode>?) throws -> Flight {
    if let name {
      if let known = flightsByName[name] { return try known.get() }
      let found = try find(flight: name)
      flightsByName[name] = found
      return try found.get()
    }
    guard let episode else { throw RowProblem("neither flight nor episode") }
    if let known = flightsByEpisode[episode] { return try known.get() }
    let candidates = try FlightStore(tx).all(airingIn: episode).filter { $0.insertion == .dynamic }
    let found: Result<Flight, RowProblem> =
      candidates.count == 1
      ? .success(candidates[0])
      : .failure(
        RowProblem(
          candidates.isEmpty
            ? "no dynamic flight has a spot in this episode" : "several dynamic flights have a spot in this episode"))
    flightsByEpisode[episode] = found
    return try found.get()
  }

  /// A flight as `CAMPAIGN/FLIGHT`, or by a slug that only one campaign has.
  private func find(flight name: String) throws -> Result<Flight, RowProblem> {
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let found: [Flight]
    if parts.count == 2 {
      let campaign = try CampaignStore(tx).first(slug: parts[0])
      found = try campaign.flatMap { try FlightStore(tx).first(slug: parts[1], of: $0.id) }.map { [$0] } ?? []
    } else {
      found = try FlightStore(tx).all(slug: name)
    }
    if found.count == 1 { return .success(found[0]) }
    return .failure(
      RowProblem(found.isEmpty ? "no flight \"\(name)\"" : "several campaigns have a flight \"\(name)\""))
  }

  private mutating func episode(_ name: String) throws -> Identifier<Episode> {
    if let known = episodesByName[name] { return try known.get() }
    let found: Result<Identifier<Episode>, RowProblem>
    do {
      found = .success(try SpotBooking.episode(name, podcast: nil, in: tx).id)
    } catch let error as PodctlError where error.code == .episodeNotFound {
      found = .failure(RowProblem(error.message))
    }
    episodesByName[name] = found
    return try found.get()
  }
}
