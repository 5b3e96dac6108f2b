/// A promo code and the flight that holds it. A code belongs to one flight of a tenant at a time: two flights conflict
/// when their first to last days share a day. What listeners do with a code after its flight's last day does not keep
/// it from being given out again: attribution credits the flight that then runs.
public struct PromoCodeUse: Sendable, Hashable {
  public var code: String
  public var flight: Identifier<Flight>
  public var campaignSlug: Slug
  public var flightSlug: Slug
  public var startsOn: Day
  public var endsOn: Day

  public init(
    code: String, flight: Identifier<Flight>, campaignSlug: Slug, flightSlug: Slug, startsOn: Day, endsOn: Day
  ) {
    self.code = code
    self.flight = flight
    self.campaignSlug = campaignSlug
    self.flightSlug = flightSlug
    self.startsOn = startsOn
    self.endsOn = endsOn
  }

  public func conflicts(with other: PromoCodeUse) -> Bool {
    flight != other.flight && PromoCodes.canonical(code) == PromoCodes.canonical(other.code)
      && startsOn <= other.endsOn && other.startsOn <= endsOn
  }

  /// Throws `promo_code_taken` when one of the others holds the code on a day of this one.
  public func requireFree(among others: [PromoCodeUse]) throws(PodctlError) {
    guard let holder = others.first(where: conflicts(with:)) else { return }
    throw PodctlError(
      .promoCodeTaken,
      "promo code \"\(code)\" of flight \"\(flightSlug)\" is taken by flight \(holder.campaignSlug)/\(holder.flightSlug) "
        + "from \(holder.startsOn) to \(holder.endsOn)",
      hint: "give this flight another code, or dates that do not overlap",
      commands: ["podctl campaign flight list \(holder.campaignSlug)"],
      context: [.init("promo_code", code), .init("flight", "\(holder.campaignSlug)/\(holder.flightSlug)")])
  }
}
