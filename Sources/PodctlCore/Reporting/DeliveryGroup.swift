/// The flights of a campaign whose delivery came about in one way. Counted and imported figures are never added. A flight
/// that has begun and of which nothing is known has no place in any figure, and neither has its goal: what is missing would
/// be told as not delivered.
public struct DeliveryGroup: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var day: Day
    public var units: Int64

    public init(day: Day, units: Int64) {
      self.day = day
      self.units = units
    }
  }

  public var provenance: Provenance
  /// Whose figures they are, in order; empty for counted ones.
  public var sources: [String]
  /// How many flights have begun and are in no figure, since nobody knows what they delivered.
  public var unknownFlights: Int
  /// Whether there is no other flight that has begun: the figures are those of none.
  public var isUnknown: Bool
  public var startsOn: Day
  public var endsOn: Day
  /// The sum of the flights' goals; nil where none has one.
  public var goal: Int64?
  /// Delivered to date; nil where nothing is known yet.
  public var delivered: Int64?
  /// What flights with a goal delivered to date.
  public var towardGoal: Int64?
  /// What should have been delivered by now by the flights with a goal.
  public var expected: Int64?
  /// What those flights will have delivered at the rate so far, modelled; flights not yet begun count their goal.
  public var projected: Int64?
  public var inPeriod: ReportFigure
  /// By day, ascending, without days of nothing.
  public var days: [Point]
  /// What should have been delivered by the end of each of these days; straight lines lie between.
  public var target: [Point]

  /// How the figures came about; nil where a group of baked-in flights has none.
  public var figures: Provenance? { isUnknown && provenance == .counted ? nil : provenance }

  public var pacingHundredths: Int64? {
    guard let towardGoal, let expected, expected > 0 else { return nil }
    return Money.divideRounding(Int128(towardGoal) * 100, by: Int128(expected))
  }

  /// Thousandths of the goal.
  public var reachedPerMille: Int64? { share(towardGoal) }
  public var expectedPerMille: Int64? { share(expected) }
  public var projectedPerMille: Int64? { share(projected) }

  private func share(_ units: Int64?) -> Int64? {
    guard let units, let goal, goal > 0 else { return nil }
    return Money.divideRounding(Int128(units) * 1000, by: Int128(goal))
  }

  /// Groups a campaign's flights, counted ones first, as they stand on a day. `inPeriod` and `before` are the days to sum;
  /// nil for none.
  public static func all(
    of deliveries: [FlightDelivery], asOf day: Day, inPeriod: ClosedRange<Day>?, before: ClosedRange<Day>?
  ) -> [DeliveryGroup] {
    [Provenance.counted, .imported, .modelled].compactMap { provenance in
      let members = deliveries.filter { $0.provenance == provenance }
      return members.isEmpty ? nil : DeliveryGroup(provenance, members, asOf: day, inPeriod: inPeriod, before: before)
    }
  }

  private init(
    _ provenance: Provenance, _ all: [FlightDelivery], asOf day: Day, inPeriod: ClosedRange<Day>?,
    before: ClosedRange<Day>?
  ) {
    let unknown = all.filter { $0.isUnknown(asOf: day) }
    unknownFlights = unknown.count
    isUnknown = !unknown.isEmpty && !all.contains { $0.units != nil && $0.flight.startsOn <= day }
    let members = isUnknown ? all : all.filter { !$0.isUnknown(asOf: day) }
    let known = isUnknown ? [] : members.filter { $0.units != nil }
    let booked = members.filter { $0.flight.goal != nil }
    // Nothing is expected yet of a flight that is to come.
    let paced = isUnknown ? [] : booked.filter { $0.units != nil }
    func sum(_ flights: [FlightDelivery], _ range: ClosedRange<Day>?) -> Int64? {
      guard let range, !flights.isEmpty else { return nil }
      return flights.reduce(0) { $0 + ($1.units(from: range.lowerBound, through: range.upperBound) ?? 0) }
    }
    self.provenance = provenance
    sources = Set(members.compactMap(\.source)).sorted()
    startsOn = members.map(\.flight.startsOn).min() ?? members[0].through
    endsOn = members.map(\.flight.endsOn).max() ?? members[0].through
    goal = booked.isEmpty ? nil : booked.reduce(0) { $0 + ($1.flight.goal ?? 0) }
    delivered = known.isEmpty ? nil : known.reduce(0) { $0 + ($1.units ?? 0) }
    towardGoal = paced.isEmpty ? nil : paced.reduce(0) { $0 + ($1.units ?? 0) }
    expected = paced.isEmpty ? nil : paced.reduce(0) { $0 + ($1.pacing?.expected ?? 0) }
    let begun = paced.contains { $0.pacing != nil }
    projected = begun ? booked.reduce(0) { $0 + ($1.pacing?.projected ?? $1.flight.goal ?? 0) } : nil
    self.inPeriod = ReportFigure(sum(known, inPeriod), before: sum(known, before))
    var units: [Day: Int64] = [:]
    for entry in known.flatMap(\.days) { units[entry.day, default: 0] += entry.units }
    days = units.sorted { $0.key < $1.key }.map { Point(day: $0.key, units: $0.value) }
    target = Self.target(of: booked.map(\.flight))
  }

  /// The sum of the flights' even lines, at the days where one begins or ends.
  private static func target(of flights: [Flight]) -> [Point] {
    let bends = Set(flights.flatMap { [$0.startsOn.advanced(by: -1), $0.endsOn] }).sorted()
    return bends.map { day in
      Point(
        day: day,
        units: flights.reduce(0) { $0 + (Pacing.of($1, delivered: 0, through: day)?.expected ?? 0) })
    }
  }
}
