/// What delivery up to the end of a month is worth, what of it was billed, and what was paid. The worth follows from the rule by which
/// invoices are rated, so that both agree but for what came in after an invoice was fixed.
public struct FinanceReport: Sendable, Hashable {
  /// One campaign.
  public struct Line: Sendable, Hashable {
    public var campaign: Slug
    public var campaignName: String
    public var sponsorName: String
    public var currency: Currency
    /// Minor units; nil where it cannot be rated yet.
    public var delivered: Int64?
    /// Flights that have begun and that `delivered` leaves out, since nobody knows what they delivered.
    public var unknownFlights: Int
    /// Of invoices that are still drafts, and are not in `billed`.
    public var drafted: Int64
    public var billed: Int64
    public var paid: Int64
    /// Written off as uncollectible; part of `billed`.
    public var writtenOff: Int64

    /// What was delivered and is neither billed nor drafted; negative where more was.
    public var unbilled: Int64? { delivered.map { $0 - billed - drafted } }
    /// What was billed and is still to come.
    public var open: Int64 { billed - paid - writtenOff }
  }

  /// An invoice of the month or of one before.
  public struct Bill: Sendable, Hashable {
    public var campaign: Slug
    public var status: Invoice.Status
    /// What its flights cost, before commission and tax, which delivery knows nothing of.
    public var total: Money

    public init(campaign: Slug, status: Invoice.Status, total: Money) {
      self.campaign = campaign
      self.status = status
      self.total = total
    }
  }

  public var tenantName: String
  public var isDemo: Bool
  public var month: Period
  /// By campaign.
  public var lines: [Line]

  public init(of tenant: Tenant, month: Period, reports: [SponsorReport], bills: [Bill]) {
    tenantName = tenant.name
    isDemo = tenant.isDemo
    self.month = month
    lines = reports.sorted { $0.campaignSlug < $1.campaignSlug }.map { report in
      func sum(_ isIn: (Invoice.Status) -> Bool) -> Int64 {
        bills.filter { $0.campaign == report.campaignSlug && $0.total.currency == report.currency && isIn($0.status) }
          .reduce(0) { $0 + $1.total.minor }
      }
      return Line(
        campaign: report.campaignSlug, campaignName: report.campaignName, sponsorName: report.sponsorName,
        currency: report.currency, delivered: report.summary.spendMinor.value,
        unknownFlights: report.unknownFlights, drafted: sum { $0 == .draft },
        billed: sum { [.approved, .open, .paid, .uncollectible].contains($0) }, paid: sum { $0 == .paid },
        writtenOff: sum { $0 == .uncollectible })
    }
  }

  /// Campaigns of which more, or less, was billed than delivered, or of which nobody can say.
  public var differing: [Line] { lines.filter { $0.unbilled != 0 } }

  /// The only currency of all lines; nil where there are several.
  public var currency: Currency? {
    let all = Set(lines.map(\.currency))
    return all.count == 1 ? all.first : nil
  }
}
