/// Whole numbers and fixed-point numbers as text, without a floating-point number in between.
public enum FixedPoint {
  /// `units ÷ 10^digits` with a point and no separators: `-0.05`.
  public static func plain(_ units: Int64, digits: Int) -> String {
    let (whole, fraction) = parts(units, digits: digits)
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The same with commas between thousands: `-1,234.50`.
  public static func grouped(_ units: Int64, digits: Int = 0) -> String {
    let (whole, fraction) = parts(units, digits: digits)
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (units < 0 ? "-" : "") + text + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func parts(_ units: Int64, digits: Int) -> (whole: String, fraction: String) {
    let all = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - all.count)) + all
    return (String(padded.dropLast(digits)), String(padded.suffix(digits)))
  }
}
