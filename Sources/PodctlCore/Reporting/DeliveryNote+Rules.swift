extension DeliveryNote {
  /// The notes of a report, most pressing first.
  static func all(of input: ReportInput, hasOtherCurrency: Bool) -> [DeliveryNote] {
    var notes: [DeliveryNote] = []
    if input.through < input.period.last {
      notes.append(.incomplete(through: input.through >= input.period.start ? input.through : nil))
    }
    let parts = input.deliveries.flatMap(\.spots).filter { $0.spot.airsOn <= input.period.last }
      .sorted { ($0.spot.airsOn, $0.spot.id) < ($1.spot.airsOn, $1.spot.id) }
    func title(_ spot: Spot) -> String { input.episodes[spot.episode]?.title ?? "—" }
    notes += parts.filter { $0.spot.status == .missed }
      .map { .missed(airsOn: $0.spot.airsOn, episode: title($0.spot), note: $0.spot.note) }
    notes += parts.filter { $0.spot.status == .planned && $0.spot.airsOn < input.today }
      .map { .unconfirmed(airsOn: $0.spot.airsOn, episode: title($0.spot)) }
    for delivery in input.deliveries {
      let flight = delivery.flight
      if delivery.provenance == .imported {
        if let source = delivery.source, delivery.units != nil {
          notes.append(
            .imported(flight: flight.name, source: source, through: input.importedThrough[flight.id]))
        } else if flight.startsOn <= input.period.last {
          notes.append(.notImported(flight: flight.name))
        }
      }
      if delivery.figures == nil, flight.startsOn <= input.period.last {
        notes.append(.notCounted(flight: flight.name))
      }
      if flight.priceModel == .flat, flight.startsOn <= input.period.last {
        notes.append(.flatFee(flight: flight.name, endsOn: flight.endsOn))
      }
      if flight.priceModel == .cpm, let limit = Rating.limit(of: flight), let units = delivery.units, units > limit {
        notes.append(.beyondLimit(flight: flight.name, limit: limit, delivered: units))
      }
    }
    if input.run == nil {
      notes.append(.notAttributed)
    } else if input.conversionsSinceRun > 0 {
      notes.append(.attributionBehind(conversions: input.conversionsSinceRun))
    }
    if hasOtherCurrency { notes.append(.otherCurrency) }
    return notes
  }
}
