/// The noun of a report's id.
public enum Report {}

/// Which report this is: the same figures keep id and revision, other figures of the same period make the next.
public struct ReportRevision: Sendable, Hashable {
  public var id: Identifier<Report>
  /// From 1.
  public var number: Int
  public var madeAt: Instant
  /// What the revision before said otherwise; empty for the first.
  public var restated: [Restatement]
  /// When the revision before was made; nil for the first.
  public var restatesReportOf: Instant?
  /// False where the database could not be written: then the report has no place to be found again.
  public var isStored: Bool

  public init(
    id: Identifier<Report>, number: Int, madeAt: Instant, restated: [Restatement], restatesReportOf: Instant?,
    isStored: Bool
  ) {
    self.id = id
    self.number = number
    self.madeAt = madeAt
    self.restated = restated
    self.restatesReportOf = restatesReportOf
    self.isStored = isStored
  }
}

/// One headline figure that changed between two revisions.
public struct Restatement: Sendable, Hashable {
  public enum Figure: String, Sendable, CaseIterable {
    case delivered, inPeriod = "in_period", reach, conversions, redemptions, spend, revenue
  }

  public var figure: Figure
  public var from: Int64?
  public var to: Int64?

  public init(figure: Figure, from: Int64?, to: Int64?) {
    self.figure = figure
    self.from = from
    self.to = to
  }

  /// The figures that differ, in their order.
  public static func between(_ old: [Figure: Int64], _ new: [Figure: Int64]) -> [Restatement] {
    Figure.allCases.compactMap { figure in
      old[figure] == new[figure] ? nil : Restatement(figure: figure, from: old[figure], to: new[figure])
    }
  }
}

extension SponsorReport {
  /// The figures that a restatement names; hundredths for conversions, minor units for money.
  public var restatable: [Restatement.Figure: Int64] {
    let group = mainGroup
    let figures: [Restatement.Figure: Int64?] = [
      .delivered: group?.delivered, .inPeriod: group?.inPeriod.value, .reach: summary.reach.value,
      .conversions: summary.conversionsHundredths.value, .redemptions: summary.redemptions.value,
      .spend: summary.spendMinor.value, .revenue: summary.revenueMinor.value,
    ]
    return figures.compactMapValues { $0 }
  }
}
