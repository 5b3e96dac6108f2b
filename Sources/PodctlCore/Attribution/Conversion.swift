/// What a sponsor's customer did: an order, a sign-up, a visit.
public struct Conversion: Sendable, Hashable {
  public var id: Identifier<Conversion>
  public var sponsor: Identifier<Sponsor>
  /// The day in the tenant's counting zone.
  public var day: Day
  public var occurredAt: Instant
  /// Such as `purchase` or `signup`, in lower case.
  public var event: String
  /// The sponsor's own number; nil where the event has none.
  public var orderID: String?
  /// Nil credits counts only.
  public var value: Money?
  public var promoCode: String?
  /// The keyed hash of the address; nil where there was no address, so that no touch can match.
  public var household: [UInt8]?
  /// The same address under the secret before that of its day, where a window may reach back to days of that secret.
  public var householdBefore: [UInt8]?
  public var utmSource: String?
  public var utmCampaign: String?
  public var isNewCustomer: Bool?

  public init(
    id: Identifier<Conversion>, sponsor: Identifier<Sponsor>, day: Day, occurredAt: Instant, event: String,
    orderID: String?, value: Money?, promoCode: String?, household: [UInt8]?, householdBefore: [UInt8]? = nil,
    utmSource: String?, utmCampaign: String?, isNewCustomer: Bool?
  ) {
    self.id = id
    self.sponsor = sponsor
    self.day = day
    self.occurredAt = occurredAt
    self.event = event
    self.orderID = orderID
    self.value = value
    self.promoCode = promoCode
    self.household = household
    self.householdBefore = householdBefore
    self.utmSource = utmSource
    self.utmCampaign = utmCampaign
    self.isNewCustomer = isNewCustomer
  }

  /// Every name under which downloads may know its household.
  public var households: [[UInt8]] { [household, householdBefore].compactMap { $0 } }
}
