/// What one run found for a sponsor; every conversion is in exactly one of attributed, no household, no touch.
public struct AttributionSummary: Sendable, Hashable {
  public var conversions = 0
  /// Conversions with at least one touch of their household in the window.
  public var attributed = 0
  /// Conversions without an address to match.
  public var withoutHousehold = 0
  /// Conversions with an address and no touch in the window.
  public var withoutTouch = 0
  /// Conversions whose promo code credits a flight, whether or not their household has touches too.
  public var byCode = 0
  /// Conversions with a code that credits no flight: unknown to the sponsor's flights, or used before the first.
  public var unknownCodes = 0
  public var touches = 0

  public var unattributed: Int { withoutHousehold + withoutTouch }

  public init() {}

  /// Counts one conversion with its touches in the window and the flight of its code.
  public mutating func count(_ conversion: Conversion, touches found: Int, codeFlight: Identifier<Flight>?) {
    conversions += 1
    touches += found
    if found > 0 {
      attributed += 1
    } else if conversion.household == nil {
      withoutHousehold += 1
    } else {
      withoutTouch += 1
    }
    if codeFlight != nil {
      byCode += 1
    } else if conversion.promoCode != nil {
      unknownCodes += 1
    }
  }
}
