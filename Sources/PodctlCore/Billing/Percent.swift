/// A share of an amount in thousandths of a percent: 8.875 % is 8875. Never a floating-point number.
public struct Percent: Sendable, Hashable, CustomStringConvertible {
  public var thousandths: Int64

  public init(thousandths: Int64) { self.thousandths = thousandths }

  /// Reads `20`, `7.7` or `8.875`; throws `rate_invalid` for anything else, or what is not from 0 to 100.
  public init(typed text: some StringProtocol, for what: String) throws(PodctlError) {
    guard let thousandths = Money.minorUnits(text, digits: 3), (0...100_000).contains(thousandths) else {
      throw PodctlError(
        .rateInvalid, "\(what) is no percentage: \"\(text)\"",
        hint: "write 0 to 100 with a point and at most three decimals, for example 15 or 8.875")
    }
    self.thousandths = thousandths
  }

  /// Of so many minor units, rounded once, half away from zero.
  public func of(_ minor: Int64) -> Int64 {
    Money.divideRounding(Int128(minor) * Int128(thousandths), by: 100_000)
  }

  /// Of each of several amounts, so that the parts sum to the share of their sum: that is rounded once, and what the
  /// parts are short of it goes to the largest remainders, ties to the earlier one. Amounts may be negative.
  public func split(over amounts: [Int64]) -> [Int64] {
    let products = amounts.map { Int128($0) * Int128(thousandths) }
    var parts: [Int64] = []
    var remainders: [(index: Int, value: Int128)] = []
    for (index, product) in products.enumerated() {
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: 100_000)
      let isBelow = remainder < 0
      parts.append(Int64(isBelow ? quotient - 1 : quotient))
      remainders.append((index, isBelow ? remainder + 100_000 : remainder))
    }
    let whole = of(amounts.reduce(0, +))
    // Each part is rounded down, by less than one: what is missing is less than one a part.
    let missing = Int(whole - parts.reduce(0, +))
    remainders.sort { ($0.value, $1.index) > ($1.value, $0.index) }
    for entry in remainders.prefix(missing) { parts[entry.index] += 1 }
    return parts
  }

  /// `8.875`, without zeros that say nothing.
  public var description: String {
    let rest = String(1000 + thousandths % 1000).dropFirst()
    let digits = rest.reversed().drop { $0 == "0" }.reversed()
    return "\(thousandths / 1000)" + (digits.isEmpty ? "" : "." + String(digits))
  }
}

extension Percent: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(thousandths: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(thousandths)
  }
}
