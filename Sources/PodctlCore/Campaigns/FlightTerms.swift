/// What a flight's price has beside its rate. A flight of plain terms has none of it.
public struct FlightTerms: Sendable, Hashable {
  /// From a number of units on, each further thousand has another rate.
  public struct Tier: Sendable, Hashable, Codable {
    /// The units before it.
    public var after: Int64
    /// Minor units per thousand.
    public var rateMinor: Int64

    public init(after: Int64, rateMinor: Int64) {
      self.after = after
      self.rateMinor = rateMinor
    }
  }

  /// What happens when a flight ends with less than its goal.
  public enum Shortfall: String, Sendable, CaseIterable {
    /// What was delivered is billed.
    case proRata = "pro-rata"
    /// What was booked is billed, and what is missing is owed in airings.
    case makegood
  }

  /// In the order of their units.
  public var tiers: [Tier]
  /// The least that the flight bills by its end, in minor units.
  public var minimumMinor: Int64?
  /// The most that the flight ever bills, in minor units.
  public var maximumMinor: Int64?
  public var shortfall: Shortfall

  public init(
    tiers: [Tier] = [], minimumMinor: Int64? = nil, maximumMinor: Int64? = nil, shortfall: Shortfall = .proRata
  ) {
    self.tiers = tiers
    self.minimumMinor = minimumMinor
    self.maximumMinor = maximumMinor
    self.shortfall = shortfall
  }

  public static let plain = FlightTerms()
}

extension FlightTerms.Tier {
  /// Reads `10000@22.00`: after ten thousand, 22.00 a thousand. Throws `rate_invalid`.
  public init(typed text: String, flight: String, _ currency: Currency) throws(PodctlError) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let after = Int64(parts[0]), after > 0,
      let rate = Money.minorUnits(parts[1], digits: currency.minorDigits), rate >= 0
    else {
      throw PodctlError(
        .rateInvalid, "flight \"\(flight)\" has a tier that cannot be read: \"\(text)\"",
        hint: "write UNITS@CPM, for example 10000@22.00: after ten thousand, a thousand costs 22.00",
        context: [.init("flight", flight)])
    }
    self.init(after: after, rateMinor: rate)
  }

  /// `10000@22.00`.
  public func text(_ currency: Currency) -> String { "\(after)@\(Money(minor: rateMinor, currency).decimal)" }
}
