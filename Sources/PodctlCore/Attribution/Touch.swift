/// One counted download of an episode, seen as the hearing of one spot in it. An episode that carries two spots of the
/// sponsor makes two touches of one download, at the same instant.
public struct Touch: Sendable, Hashable, Comparable {
  /// The download's instant: its window's first unfiltered request.
  public var at: Instant
  public var spot: Identifier<Spot>
  public var flight: Identifier<Flight>
  public var episode: Identifier<Episode>
  /// The keyed hash of address and agent: two devices of one household are two downloads.
  public var listener: [UInt8]

  public init(
    at: Instant, spot: Identifier<Spot>, flight: Identifier<Flight>, episode: Identifier<Episode>, listener: [UInt8]
  ) {
    self.at = at
    self.spot = spot
    self.flight = flight
    self.episode = episode
    self.listener = listener
  }

  /// By instant, then spot, then listener: which of two touches is the earlier never depends on the reading.
  public static func < (left: Touch, right: Touch) -> Bool {
    if left.at != right.at { return left.at < right.at }
    if left.spot != right.spot { return left.spot < right.spot }
    return left.listener.lexicographicallyPrecedes(right.listener)
  }
}
