extension BillPlan {
  /// A flight's line; nil, with a note where people should know, when there is nothing to bill.
  mutating func line(of account: FlightAccount, in order: BilledOrder) throws(PodctlError) -> InvoiceLine? {
    let flight = account.flight
    guard let delivered = account.delivered else {
      guard flight.startsOn <= lastDay else { return nil }
      notes.append(BillNote(.notImported, order, flight: flight.slug, "—, not rated: no delivery imported"))
      return nil
    }
    guard delivered.provenance != .modelled else { return nil }  // estimates are never billed
    guard let units = unitsToRate(account, delivered, order) else { return nil }
    let settles = order.campaignStatus != .cancelled
    let line = try Rating.line(
      of: flight, delivered: units, through: lastDay, settles: settles, billed: account.billed, order.currency)
    if let limit = Rating.limit(of: flight), units > limit, !line.isZero || flight.endsOn >= firstDay {
      notes.append(
        BillNote(
          .limitReached, order, flight: flight.slug, "\(units) delivered, of which at most \(limit) are billed"))
    }
    var evidence = evidence(account, delivered)
    try evidence.tell(flight, delivered: units, through: lastDay, settles: settles, order.currency)
    if let owed = evidence.owedUnits, firstDay <= flight.endsOn {
      let text = "\(units) of \(flight.goal ?? 0) delivered: \(owed) are billed as booked and owed in airings"
      notes.append(BillNote(.makegoodOwed, order, flight: flight.slug, text))
    }
    guard !line.isZero else { return nil }
    return InvoiceLine(
      flight: flight.id, description: "\(flight.name), \(flight.position.rawValue), \(flight.insertion.rawValue)",
      priceModel: flight.priceModel, provenance: flight.priceModel == .cpa ? .imported : delivered.provenance,
      rateMinor: flight.rateMinor, units: line.units, amountMinor: line.amount.minor, deliveredUnits: units,
      billedMinor: line.billedMinor, evidence: evidence)
  }

  /// What the price multiplies: deliveries, or a CPA flight's conversions; nil when the flight is left out.
  private mutating func unitsToRate(
    _ account: FlightAccount, _ delivered: FlightAccount.Delivered, _ order: BilledOrder
  ) -> Int64? {
    let flight = account.flight
    switch flight.priceModel {
    case .cpm:
      return delivered.units
    case .spot:
      return Int64(delivered.spots.count)
    case .flat:
      // Said once, in the month in which the fee would have been billed.
      let endsNow = firstDay <= flight.endsOn && flight.endsOn <= lastDay
      if order.campaignStatus == .cancelled {
        // A fee that was billed before the campaign was cancelled stays billed until people decide otherwise.
        if endsNow, account.billed.minor == 0 {
          let text = "not rated: the campaign was cancelled, so its fee is not billed by itself"
          notes.append(BillNote(.feeOfCancelled, order, flight: flight.slug, text))
        }
        return nil
      }
      guard delivered.hasRun else {
        if endsNow {
          let text = "not rated: the flight ended on \(flight.endsOn) without an airing"
          notes.append(BillNote(.neverRan, order, flight: flight.slug, text))
        }
        return nil
      }
      return delivered.units
    case .cpa:
      guard let conversions = account.conversions else {
        guard flight.startsOn <= lastDay else { return nil }
        let text = "—, not rated: run podctl attribution run --sponsor \(order.sponsorSlug)"
        notes.append(BillNote(.notAttributed, order, flight: flight.slug, text))
        return nil
      }
      if conversions.unattributed > 0 {
        let text = "\(conversions.unattributed) conversions came in after attribution was run; run it again"
        notes.append(BillNote(.attributionBehind, order, flight: flight.slug, text))
      }
      return conversions.byCode + conversions.byLastTouch
    }
  }

  private func evidence(_ account: FlightAccount, _ delivered: FlightAccount.Delivered) -> BillEvidence {
    let flight = account.flight
    // An adjustment of a period that was billed before is about that period.
    let next = account.billedThrough.map { $0.advanced(by: 1) } ?? min(flight.startsOn, firstDay)
    let first = next > lastDay ? firstDay : next
    let isConversions = flight.priceModel == .cpa
    let basis: BillEvidence.Basis =
      switch flight.priceModel {
      case .cpm: delivered.provenance == .imported ? .imported : .downloads
      case .flat, .spot: .fee
      case .cpa: .conversions
      }
    return BillEvidence(
      basis: basis, firstDay: first, lastDay: lastDay, limit: Rating.limit(of: flight),
      spots: isConversions ? [] : delivered.spots, source: isConversions ? nil : delivered.source,
      imports: isConversions ? [] : delivered.imports,
      byCode: isConversions ? account.conversions?.byCode : nil,
      byLastTouch: isConversions ? account.conversions?.byLastTouch : nil,
      windowDays: isConversions ? account.conversions?.windowDays : nil)
  }
}
