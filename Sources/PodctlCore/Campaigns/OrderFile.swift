/// A campaign as an order file gives it: sponsor, campaign, paper, flights and spots in one. Amounts and days are text
/// here, as the file has them; making a campaign of it reads and checks them.
public struct OrderFile: Codable, Sendable, Hashable {
  public var sponsor: SponsorPart
  public var campaign: CampaignPart
  public var orders: [OrderPart]

  /// A sponsor by its slug; with a name it is added where it is not yet known.
  public struct SponsorPart: Codable, Sendable, Hashable {
    public var slug: String
    public var name: String?
    public var contactName: String?
    public var contactEmail: String?
    public var website: String?

    public init(
      slug: String, name: String? = nil, contactName: String? = nil, contactEmail: String? = nil,
      website: String? = nil
    ) {
      self.slug = slug
      self.name = name
      self.contactName = contactName
      self.contactEmail = contactEmail
      self.website = website
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
      case slug, name
      case contactName = "contact_name"
      case contactEmail = "contact_email"
      case website
    }

    public init(from decoder: any Decoder) throws {
      try OrderFileKeys.refuseUnknown(CodingKeys.self, in: decoder)
      let container = try decoder.container(keyedBy: CodingKeys.self)
      slug = try container.decode(String.self, forKey: .slug)
      name = try container.decodeIfPresent(String.self, forKey: .name)
      contactName = try container.decodeIfPresent(String.self, forKey: .contactName)
      contactEmail = try container.decodeIfPresent(String.self, forKey: .contactEmail)
      website = try container.decodeIfPresent(String.self, forKey: .website)
    }
  }

  public struct CampaignPart: Codable, Sendable, Hashable {
    public var slug: String
    public var name: String
    /// The tenant's where it is left out.
    public var currency: String?
    public var notes: String?

    public init(slug: String, name: String, currency: String? = nil, notes: String? = nil) {
      self.slug = slug
      self.name = name
      self.currency = currency
      self.notes = notes
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case slug, name, currency, notes }

    public init(from decoder: any Decoder) throws {
      try OrderFileKeys.refuseUnknown(CodingKeys.self, in: decoder)
      let container = try decoder.container(keyedBy: CodingKeys.self)
      slug = try container.decode(String.self, forKey: .slug)
      name = try container.decode(String.self, forKey: .name)
      currency = try container.decodeIfPresent(String.self, forKey: .currency)
      notes = try container.decodeIfPresent(String.self, forKey: .notes)
    }
  }

  /// One signed paper and its flights.
  public struct OrderPart: Codable, Sendable, Hashable {
    public var number: String
    /// 1 where it is left out.
    public var revision: Int?
    /// The sponsor's name where it is left out.
    public var billTo: String?
    public var poNumber: String?
    /// Days to payment; 30 where it is left out.
    public var termsDays: Int?
    public var signedOn: String?
    /// The agency's share in percent.
    public var commission: String?
    /// `net` or `gross`; net where it is left out.
    public var billing: String?
    public var flights: [FlightPart]

    public init(
      number: String, revision: Int? = nil, billTo: String? = nil, poNumber: String? = nil,
      termsDays: Int? = nil, signedOn: String? = nil, commission: String? = nil, billing: String? = nil,
      flights: [FlightPart] = []
    ) {
      self.number = number
      self.revision = revision
      self.billTo = billTo
      self.poNumber = poNumber
      self.termsDays = termsDays
      self.signedOn = signedOn
      self.commission = commission
      self.billing = billing
      self.flights = flights
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
      case number, revision
      case billTo = "bill_to"
      case poNumber = "po"
      case termsDays = "terms_days"
      case signedOn = "signed_on"
      case commission, billing, flights
    }

    public init(from decoder: any Decoder) throws {
      try OrderFileKeys.refuseUnknown(CodingKeys.self, in: decoder)
      let container = try decoder.container(keyedBy: CodingKeys.self)
      number = try container.decode(String.self, forKey: .number)
      revision = try container.decodeIfPresent(Int.self, forKey: .revision)
      billTo = try container.decodeIfPresent(String.self, forKey: .billTo)
      poNumber = try container.decodeIfPresent(String.self, forKey: .poNumber)
      termsDays = try container.decodeIfPresent(Int.self, forKey: .termsDays)
      signedOn = try container.decodeIfPresent(String.self, forKey: .signedOn)
      commission = try container.decodeIfPresent(String.self, forKey: .commission)
      billing = try container.decodeIfPresent(String.self, forKey: .billing)
      flights = try container.decodeIfPresent([FlightPart].self, forKey: .flights) ?? []
    }
  }

  public init(sponsor: SponsorPart, campaign: CampaignPart, orders: [OrderPart]) {
    self.sponsor = sponsor
    self.campaign = campaign
    self.orders = orders
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case sponsor, campaign, orders }

  public init(from decoder: any Decoder) throws {
    try OrderFileKeys.refuseUnknown(CodingKeys.self, in: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    sponsor = try container.decode(SponsorPart.self, forKey: .sponsor)
    campaign = try container.decode(CampaignPart.self, forKey: .campaign)
    orders = try container.decodeIfPresent([OrderPart].self, forKey: .orders) ?? []
  }
}
