import PodctlCore

/// Round marks for an axis, in whole numbers only.
enum AxisTicks {
  /// 0 and the multiples of 1, 2 or 5 × 10ⁿ up to the first one that is not below the greatest value.
  static func values(upTo greatest: Int64, about count: Int64 = 4) -> [Int64] {
    let least = max(greatest, 1)
    var step: Int64 = 1
    search: while true {
      for factor: Int64 in [1, 2, 5] where step * factor * count >= least {
        step *= factor
        break search
      }
      step *= 10
    }
    let top = (least + step - 1) / step
    return (0...top).map { $0 * step }
  }

  /// `0`, `500`, `1,500`, `20k`, `1.5M`: short enough for an axis.
  static func label(_ value: Int64, step: Int64) -> String {
    if value >= 1_000_000 { return scaled(value, by: 1_000_000, step: step) + "M" }
    if value >= 10_000 { return scaled(value, by: 1000, step: step) + "k" }
    return FixedPoint.grouped(value)
  }

  private static func scaled(_ value: Int64, by unit: Int64, step: Int64) -> String {
    let tenths = value * 10 / unit
    return tenths % 10 == 0 ? "\(tenths / 10)" : FixedPoint.plain(tenths, digits: 1)
  }

  /// Days to write under an axis: Mondays where few, else every second, fourth or eighth one.
  static func days(from first: Day, through last: Day, atMost limit: Int) -> [Day] {
    let count = first.distance(to: last) + 1
    if count <= limit { return Array(stride(from: first, through: last, by: 1)) }
    var step = 7
    while (count + step - 1) / step > limit { step *= 2 }
    let monday = first.weekday == 1 ? first : first.monday.advanced(by: 7)
    return Array(stride(from: monday, through: last, by: step))
  }
}
