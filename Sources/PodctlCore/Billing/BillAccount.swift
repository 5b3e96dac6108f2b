/// An insertion order as far as an invoice needs it.
public struct BilledOrder: Sendable, Hashable, Codable {
  public var id: Identifier<InsertionOrder>
  public var number: String
  public var billTo: String
  public var poNumber: String?
  public var termsDays: Int
  public var campaign: Identifier<Campaign>
  public var campaignSlug: Slug
  public var campaignName: String
  public var campaignStatus: Campaign.Status
  public var sponsor: Identifier<Sponsor>
  public var sponsorSlug: Slug
  public var sponsorName: String
  public var currency: Currency
  public var commission: Percent?
  /// Whether the commission is taken off.
  public var isNet = true
  /// What is known of who is billed; nil where nothing was said.
  public var payer: Payer?

  public init(
    id: Identifier<InsertionOrder>, number: String, billTo: String, poNumber: String?, termsDays: Int,
    campaign: Identifier<Campaign>, campaignSlug: Slug, campaignName: String, campaignStatus: Campaign.Status,
    sponsor: Identifier<Sponsor>, sponsorSlug: Slug, sponsorName: String, currency: Currency
  ) {
    self.id = id
    self.number = number
    self.billTo = billTo
    self.poNumber = poNumber
    self.termsDays = termsDays
    self.campaign = campaign
    self.campaignSlug = campaignSlug
    self.campaignName = campaignName
    self.campaignStatus = campaignStatus
    self.sponsor = sponsor
    self.sponsorSlug = sponsorSlug
    self.sponsorName = sponsorName
    self.currency = currency
  }
}

/// A flight with what it has to show at a period's end.
public struct FlightAccount: Sendable, Hashable {
  /// What was delivered from the first day to the period's end, by the same ledger as the report.
  public struct Delivered: Sendable, Hashable {
    public var provenance: Provenance
    public var units: Int64
    public var spots: [BillEvidence.SpotUnits]
    public var source: String?
    public var imports: [String]
    /// The day on which most was delivered; nil where nothing was.
    public var peak: FlightDelivery.DailyUnits?

    /// False for a flight of which nothing was ever heard: no spot aired and nothing was delivered.
    public var hasRun: Bool { units > 0 || !spots.isEmpty || !imports.isEmpty }

    public init(
      provenance: Provenance, units: Int64, spots: [BillEvidence.SpotUnits], source: String?, imports: [String],
      peak: FlightDelivery.DailyUnits? = nil
    ) {
      self.provenance = provenance
      self.units = units
      self.spots = spots
      self.source = source
      self.imports = imports
      self.peak = peak
    }
  }

  /// Conversions of the flight to the period's end: each whole, by its code, else by last touch.
  public struct Conversions: Sendable, Hashable {
    public var byCode: Int64
    public var byLastTouch: Int64
    public var windowDays: Int
    /// Conversions of the sponsor that came in after attribution was last run.
    public var unattributed: Int64

    public init(byCode: Int64, byLastTouch: Int64, windowDays: Int, unattributed: Int64) {
      self.byCode = byCode
      self.byLastTouch = byLastTouch
      self.windowDays = windowDays
      self.unattributed = unattributed
    }
  }

  public var flight: Flight
  /// Nil where nothing says what was delivered: a dynamic flight without an import.
  public var delivered: Delivered?
  /// Nil where attribution has not been run; only a CPA flight needs it.
  public var conversions: Conversions?
  /// What earlier periods billed, and the last day that they covered.
  public var billed: Rating.Billed
  public var billedThrough: Day?

  public init(
    flight: Flight, delivered: Delivered?, conversions: Conversions?, billed: Rating.Billed, billedThrough: Day?
  ) {
    self.flight = flight
    self.delivered = delivered
    self.conversions = conversions
    self.billed = billed
    self.billedThrough = billedThrough
  }
}

/// An insertion order with its flights and the invoices that it has.
public struct OrderAccount: Sendable, Hashable {
  public var order: BilledOrder
  public var flights: [FlightAccount]
  /// The draft of this very period, if there is one.
  public var standing: Invoice?
  /// Invoices of this very period that are approved or issued; what came later goes on a further revision.
  public var fixed: [Invoice]
  /// The highest revision that an invoice of this very period other than the draft has; 0 for none.
  public var lastRevision: Int
  /// The number of the earliest invoice of a later period; such an invoice bills this period's delivery too.
  public var laterInvoice: String?

  public init(
    order: BilledOrder, flights: [FlightAccount], standing: Invoice?, fixed: [Invoice] = [],
    lastRevision: Int, laterInvoice: String?
  ) {
    self.order = order
    self.flights = flights
    self.standing = standing
    self.fixed = fixed
    self.lastRevision = lastRevision
    self.laterInvoice = laterInvoice
  }
}

extension Campaign.Status: Codable {}
