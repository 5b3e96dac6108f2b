import Foundation
import PodctlCore

extension Flight {
  /// A flight of October 2026 unless told otherwise.
  static func sample(
    _ model: PriceModel = .cpm, rate: Int64 = 2500, goal: Int64? = nil, cap: Int64? = nil, slug: String = "fall",
    from first: String = "2026-10-01", to last: String = "2026-10-31", insertion: Insertion = .bakedIn,
    number: UInt64 = 1
  ) throws -> Flight {
    let noon = Instant(seconds: 1_790_000_000)
    return Flight(
      id: Identifier(high: 3, low: number), campaign: Identifier(high: 2, low: 1), order: Identifier(high: 4, low: 1),
      slug: try Slug(slug), name: slug.capitalized, startsOn: try Day(typed: first, for: "start"),
      endsOn: try Day(typed: last, for: "end"), position: .midRoll, insertion: insertion, goal: goal,
      priceModel: model, rateMinor: rate, cap: cap, promoCode: nil, vanityURL: nil, windowDays: 30,
      deliverySource: nil, createdAt: noon, updatedAt: noon)
  }
}

extension Day {
  /// The last day of a month such as `2026-10`.
  static func end(of month: String) throws -> Day { try Period(month: month, zone: .utc).last }
}
