import PodctlCore

/// What may be done with a month's bills on a day.
public enum BillMonth {
  /// Throws `period_not_begun` for a month of which there cannot be anything to bill yet.
  public static func requireBegun(_ period: Period, at now: Instant) throws(PodctlError) {
    let today = period.zone.day(of: now)
    guard period.start > today else { return }
    throw PodctlError(
      .periodNotBegun, "\(name(period)) has not begun in \(period.zone): it is \(today) there",
      hint: "a month is drafted once it has begun, and approved once it is over",
      context: [.init("period", name(period)), .init("from", "\(period.start)")])
  }

  /// Throws `period_not_over` for a month that still goes on, whose invoices would be short of what is still to come, and
  /// `period_not_begun` for a later one.
  public static func requireOver(_ period: Period, at now: Instant) throws(PodctlError) {
    try requireBegun(period, at: now)
    guard !isOver(period, at: now) else { return }
    throw PodctlError(
      .periodNotOver, "\(name(period)) is not over in \(period.zone): its last day is \(period.last)",
      hint: "draft it again when it is over, and approve it then",
      context: [.init("period", name(period)), .init("to", "\(period.last)")])
  }

  public static func isOver(_ period: Period, at now: Instant) -> Bool { period.zone.day(of: now) > period.last }

  private static func name(_ period: Period) -> String {
    period.isMonth ? String("\(period.start)".prefix(7)) : "\(period.start) to \(period.last)"
  }
}
