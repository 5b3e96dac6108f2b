/// Something that a bill does not contain, and why.
public struct BillNote: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A dynamic flight whose delivery nobody has imported: shown as "—".
    case notImported = "not-imported"
    /// A CPA flight whose sponsor's conversions were never attributed.
    case notAttributed = "not-attributed"
    /// Conversions came in after attribution was last run.
    case attributionBehind = "attribution-behind"
    /// Delivery went beyond what the flight bills at most.
    case limitReached = "limit-reached"
    /// A flight ended short of its goal: what is missing is billed and owed in airings.
    case makegoodOwed = "makegood-owed"
    /// A flat fee whose flight ended without an airing.
    case neverRan = "never-ran"
    /// A flat fee of a cancelled campaign is left to people.
    case feeOfCancelled = "fee-of-cancelled"
    /// A campaign that was never launched.
    case notLaunched = "not-launched"
    /// A later month is drafted; it holds what this month's invoice does not.
    case billedLater = "billed-later"
  }

  public var kind: Kind
  public var orderNumber: String
  public var campaign: Slug
  /// Nil where the note is on the order as a whole.
  public var flight: Slug?
  public var text: String

  public init(_ kind: Kind, _ order: BilledOrder, flight: Slug? = nil, _ text: String) {
    self.kind = kind
    orderNumber = order.number
    campaign = order.campaignSlug
    self.flight = flight
    self.text = text
  }
}
