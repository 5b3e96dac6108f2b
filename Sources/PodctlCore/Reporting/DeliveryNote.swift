/// Something about the delivery that a sponsor should know, said plainly.
public enum DeliveryNote: Sendable, Hashable {
  /// A spot that was to air and did not.
  case missed(airsOn: Day, episode: String, note: String?)
  /// A spot whose day has passed without word that it aired; it counts nothing until then.
  case unconfirmed(airsOn: Day, episode: String)
  /// A baked-in flight whose show has no log on any of its days.
  case notCounted(flight: String)
  /// A dynamic flight without imported delivery.
  case notImported(flight: String)
  /// A dynamic flight's figures and whose they are, with the last day that they cover.
  case imported(flight: String, source: String, through: Day?)
  /// The logs do not cover the whole period.
  case incomplete(through: Day?)
  /// A flat fee stands in the period in which its flight ends.
  case flatFee(flight: String, endsOn: Day)
  /// More was delivered than is paid for.
  case beyondLimit(flight: String, limit: Int64, delivered: Int64)
  /// Conversions have not been credited.
  case notAttributed
  /// Conversions came in after they were last credited.
  case attributionBehind(conversions: Int64)
  /// Conversions whose value is in another currency are counted without it.
  case otherCurrency
}

/// A spot that is still to come.
public struct UpcomingSpot: Sendable, Hashable {
  public var airsOn: Day
  public var flightName: String
  public var position: Flight.Position
  public var episode: String
  public var podcast: String
}
