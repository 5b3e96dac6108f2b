/// A show's days that are unlike its other days of the same weekday: releases make a week's shape, so that only like is
/// compared with like. The day itself is left out of what it is compared with, since among few days it would hide.
public enum UnusualDays {
  /// Standard deviations, and interquartile ranges beyond the quartiles (Tukey's far-out fence).
  public static let deviations = 3.0
  public static let fences = 3.0
  /// Days of the same weekday that there must be besides.
  public static let leastOthers = 5

  /// By z-score and by IQR; a day can be found by both. Days without downloads count as 0.
  public static func find(_ downloads: [Day: Int64], of show: Slug, in days: ClosedRange<Day>) -> [Anomaly] {
    Array(days).flatMap { day -> [Anomaly] in
      let others = days.filter { $0 != day && $0.weekday == day.weekday }.map { Double(downloads[$0] ?? 0) }
      guard others.count >= leastOthers else { return [] }
      let value = Double(downloads[day] ?? 0)
      return [byDeviation(value, others, show, day), byQuartiles(value, others, show, day)].compactMap { $0 }
    }
  }

  static func byDeviation(_ value: Double, _ others: [Double], _ show: Slug, _ day: Day) -> Anomaly? {
    let mean = others.reduce(0, +) / Double(others.count)
    let variance = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(others.count - 1)
    // Counts scatter by at least their root, however alike a few of them are.
    let deviation = max(variance.squareRoot(), max(mean, 1).squareRoot())
    let score = (value - mean) / deviation
    guard abs(score) >= deviations else { return nil }
    return Anomaly(
      .unusualDayByZ, show: show, on: day, number: score, threshold: score < 0 ? -deviations : deviations, unit: "σ",
      detail:
        "\(Int64(value)) downloads; other such weekdays have \(Int64(mean.rounded())) ± \(Int64(deviation.rounded()))")
  }

  static func byQuartiles(_ value: Double, _ others: [Double], _ show: Slug, _ day: Day) -> Anomaly? {
    let sorted = others.sorted()
    let first = quantile(sorted, 0.25)
    let third = quantile(sorted, 0.75)
    let range = max(third - first, max(quantile(sorted, 0.5), 1).squareRoot())
    let low = first - fences * range
    let high = third + fences * range
    guard value < low || value > high else { return nil }
    return Anomaly(
      .unusualDayByIQR, show: show, on: day, number: value, threshold: value < low ? low : high, unit: "downloads",
      detail: "half of the other such weekdays have \(Int64(first.rounded())) to \(Int64(third.rounded()))")
  }

  /// Between the two nearest values, in proportion (type 7 of Hyndman and Fan).
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}
