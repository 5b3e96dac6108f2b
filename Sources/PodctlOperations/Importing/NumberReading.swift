import PodctlCore

/// The mark before the decimals.
public enum DecimalMark: String, Sendable, CaseIterable {
  case point
  case comma

  var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
  var grouping: UInt8 { self == .point ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}

/// Reads amounts and counts as people's exports write them (`1234.5`, `1.234,50`, `$1,234.50`, `€ 12,00`). `1.234`
/// alone may be a thousand or one and a bit: it is read by the declared mark, else by the mark that the file's other
/// values show, and otherwise rejected, never guessed.
public struct NumberReading: Sendable, Equatable {
  /// What a single separator before three digits means; nil when nothing has said so.
  public let decimalMark: DecimalMark?

  public init(decimalMark: DecimalMark?) { self.decimalMark = decimalMark }

  /// The mark that all values agree on which can be read in one way only; none where they differ or none can.
  public init(learningFrom values: some Sequence<String>) {
    var seen: Set<DecimalMark> = []
    for value in values {
      guard let number = try? Self.bare(value, .any).digits, let mark = Self.evidence(in: number) else {
        continue
      }
      seen.insert(mark)
      if seen.count > 1 { break }
    }
    decimalMark = seen.count == 1 ? seen.first : nil
  }

  /// An amount in minor units; throws the reason when it is none, is in another currency or can be read in two ways.
  public func money(_ text: String, _ currency: Currency) throws(RowProblem) -> Money {
    let (negative, digits) = try Self.bare(text, .exactly(currency))
    let (whole, fraction) = try parts(of: digits, text, isWhole: false)
    guard fraction.count <= currency.minorDigits || fraction.dropFirst(currency.minorDigits).allSatisfy({ $0 == 48 })
    else {
      throw RowProblem("\"\(text)\" has more decimals than \(currency) has")
    }
    let kept = fraction.prefix(currency.minorDigits)
    let plain = String(decoding: whole + (kept.isEmpty ? [] : [UInt8(ascii: ".")] + kept), as: UTF8.self)
    guard let amount = try? Money(decimal: plain, currency) else {
      throw RowProblem("\"\(text)\" is too large an amount")
    }
    return negative ? Money(minor: -amount.minor, currency) : amount
  }

  /// A decimal as digits with a point, whatever its currency; throws the reason when it is none or can be read in two
  /// ways.
  public func plainDecimal(_ text: String) throws(RowProblem) -> String {
    let (negative, digits) = try Self.bare(text, .none)
    let (whole, fraction) = try parts(of: digits, text, isWhole: false)
    let plain = String(decoding: fraction.isEmpty ? whole : whole + [UInt8(ascii: ".")] + fraction, as: UTF8.self)
    return negative ? "-" + plain : plain
  }

  /// A whole number, zero or more; throws the reason when it is none or can be read in two ways.
  public func count(_ text: String) throws(RowProblem) -> Int64 {
    let (negative, digits) = try Self.bare(text, .none)
    guard !negative else { throw RowProblem("\"\(text)\" is negative") }
    let (whole, fraction) = try parts(of: digits, text, isWhole: true)
    guard fraction.allSatisfy({ $0 == 48 }) else { throw RowProblem("\"\(text)\" is not a whole number") }
    guard let count = Int64(String(decoding: whole, as: UTF8.self)) else {
      throw RowProblem("\"\(text)\" is too large a number")
    }
    return count
  }

  /// Splits at the decimal mark and takes the grouping out.
  private func parts(
    of number: [UInt8], _ text: String, isWhole: Bool
  ) throws(RowProblem) -> (whole: [UInt8], fraction: [UInt8]) {
    var mark = Self.evidence(in: number)
    if mark == nil, number.contains(where: { $0 == 44 || $0 == 46 }) {
      mark = decimalMark
      // A count has no decimals, so that three digits other than zeros after a separator are a group of thousands.
      if mark == nil, isWhole, !number.suffix(3).allSatisfy({ $0 == 48 }) {
        mark = number.contains(DecimalMark.point.byte) ? .comma : .point
      }
      guard mark != nil else {
        throw RowProblem("\"\(text)\" can be read in two ways; say with --decimal point or comma which mark is meant")
      }
    } else if let mark, let decimalMark, mark != decimalMark {
      throw RowProblem("\"\(text)\" is not written with a decimal \(decimalMark.rawValue)")
    }
    guard let mark else { return (number, []) }
    let pieces = number.split(separator: mark.byte, omittingEmptySubsequences: false).map(Array.init)
    let groups = pieces[0].split(separator: mark.grouping, omittingEmptySubsequences: false).map(Array.init)
    let isGrouped =
      groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard pieces.count <= 2, isGrouped, pieces.count == 1 || !pieces[1].isEmpty,
      pieces.count == 1 || !pieces[1].contains(mark.grouping), !(groups.count == 1 && groups[0].isEmpty)
    else {
      throw RowProblem("\"\(text)\" is not a number")
    }
    return (groups.flatMap { $0 }, pieces.count == 2 ? pieces[1] : [])
  }

  /// The decimal mark that a number's own form proves; nil for plain digits and for one separator before three digits.
  private static func evidence(in number: [UInt8]) -> DecimalMark? {
    let points = number.count { $0 == DecimalMark.point.byte }
    let commas = number.count { $0 == DecimalMark.comma.byte }
    if points > 0, commas > 0 {
      return number.last { $0 == 44 || $0 == 46 } == DecimalMark.point.byte ? .point : .comma
    }
    guard points + commas > 0 else { return nil }
    let only: DecimalMark = points > 0 ? .point : .comma
    // The same separator twice can only be grouping, so that the other one is the decimal mark.
    if points + commas > 1 { return only == .point ? .comma : .point }
    guard let position = number.firstIndex(of: only.byte) else { return nil }
    let couldGroup = number.count - position - 1 == 3 && (1...3).contains(position) && number[0] != UInt8(ascii: "0")
    return couldGroup ? nil : only
  }

  /// Which currency a number may name.
  private enum Expected {
    case none
    case any
    case exactly(Currency)
  }

  /// Sign and digits without blanks, currency signs and codes; throws where the currency is not the expected one.
  private static func bare(
    _ text: String, _ expected: Expected
  ) throws(RowProblem) -> (negative: Bool, digits: [UInt8]) {
    var digits: [UInt8] = []
    var word = ""
    var wordFollowsDigits = false
    var negative = false
    for character in text {
      if character.isWhitespace { continue }
      if character == "-" || character == "−" {
        guard !negative, digits.isEmpty else { throw RowProblem("\"\(text)\" is not a number") }
        negative = true
      } else if let byte = character.asciiValue, (48...57).contains(byte) || byte == 44 || byte == 46 {
        // A word between two digits would otherwise vanish.
        guard !wordFollowsDigits else { throw RowProblem("\"\(text)\" is not a number") }
        digits.append(byte)
      } else if character == "'" || character == "’", !digits.isEmpty {
        continue  // the Swiss way to group
      } else {
        if !digits.isEmpty, !word.isEmpty, word.count >= 3 { throw RowProblem("\"\(text)\" is not a number") }
        wordFollowsDigits = wordFollowsDigits || !digits.isEmpty
        word.append(character)
      }
    }
    guard digits.contains(where: { (48...57).contains($0) }) else { throw RowProblem("\"\(text)\" is not a number") }
    if !word.isEmpty { try check(word, against: expected, text) }
    return (negative, digits)
  }

  private static let dollars: Set<String> = [
    "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "CLP", "COP", "BBD", "BSD", "BMD", "JMD", "TTD",
  ]

  private static func check(_ word: String, against expected: Expected, _ text: String) throws(RowProblem) {
    let currency: Currency
    switch expected {
    case .none: throw RowProblem("\"\(text)\" is not a number")
    case .any: return
    case .exactly(let only): currency = only
    }
    let fits: Bool
    switch word {
    case "$": fits = dollars.contains(currency.code)
    case "€": fits = currency.code == "EUR"
    case "£": fits = currency.code == "GBP"
    case "¥", "￥": fits = currency.code == "JPY" || currency.code == "CNY"
    case "US$": fits = currency.code == "USD"
    default:
      guard word.count == 3, word.allSatisfy(\.isLetter) else { throw RowProblem("\"\(text)\" is not a number") }
      fits = word.uppercased() == currency.code
    }
    guard fits else { throw RowProblem("\"\(text)\" is not in \(currency)") }
  }
}
