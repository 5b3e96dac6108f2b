/// A company that buys sponsorships from a tenant.
public struct Sponsor: Sendable, Hashable {
  public var id: Identifier<Sponsor>
  public var slug: Slug
  public var name: String
  public var contactName: String?
  public var contactEmail: String?
  public var website: String?
  public var createdAt: Instant
  public var updatedAt: Instant

  public init(
    id: Identifier<Sponsor>, slug: Slug, name: String, contactName: String?, contactEmail: String?,
    website: String?, createdAt: Instant, updatedAt: Instant
  ) {
    self.id = id
    self.slug = slug
    self.name = name
    self.contactName = contactName
    self.contactEmail = contactEmail
    self.website = website
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

/// A sponsor's effort, made of insertion orders and their flights.
public struct Campaign: Sendable, Hashable {
  public enum Status: String, Sendable, CaseIterable { case draft, active, paused, completed, cancelled }

  public var id: Identifier<Campaign>
  public var sponsor: Identifier<Sponsor>
  public var slug: Slug
  public var name: String
  public var status: Status
  public var currency: Currency
  public var notes: String?
  public var createdAt: Instant
  public var updatedAt: Instant

  public init(
    id: Identifier<Campaign>, sponsor: Identifier<Sponsor>, slug: Slug, name: String, status: Status,
    currency: Currency, notes: String?, createdAt: Instant, updatedAt: Instant
  ) {
    self.id = id
    self.sponsor = sponsor
    self.slug = slug
    self.name = name
    self.status = status
    self.currency = currency
    self.notes = notes
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

/// The signed paper (IO) under which flights are delivered and billed.
public struct InsertionOrder: Sendable, Hashable {
  public var id: Identifier<InsertionOrder>
  public var campaign: Identifier<Campaign>
  public var number: String
  public var revision: Int
  public var billTo: String
  public var poNumber: String?
  /// Days from invoice to payment.
  public var termsDays: Int
  public var signedOn: Day?
  public var createdAt: Instant
  /// The agency's share of what is billed; nil where no agency takes any.
  public var commission: Percent?
  /// Whether invoices take the commission off; otherwise they are gross and only tell of it.
  public var isNet = true

  public init(
    id: Identifier<InsertionOrder>, campaign: Identifier<Campaign>, number: String, revision: Int, billTo: String,
    poNumber: String?, termsDays: Int, signedOn: Day?, createdAt: Instant
  ) {
    self.id = id
    self.campaign = campaign
    self.number = number
    self.revision = revision
    self.billTo = billTo
    self.poNumber = poNumber
    self.termsDays = termsDays
    self.signedOn = signedOn
    self.createdAt = createdAt
  }
}
