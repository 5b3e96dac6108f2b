/// What one flight has delivered up to and including a day: the one figure that pacing, reports and bills share.
public struct FlightDelivery: Sendable, Hashable {
  public struct DailyUnits: Sendable, Hashable {
    public var day: Day
    public var units: Int64

    public init(day: Day, units: Int64) {
      self.day = day
      self.units = units
    }
  }

  /// One spot's part. A planned or missed spot delivers nothing, whatever its episode's downloads.
  public struct SpotUnits: Sendable, Hashable {
    public var spot: Spot
    /// Units in the spot's window so far; nil where the source counts the flight as a whole or not yet.
    public var units: Int64?
    /// Units in the first seven days from air; nil as `units`.
    public var firstSevenDays: Int64?
    /// By day, ascending, without days of nothing.
    public var days: [DailyUnits]
    /// The last day of the window, included.
    public var windowEndsOn: Day

    public init(spot: Spot, units: Int64?, firstSevenDays: Int64?, days: [DailyUnits], windowEndsOn: Day) {
      self.spot = spot
      self.units = units
      self.firstSevenDays = firstSevenDays
      self.days = days
      self.windowEndsOn = windowEndsOn
    }
  }

  public var flight: Flight
  /// The last day that the figures take in.
  public var through: Day
  /// Counted for a baked-in flight, imported for a dynamic one; never both.
  public var provenance: Provenance
  /// Whose imported figures these are; nil for counted ones and before the first import.
  public var source: String?
  /// By day, ascending, without days of nothing.
  public var days: [DailyUnits]
  /// By air date, then id.
  public var spots: [SpotUnits]
  /// Delivered units through the day; nil ("—") for a dynamic flight without an imported figure, and for a baked-in one
  /// that no log covers.
  public var units: Int64?

  public init(
    flight: Flight, through: Day, provenance: Provenance, source: String?, days: [DailyUnits], spots: [SpotUnits],
    units: Int64?
  ) {
    self.flight = flight
    self.through = through
    self.provenance = provenance
    self.source = source
    self.days = days
    self.spots = spots
    self.units = units
  }

  /// Delivered units up to and including an earlier day; nil where `units` is.
  public func units(through day: Day) -> Int64? {
    units == nil ? nil : days.reduce(0) { $1.day <= day ? $0 + $1.units : $0 }
  }

  /// Delivered units from one day to another, both included; nil where `units` is.
  public func units(from first: Day, through last: Day) -> Int64? {
    units == nil ? nil : days.reduce(0) { first <= $1.day && $1.day <= last ? $0 + $1.units : $0 }
  }

  /// Pacing as of `through`; nil without goal, before the start, and for a figure that is not known.
  public var pacing: Pacing? { Pacing.of(flight, delivered: units, through: through) }

  /// Delivery of a baked-in flight: each aired spot's counted downloads from its air date for the flight's window.
  public static func counted(
    _ flight: Flight, spots: [Spot], downloads: [Identifier<Episode>: [DailyUnits]], through: Day
  ) -> FlightDelivery {
    let parts = spots.sorted(by: airOrder).map { spot in
      let series = spot.status == .aired ? downloads[spot.episode] ?? [] : []
      return part(spot, of: flight, series, through: through)
    }
    let days = sum(parts.map(\.days))
    return FlightDelivery(
      flight: flight, through: through, provenance: .counted, source: nil, days: days, spots: parts,
      units: days.reduce(0) { $0 + $1.units })
  }

  /// Delivery of a dynamic flight: the figures of the source that counts, as they came. `figures` holds the whole
  /// flight's under nil; nil for `figures` means that nothing has been imported.
  public static func imported(
    _ flight: Flight, spots: [Spot], figures: [Identifier<Episode>?: [DailyUnits]]?, through: Day
  ) -> FlightDelivery {
    let known = (figures ?? [:]).mapValues { $0.filter { $0.day <= through && $0.units > 0 } }
    let parts = spots.sorted(by: airOrder).map { spot in
      let series = (known[spot.episode] ?? []).sorted { $0.day < $1.day }
      let isKnown = figures?[spot.episode] != nil
      return SpotUnits(
        spot: spot, units: isKnown ? total(series) : nil,
        firstSevenDays: isKnown ? total(series.filter { $0.day < spot.airsOn.advanced(by: 7) }) : nil, days: series,
        windowEndsOn: spot.airsOn.advanced(by: flight.windowDays - 1))
    }
    let days = sum(Array(known.values))
    return FlightDelivery(
      flight: flight, through: through, provenance: .imported, source: flight.deliverySource, days: days,
      spots: parts, units: figures == nil ? nil : total(days))
  }

  private static func part(
    _ spot: Spot, of flight: Flight, _ series: [DailyUnits], through: Day
  ) -> SpotUnits {
    let end = spot.airsOn.advanced(by: flight.windowDays - 1)
    let inWindow = series.filter { spot.airsOn <= $0.day && $0.day <= min(end, through) && $0.units > 0 }
      .sorted { $0.day < $1.day }
    return SpotUnits(
      spot: spot, units: total(inWindow),
      firstSevenDays: total(inWindow.filter { $0.day < spot.airsOn.advanced(by: 7) }), days: inWindow,
      windowEndsOn: end)
  }

  private static func airOrder(_ left: Spot, _ right: Spot) -> Bool {
    left.airsOn != right.airsOn ? left.airsOn < right.airsOn : left.id < right.id
  }

  private static func total(_ series: [DailyUnits]) -> Int64 { series.reduce(0) { $0 + $1.units } }

  private static func sum(_ series: [[DailyUnits]]) -> [DailyUnits] {
    var byDay: [Day: Int64] = [:]
    for entry in series.joined() { byDay[entry.day, default: 0] += entry.units }
    return byDay.sorted { $0.key < $1.key }.map { DailyUnits(day: $0.key, units: $0.value) }
  }
}
