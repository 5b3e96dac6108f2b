extension OrderFile.FlightPart {
  /// The flight that this part describes, held to the rules; throws what is wrong with it, naming the flight.
  public func flight(
    id: Identifier<Flight>, campaign: Campaign, order: Identifier<InsertionOrder>, now: Instant
  ) throws(PodctlError) -> Flight {
    let slug = try Slug(slug)
    let (model, rate) = try price(campaign.currency)
    var flight = Flight(
      id: id, campaign: campaign.id, order: order, slug: slug, name: name ?? slug.text,
      startsOn: try Day(typed: startsOn, for: "the start of flight \"\(slug)\""),
      endsOn: try Day(typed: endsOn, for: "the end of flight \"\(slug)\""),
      position: try word(position, "position", Flight.Position.self),
      insertion: try word(insertion, "insertion", Flight.Insertion.self), goal: goal, priceModel: model,
      rateMinor: rate, cap: cap, promoCode: promoCode, vanityURL: vanityURL, windowDays: windowDays ?? 30,
      deliverySource: nil, createdAt: now, updatedAt: now)
    flight.terms = try terms(campaign.currency)
    try flight.validate()
    return flight
  }

  private func price(_ currency: Currency) throws(PodctlError) -> (Flight.PriceModel, Int64) {
    let given: [(Flight.PriceModel, String)] = [
      (.cpm, cpm), (.flat, flat), (.cpa, cpa), (.spot, perSpot),
    ].compactMap { model, text in text.map { (model, $0) } }
    guard given.count == 1 else {
      throw PodctlError(
        .rateInvalid, "flight \"\(slug)\" has \(given.isEmpty ? "no price" : "more than one price")",
        hint: "give one of cpm (per thousand), flat (for the flight), cpa (per conversion) or per_spot (per airing)",
        context: [.init("flight", slug)])
    }
    return (given[0].0, try amount(given[0].1, "rate", currency))
  }

  private func terms(_ currency: Currency) throws(PodctlError) -> FlightTerms {
    var terms = FlightTerms.plain
    for text in tiers { terms.tiers.append(try FlightTerms.Tier(typed: text, flight: slug, currency)) }
    if let minimum { terms.minimumMinor = try amount(minimum, "minimum", currency) }
    if let maximum { terms.maximumMinor = try amount(maximum, "maximum", currency) }
    if let shortfall { terms.shortfall = try word(shortfall, "shortfall", FlightTerms.Shortfall.self) }
    return terms
  }

  private func amount(_ text: String, _ what: String, _ currency: Currency) throws(PodctlError) -> Int64 {
    do {
      return try Money(decimal: text, currency).minor
    } catch {
      throw PodctlError(
        .rateInvalid, "flight \"\(slug)\" has a \(what) that is no amount in \(currency): \"\(text)\"",
        hint: error.hint, context: [.init("flight", slug)])
    }
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ what: String, _ type: Word.Type
  ) throws(PodctlError) -> Word {
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    throw PodctlError(
      .flightInvalid, "flight \"\(slug)\" has an unknown \(what) \"\(text)\"",
      hint: "it is one of \(known.joined(separator: ", "))", context: [.init("flight", slug)])
  }
}

extension OrderFile.OrderPart {
  /// The paper that this part describes; throws `order_file_invalid` or `invalid_date`.
  public func order(
    id: Identifier<InsertionOrder>, campaign: Identifier<Campaign>, sponsor: Sponsor, now: Instant
  ) throws(PodctlError) -> InsertionOrder {
    let terms = termsDays ?? 30
    let revision = revision ?? 1
    guard !number.isEmpty, (0...365).contains(terms), (1...10_000).contains(revision) else {
      throw PodctlError(
        .orderFileInvalid, "insertion order \"\(number)\" is not valid",
        hint: "it needs a number, terms of 0 to 365 days and a revision from 1", context: [.init("order", number)])
    }
    var order = InsertionOrder(
      id: id, campaign: campaign, number: number, revision: revision, billTo: billTo ?? sponsor.name,
      poNumber: poNumber, termsDays: terms,
      signedOn: try signedOn.map { text throws(PodctlError) in try Day(typed: text, for: "the signing of \(number)") },
      createdAt: now)
    if let commission { order.commission = try Percent(typed: commission, for: "the commission of order \(number)") }
    switch billing {
    case nil, "net": order.isNet = true
    case "gross": order.isNet = false
    case let other?:
      throw PodctlError(
        .orderFileInvalid, "insertion order \"\(number)\" has an unknown billing \"\(other)\"",
        hint: "net takes the agency's commission off, gross only tells of it", context: [.init("order", number)])
    }
    return order
  }
}
