extension Flight {
  /// The most units, and minor units, that one line may carry: sums of a million such lines still fit 64 bits.
  public static let largestQuantity: Int64 = 1_000_000_000_000
  public static let windowRange = 1...366
  static let longestFlight = 3_660

  /// Holds a flight to the rules of the trade; throws `flight_dates_invalid`, `rate_invalid` or `flight_invalid`.
  public func validate() throws(PodctlError) {
    guard startsOn <= endsOn else {
      throw invalid(
        .flightDatesInvalid, "ends on \(endsOn), before it starts on \(startsOn)",
        hint: "the last day is included; a flight of one day starts and ends on it")
    }
    guard dayCount <= Flight.longestFlight else {
      throw invalid(
        .flightDatesInvalid, "runs for \(dayCount) days", hint: "a flight lasts ten years at most: check the years")
    }
    guard rateMinor >= 0 else {
      throw invalid(.rateInvalid, "has a negative rate", hint: "a credit is no flight; rates are zero or more")
    }
    guard rateMinor <= Flight.largestQuantity else {
      throw invalid(.rateInvalid, "has a rate that is too large", hint: "rates are in the currency's major unit")
    }
    for (name, quantity) in [("goal", goal), ("cap", cap)] {
      guard let quantity else { continue }
      guard (1...Flight.largestQuantity).contains(quantity) else {
        throw invalid(
          .flightInvalid, "has a \(name) of \(quantity)",
          hint: "a \(name) is a number of downloads from 1; leave it out where there is none")
      }
    }
    guard Flight.windowRange.contains(windowDays) else {
      throw invalid(
        .flightInvalid, "measures for \(windowDays) days", hint: "the measuring window is 1 to 366 days from air")
    }
    try validateTerms()
    if let promoCode, PromoCodes.canonical(promoCode).isEmpty {
      throw invalid(.flightInvalid, "has a blank promo code", hint: "leave it out where there is none")
    }
  }

  private func validateTerms() throws(PodctlError) {
    guard terms.tiers.isEmpty || priceModel == .cpm else {
      throw invalid(.rateInvalid, "has tiers and no CPM", hint: "tiers are of a price per thousand: give it by cpm")
    }
    for (before, tier) in zip([FlightTerms.Tier(after: 0, rateMinor: rateMinor)] + terms.tiers, terms.tiers) {
      guard before.after < tier.after, (0...Flight.largestQuantity).contains(tier.rateMinor),
        tier.after <= Flight.largestQuantity
      else {
        throw invalid(
          .rateInvalid, "has a tier after \(tier.after) that cannot be",
          hint: "name tiers in the order of their units, each once, at a rate of zero or more")
      }
    }
    for (name, amount) in [("minimum", terms.minimumMinor), ("maximum", terms.maximumMinor)] {
      guard let amount else { continue }
      guard (0...Flight.largestQuantity).contains(amount) else {
        throw invalid(.rateInvalid, "has a \(name) that cannot be", hint: "a \(name) is an amount of zero or more")
      }
    }
    if let least = terms.minimumMinor, let most = terms.maximumMinor, least > most {
      throw invalid(.rateInvalid, "has a minimum above its maximum", hint: "change one of them")
    }
    guard terms.shortfall == .proRata || priceModel == .cpm && goal != nil else {
      throw invalid(
        .flightInvalid, "makes good and has no CPM with a goal",
        hint: "a makegood is for what was booked by the thousand: give cpm and goal, or leave shortfall out")
    }
    if terms.shortfall == .makegood, let goal, let cap, cap < goal {
      throw invalid(.flightInvalid, "makes good to its goal and has a smaller cap", hint: "leave the cap out")
    }
  }

  /// Holds a spot's air date to the flight's dates; throws `flight_dates_invalid`.
  public func validate(airsOn day: Day) throws(PodctlError) {
    guard startsOn <= day, day <= endsOn else {
      throw invalid(
        .flightDatesInvalid, "runs from \(startsOn) to \(endsOn), and a spot on \(day) is outside of it",
        hint: "give the spot an air date within the flight")
    }
  }

  private func invalid(_ code: ErrorCode, _ message: String, hint: String) -> PodctlError {
    PodctlError(code, "flight \"\(slug)\" \(message)", hint: hint, context: [.init("flight", slug.text)])
  }
}
