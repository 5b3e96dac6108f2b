/// What today's figures say of a draft, beside what it says itself.
public struct BillReview: Sendable, Hashable {
  /// Delivery far above what a flight has booked.
  public struct Spike: Sendable, Hashable {
    public var flight: Slug
    /// Nil where no day stands out, and all days together are too many.
    public var day: Day?
    public var units: Int64
    public var goal: Int64

    /// Nil where neither a day is above the goal nor all days to date are above three times the goal.
    public init?(_ flight: Flight, delivered: Int64, peak: FlightDelivery.DailyUnits?) {
      guard let goal = flight.goal, goal > 0 else { return nil }
      if let peak, peak.units > goal {
        day = peak.day
        units = peak.units
      } else if Int128(delivered) > Int128(goal) * Int128(BillBounds.goalMultiple) {
        day = nil
        units = delivered
      } else {
        return nil
      }
      self.flight = flight.slug
      self.goal = goal
    }
  }

  /// A flight with nothing behind what is billed of it.
  public struct Blank: Sendable, Hashable {
    public var flight: Slug
    /// The fee or minimum that would be due with the flight's end is left out, since nobody knows whether it ran;
    /// otherwise a line is billed without a source.
    public var isLeftOut: Bool

    public init(flight: Slug, isLeftOut: Bool) {
      self.flight = flight
      self.isLeftOut = isLeftOut
    }
  }

  /// What drafting again would make of it; nil where nothing is left to bill.
  public var today: InvoiceContent?
  /// An invoice of a later month, which bills what this one does not.
  public var laterInvoice: String?
  /// Conversions that came in after attribution was last run: what CPA lines say is behind.
  public var unattributed: Int64
  /// The sources that its lines stand on and that end before the period does.
  public var incomplete: [DataSource]
  public var withoutData: [Blank]
  public var spikes: [Spike]

  public init(
    today: InvoiceContent?, laterInvoice: String? = nil, unattributed: Int64 = 0, incomplete: [DataSource] = [],
    withoutData: [Blank] = [], spikes: [Spike] = []
  ) {
    self.today = today
    self.laterInvoice = laterInvoice
    self.unattributed = unattributed
    self.incomplete = incomplete
    self.withoutData = withoutData
    self.spikes = spikes
  }

  func isStale(_ content: InvoiceContent) -> Bool { today != content || unattributed > 0 }

  /// Why the findings that rest on figures were made, in their order, a sentence each.
  public func reasons(for content: InvoiceContent, _ findings: [BillBounds.Finding]) -> [String] {
    findings.flatMap { finding -> [String] in
      switch finding {
      case .stale: stale(content)
      case .incomplete: incomplete.map { "\(ReportReadiness.Obstacle.incomplete($0))" }
      case .noData: withoutData.map(\.description)
      case .spike: spikes.map(\.description)
      case .tooManyLines, .zero, .negative, .unusual, .currency, .early, .noAddress: []
      }
    }
  }

  private func stale(_ content: InvoiceContent) -> [String] {
    var reasons: [String] = []
    if today != content {
      let now =
        today.map { today in
          today.total == content.total
            ? "today's figures make other lines of the same total"
            : "today's figures make \(today.total) of it"
        } ?? "today's figures leave nothing to bill"
      let later = laterInvoice.map { "; \($0) of a later month bills the difference" } ?? ""
      reasons.append("drafted at \(content.total), \(now)\(later)")
    }
    if unattributed > 0 {
      reasons.append("\(unattributed) conversions came in after attribution was run")
    }
    return reasons
  }
}

extension BillReview.Spike: CustomStringConvertible {
  public var description: String {
    "\(flight) has \(units) delivered" + (day.map { " on \($0)" } ?? "") + ", of a goal of \(goal)"
  }
}

extension BillReview.Blank: CustomStringConvertible {
  public var description: String {
    isLeftOut
      ? "\(flight) has ended with neither an airing nor a source: whether its price is due is not known"
      : "\(flight) is billed without a source"
  }
}
