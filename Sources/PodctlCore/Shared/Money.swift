/// A three-letter ISO 4217 currency and the number of its minor digits.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  public let code: String
  public var description: String { code }

  /// Takes a code such as `USD`; throws `invalid_money` when it is not three capital letters.
  public init(_ code: String) throws(PodctlError) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw PodctlError(
        .invalidMoney, "\"\(code)\" is not a currency",
        hint: "use a three-letter ISO 4217 code in capitals, for example USD")
    }
    self.code = code
  }

  private init(known code: String) { self.code = code }
  public static let usd = Currency(known: "USD")

  /// Digits after the decimal point (ISO 4217); two unless the currency is one of the listed exceptions.
  public var minorDigits: Int {
    switch code {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
      "XPF":
      0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    default: 2
    }
  }

  /// Minor units in one major unit.
  public var scale: Int64 { [1, 10, 100, 1000][minorDigits] }
}

/// An amount in whole minor units (cents) of one currency; never a floating-point number.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  public var minor: Int64
  public var currency: Currency

  public init(minor: Int64, _ currency: Currency) {
    self.minor = minor
    self.currency = currency
  }

  public static func zero(_ currency: Currency) -> Money { Money(minor: 0, currency) }

  /// Reads a plain decimal such as `25`, `25.00` or `-0.5`; throws `invalid_money` on anything else or too many digits.
  public init(decimal text: some StringProtocol, _ currency: Currency) throws(PodctlError) {
    guard let minor = Money.minorUnits(text, digits: currency.minorDigits) else {
      throw PodctlError(
        .invalidMoney, "\"\(text)\" is not an amount in \(currency)",
        hint: "write digits with a point and at most \(currency.minorDigits) decimals, for example 25.00")
    }
    self.init(minor: minor, currency)
  }

  static func minorUnits(_ text: some StringProtocol, digits: Int) -> Int64? {
    var bytes = Array(text.utf8)[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, !whole.isEmpty else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard parts.count == 1 || !fraction.isEmpty, fraction.count <= digits else { return nil }
    var value: Int64 = 0
    for byte in Array(whole) + fraction + [UInt8](repeating: 48, count: digits - fraction.count) {
      guard (48...57).contains(byte) else { return nil }
      let (product, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, overSum) = product.addingReportingOverflow(Int64(byte - 48))
      guard !over, !overSum else { return nil }
      value = sum
    }
    return negative ? -value : value
  }

  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "money of two currencies cannot be added")
    return Money(minor: left.minor + right.minor, left.currency)
  }

  public static func - (left: Money, right: Money) -> Money { left + Money(minor: -right.minor, right.currency) }

  /// `minor × numerator ÷ denominator`, rounded once, half away from zero; the product is taken in 128 bits.
  public func scaled(by numerator: Int64, over denominator: Int64) -> Money {
    Money(minor: Money.divideRounding(Int128(minor) * Int128(numerator), by: Int128(denominator)), currency)
  }

  /// Rounds half away from zero; traps when the quotient does not fit 64 bits, which no real amount reaches.
  public static func divideRounding(_ numerator: Int128, by denominator: Int128) -> Int64 {
    precondition(denominator > 0)
    let magnitude = numerator.magnitude
    let divisor = denominator.magnitude
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor)
    let rounded = remainder >= divisor - remainder ? quotient + 1 : quotient
    return numerator < 0 ? -Int64(rounded) : Int64(rounded)
  }

  /// Splits into parts in proportion to the weights so that they sum exactly, by largest remainder; ties go to the
  /// earlier part. All weights zero gives equal shares; no weights gives none.
  public func split(by weights: [Int64]) -> [Money] {
    Money.apportion(minor, by: weights).map { Money(minor: $0, currency) }
  }

  /// The integer form of `split(by:)`; weights must not be negative.
  public static func apportion(_ total: Int64, by weights: [Int64]) -> [Int64] {
    guard !weights.isEmpty else { return [] }
    precondition(weights.allSatisfy { $0 >= 0 }, "a share cannot be negative")
    let shares = weights.allSatisfy { $0 == 0 } ? [Int64](repeating: 1, count: weights.count) : weights
    let sum = shares.reduce(UInt128(0)) { $0 + UInt128($1) }
    let magnitude = UInt128(total.magnitude)
    var parts: [UInt128] = []
    var remainders: [(index: Int, value: UInt128)] = []
    for (index, share) in shares.enumerated() {
      let (quotient, remainder) = (magnitude * UInt128(share)).quotientAndRemainder(dividingBy: sum)
      parts.append(quotient)
      remainders.append((index, remainder))
    }
    let missing = Int(magnitude - parts.reduce(0, +))
    remainders.sort { ($0.value, $1.index) > ($1.value, $0.index) }
    for entry in remainders.prefix(missing) { parts[entry.index] += 1 }
    return parts.map { total < 0 ? -Int64($0) : Int64($0) }
  }

  /// The plain decimal, without separators or symbol: `-1234.50`.
  public var decimal: String {
    let digits = currency.minorDigits
    var text = String(minor.magnitude)
    if digits > 0 {
      text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
    }
    return minor < 0 ? "-" + text : text
  }

  /// As the house shows money to people everywhere: `USD -1,234.50`.
  public var description: String {
    let parts = decimal.split(separator: ".")
    let digits = parts[0].drop { $0 == "-" }
    var text = minor < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    if parts.count == 2 { text += ".\(parts[1])" }
    return "\(currency) \(text)"
  }
}

extension Currency: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
