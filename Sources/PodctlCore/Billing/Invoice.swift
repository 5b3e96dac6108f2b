/// One flight's line of an invoice.
public struct InvoiceLine: Sendable, Hashable, Codable {
  public var flight: Identifier<Flight>
  public var description: String
  public var priceModel: Flight.PriceModel
  public var provenance: Provenance
  /// Minor units: per thousand, for the flight, per conversion or per spot.
  public var rateMinor: Int64
  /// Units of this line alone; negative where it gives back.
  public var units: Int64
  public var amountMinor: Int64
  /// This line's share of the agency's commission, which takes off; nil where none is taken.
  public var commissionMinor: Int64?
  /// The tax on what is left of the line; nil where it is not taxed.
  public var taxMinor: Int64?
  /// Everything delivered of the flight to the period's end.
  public var deliveredUnits: Int64
  /// Everything billed of the flight with this line.
  public var billedMinor: Int64
  public var evidence: BillEvidence

  /// What is left of the line after the commission, before tax.
  public var netMinor: Int64 { amountMinor + (commissionMinor ?? 0) }

  public init(
    flight: Identifier<Flight>, description: String, priceModel: Flight.PriceModel, provenance: Provenance,
    rateMinor: Int64, units: Int64, amountMinor: Int64, deliveredUnits: Int64, billedMinor: Int64,
    evidence: BillEvidence
  ) {
    self.flight = flight
    self.description = description
    self.priceModel = priceModel
    self.provenance = provenance
    self.rateMinor = rateMinor
    self.units = units
    self.amountMinor = amountMinor
    self.deliveredUnits = deliveredUnits
    self.billedMinor = billedMinor
    self.evidence = evidence
  }
}

/// What an invoice says. Two with the same content are the same invoice.
public struct InvoiceContent: Sendable, Hashable, Codable {
  public var number: String
  /// 1, and one more for each invoice of the same order and period that was made void or approved before.
  public var revision: Int
  public var order: Identifier<InsertionOrder>
  public var campaign: Identifier<Campaign>
  public var firstDay: Day
  public var lastDay: Day
  public var billTo: String
  public var poNumber: String?
  /// Days from invoice to payment.
  public var termsDays: Int
  public var currency: Currency
  public var lines: [InvoiceLine]
  /// Nil where the invoice bears nothing beside its lines.
  public var terms: InvoiceTerms?

  /// The sum of the rounded lines with their commission and tax; negative where the invoice gives back more than it
  /// takes.
  public var total: Money {
    Money(minor: lines.reduce(0) { $0 + $1.netMinor + ($1.taxMinor ?? 0) }, currency)
  }

  public init(
    number: String, revision: Int, order: Identifier<InsertionOrder>, campaign: Identifier<Campaign>, firstDay: Day,
    lastDay: Day, billTo: String, poNumber: String?, termsDays: Int, currency: Currency, lines: [InvoiceLine]
  ) {
    self.number = number
    self.revision = revision
    self.order = order
    self.campaign = campaign
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.billTo = billTo
    self.poNumber = poNumber
    self.termsDays = termsDays
    self.currency = currency
    self.lines = lines
  }
}

/// A stored invoice.
public struct Invoice: Sendable, Hashable {
  public enum Status: String, Sendable, CaseIterable, Codable {
    /// Not issued yet: drafting again may replace it.
    case draft
    /// A person let it go out: its lines are fixed from here on.
    case approved
    /// Issued, and not paid yet.
    case open
    case paid
    /// Written off.
    case uncollectible
    /// Withdrawn; it counts for nothing and stays for the record.
    case void

    /// Whether its lines are fixed and count.
    public var isFixed: Bool { self != .draft && self != .void }
  }

  public var id: Identifier<Invoice>
  public var status: Status
  public var createdAt: Instant
  public var content: InvoiceContent

  public init(id: Identifier<Invoice>, status: Status, createdAt: Instant, content: InvoiceContent) {
    self.id = id
    self.status = status
    self.createdAt = createdAt
    self.content = content
  }
}

extension Flight.PriceModel: Codable {}
