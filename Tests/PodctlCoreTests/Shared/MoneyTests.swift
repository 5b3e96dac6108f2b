import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("Money")
struct MoneyTests {
  static let readsCases: [(String, String, Int64)] = [
    ("25", "USD", 2500), ("25.00", "USD", 2500), ("25.5", "USD", 2550), ("-0.5", "USD", -50), ("0.01", "USD", 1),
    ("007.10", "USD", 710), ("1234", "JPY", 1234), ("1.234", "KWD", 1234), ("92233720368547758.07", "USD", .max),
  ]

  @Test("a plain decimal is read as whole minor units", arguments: readsCases)
  func reads(text: String, code: String, minor: Int64) throws {
    #expect(try Money(decimal: text, Currency(code)).minor == minor)
  }

  static let refusesCases: [(String, String)] = [
    ("", "USD"), ("-", "USD"), (".5", "USD"), ("5.", "USD"), ("1,000", "USD"), ("1.005", "USD"), ("1.2.3", "USD"),
    ("1e3", "USD"), ("+1", "USD"), (" 1", "USD"), ("$1", "USD"), ("１", "USD"), ("1.5", "JPY"), ("1.2345", "KWD"),
    ("92233720368547758.08", "USD"), ("99999999999999999999", "USD"),
  ]

  @Test("anything but a plain decimal that fits is refused", arguments: refusesCases)
  func refuses(text: String, code: String) throws {
    let currency = try Currency(code)
    let error = #expect(throws: PodctlError.self) { try Money(decimal: text, currency) }
    #expect(error?.code == .invalidMoney)
  }

  @Test("a currency is three capital letters", arguments: ["usd", "US", "USDX", "U$D", "", "ÜSD"])
  func currency(code: String) {
    let error = #expect(throws: PodctlError.self) { try Currency(code) }
    #expect(error?.code == .invalidMoney)
  }

  static let describesCases: [(Int64, String, String)] = [
    (123_450, "USD", "USD 1,234.50"), (-123_450, "USD", "USD -1,234.50"), (5, "USD", "USD 0.05"),
    (-5, "USD", "USD -0.05"), (0, "USD", "USD 0.00"), (1234, "JPY", "JPY 1,234"), (7, "KWD", "KWD 0.007"),
    (99_999, "USD", "USD 999.99"), (.min, "USD", "USD -92,233,720,368,547,758.08"),
  ]

  @Test("an amount reads with its currency's digits", arguments: describesCases)
  func describes(minor: Int64, code: String, text: String) throws {
    #expect("\(Money(minor: minor, try Currency(code)))" == text)
  }

  static let roundsCases: [(Int64, Int64, Int64)] = [
    (0, 1000, 0), (499, 1000, 0), (500, 1000, 1), (-499, 1000, 0), (-500, 1000, -1), (1499, 1000, 1),
    (1500, 1000, 2), (-1500, 1000, -2), (2500, 1000, 3), (1, 3, 0), (2, 3, 1), (-2, 3, -1), (3, 2, 2), (7, 1, 7),
  ]

  @Test("a quotient is rounded once, half away from zero", arguments: roundsCases)
  func rounds(numerator: Int64, denominator: Int64, quotient: Int64) {
    #expect(Money.divideRounding(Int128(numerator), by: Int128(denominator)) == quotient)
    #expect(Money.usd(1).scaled(by: numerator, over: denominator).minor == quotient)
  }

  @Test("a product beyond 64 bits is still rounded exactly")
  func product() {
    #expect(Money.usd(.max).scaled(by: 1000, over: 1000).minor == .max)
    #expect(Money.usd(.max).scaled(by: -3, over: 6).minor == -4_611_686_018_427_387_904)
  }

  static let splitsCases: [(Int64, [Int64], [Int64])] =
    [
      (100, [1, 1, 1], [34, 33, 33]), (-100, [1, 1, 1], [-34, -33, -33]), (10, [0, 0], [5, 5]),
      (5, [0, 3, 0], [0, 5, 0]),
      (100, [2, 1], [67, 33]), (1, [1, 2, 2], [0, 1, 0]), (7, [], []), (0, [4, 4], [0, 0]), (3, [0, 0], [2, 1]),
    ] as [(Int64, [Int64], [Int64])]

  @Test("a split gives the remainder to the largest remainders, ties to the earlier part", arguments: splitsCases)
  func splits(total: Int64, weights: [Int64], parts: [Int64]) {
    #expect(Money.apportion(total, by: weights) == parts)
    #expect(Money.usd(total).split(by: weights).map(\.minor) == parts)
  }

  @Test("the parts of any split sum to the whole and are less than one unit from their share")
  func splitsExactly() {
    let seed: UInt64 = 20_261_031
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    for _ in 0..<2000 {
      let total = Int64.random(in: -1_000_000_000...1_000_000_000, using: &random)
      let weights = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Int64.random(in: 0...(Bool.random(using: &random) ? 5 : 1 << 61), using: &random)
      }
      let parts = Money.apportion(total, by: weights)
      #expect(parts.reduce(0, +) == total)
      let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
      guard sum > 0 else { continue }
      for (part, weight) in zip(parts, weights) {
        let distance = Int128(part) * sum - Int128(total) * Int128(weight)
        #expect(distance.magnitude < sum.magnitude, "total \(total), weights \(weights)")
      }
    }
  }
}

extension Money {
  static func usd(_ minor: Int64) -> Money { Money(minor: minor, .usd) }
}
